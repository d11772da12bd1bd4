"""Who may open what: written out by hand, held against every view by test_access.py.

A new view needs a row in TABLE.
"""

#: everybody, also without signing in
PUBLIC = {
    "GET /login",
    "POST /login",
    "GET /login/code",
    "POST /login/code",
    "POST /logout",
    "GET /help/",
    "GET /help/<any(employee, assessor, team, admin):guide>",
    "GET /help/privacy",
    "GET /healthz",
    "GET /static/<path:filename>",
    "GET /setup/",  # closed as soon as the first set-up is finished
    "POST /setup/",
    "GET /setup/office",
    "POST /setup/office",
    "GET /setup/admin",
    "POST /setup/admin",
    "GET /verify/",
    "GET /verify/<code>",
}

#: + let in, - nothing is there (404); the columns are ROLES without nobody:
#: owner, assessor, senior, team, admin, stranger
TABLE = """
+ + + + + +  GET /
- - - + + -  GET /admin/
- - - + + -  GET /admin/absences/
- - - + + -  GET /admin/absences/<int:absence_id>
- - - + + -  POST /admin/absences/<int:absence_id>
- - - + + -  POST /admin/absences/<int:absence_id>/delete
- - - + - -  GET /admin/attendance/
- - - + - -  POST /admin/attendance/
- - - + - -  GET /admin/attendance/<int:recap_id>
- - - + - -  POST /admin/attendance/<int:recap_id>
- - - + - -  GET /admin/attendance/<int:recap_id>/galat.xlsx
- - - + - -  POST /admin/attendance/<int:recap_id>/recheck
- - - + - -  POST /admin/attendance/<int:recap_id>/undo
- - - + - -  GET /admin/attendance/templat-kehadiran.xlsx
- - - + + -  GET /admin/employees/
- - - + + -  GET /admin/employees/<int:employee_id>
- - - + + -  POST /admin/employees/<int:employee_id>/absences
- - - - + -  POST /admin/employees/<int:employee_id>/code
- - - + + -  GET /admin/employees/<int:employee_id>/edit
- - - + + -  POST /admin/employees/<int:employee_id>/edit
- - - + + -  POST /admin/employees/<int:employee_id>/leave
- - - + + -  POST /admin/employees/<int:employee_id>/resume
- - - + + -  POST /admin/employees/<int:employee_id>/roles
- - - + + -  GET /admin/employees/<int:employee_id>/transfer
- - - + + -  POST /admin/employees/<int:employee_id>/transfer
- - - + + -  GET /admin/employees/new
- - - + + -  POST /admin/employees/new
- - - - + -  GET /admin/health/
- - - - + -  POST /admin/health/
- - - - + -  POST /admin/health/backup
- - - + + -  GET /admin/holidays/<int:year>
- - - + + -  POST /admin/holidays/<int:year>
- - - + + -  POST /admin/holidays/<int:year>/accept
- - - + + -  POST /admin/holidays/remove/<int:holiday_id>
- - - + + -  GET /admin/imports/
- - - + + -  POST /admin/imports/
- - - + + -  GET /admin/imports/<int:batch_id>
- - - + + -  POST /admin/imports/<int:batch_id>
- - - + + -  GET /admin/imports/<int:batch_id>/galat.xlsx
- - - + + -  POST /admin/imports/<int:batch_id>/recheck
- - - + + -  POST /admin/imports/<int:batch_id>/undo
- - - + + -  GET /admin/imports/templat-pegawai.xlsx
- - - + - -  GET /admin/monitoring/
- - - + - -  GET /admin/monitoring/journal/
- - - + + -  GET /admin/office/
- - - + + -  POST /admin/office/
- - - + + -  GET /admin/outages/
- - - + + -  POST /admin/outages/
- - - + + -  POST /admin/outages/<int:outage_id>/delete
- - - + + -  GET /admin/postings/<int:posting_id>
- - - + + -  POST /admin/postings/<int:posting_id>
- - - + + -  POST /admin/postings/<int:posting_id>/superiors
- - - - + -  GET /admin/slips
- - - - + -  POST /admin/slips
- - - + + -  GET /admin/stand-ins/
- - - + + -  POST /admin/stand-ins/
- - - + + -  POST /admin/stand-ins/<int:stand_in_id>/end
- - - + + -  GET /admin/trail/
- - - + + -  POST /admin/trail/jejak-audit.csv
- - - + + -  POST /admin/trail/verify
- - - + + -  GET /admin/units/
- - - + + -  GET /admin/units/<int:unit_id>
- - - + + -  POST /admin/units/<int:unit_id>
- - - + + -  POST /admin/units/<int:unit_id>/archive
- - - + + -  POST /admin/units/<int:unit_id>/reopen
- - - + + -  GET /admin/units/new
- - - + + -  POST /admin/units/new
- - - + - -  GET /admin/windows/
- - - + - -  GET /admin/windows/<int:window_id>
- - - + - -  GET /admin/windows/<int:window_id>/units/<int:unit_id>
- - - + - -  POST /admin/windows/<int:window_id>/units/<int:unit_id>
- - - + + -  GET /admin/years/
- - - + + -  GET /admin/years/<int:year_id>
- - - + + -  POST /admin/years/<int:year_id>
- - - + + -  POST /admin/years/<int:year_id>/windows
- - - + + -  GET /admin/years/new
- - - + + -  POST /admin/years/new
+ + + + - +  GET /journal/
+ + + + - +  POST /journal/
+ - - - - -  GET /journal/<int:entry_id>/
+ - - - - -  POST /journal/<int:entry_id>/
+ - - - - -  POST /journal/<int:entry_id>/confirm
+ - - - - -  POST /journal/<int:entry_id>/delete
+ - - - - -  GET /journal/<int:entry_id>/files/
+ - - - - -  POST /journal/<int:entry_id>/files/
+ - - - - -  POST /journal/<int:entry_id>/files/remove
+ - - - - -  POST /journal/<int:entry_id>/files/reuse
+ - - - - -  POST /journal/<int:entry_id>/link
+ + + + - -  GET /journal/evidence/<int:evidence_id>
+ + + + - +  POST /journal/links
+ + + + - +  GET /journal/national/
+ + + + - +  POST /journal/national/
+ - - - - -  POST /journal/national/<int:entry_id>/
+ + + + - +  GET /journal/national/catatan-harian.csv
+ + + + - +  GET /journal/national/catatan-harian.xlsx
+ + + + - +  GET /journal/recap/
+ + + + - -  GET /journal/recap/<int:employee_id>/
+ + + + - -  GET /journal/recap/<int:employee_id>/rekap-jurnal.pdf
+ + + + - -  GET /journal/recap/<int:employee_id>/rekap-jurnal.xlsx
- - + + - -  GET /journal/recap/units/<int:unit_id>/rekap-unit.pdf
- - + + - -  GET /journal/recap/units/<int:unit_id>/rekap-unit.xlsx
+ + + + - +  POST /journal/confirm
+ + + + - +  POST /journal/draft
+ + + + - +  POST /journal/draft/discard
+ + + + + +  GET /journal/for/
- + + + - -  GET /journal/for/<int:employee_id>/
- + + + - -  POST /journal/for/<int:employee_id>/
+ + + + - +  GET /journal/month/
+ - - - - -  GET /journal/<int:entry_id>/duplicate
+ - - - - -  POST /journal/<int:entry_id>/duplicate
+ - - - - -  POST /journal/<int:entry_id>/favourite
+ - - - - -  POST /journal/<int:entry_id>/repeat
+ + + + - +  GET /journal/import/
+ + + + - +  POST /journal/import/
+ - - - - -  GET /journal/import/<int:import_id>/
+ - - - - -  POST /journal/import/<int:import_id>/
+ - - - - -  GET /journal/import/<int:import_id>/galat.xlsx
+ - - - - -  POST /journal/import/<int:import_id>/undo
+ + + + - +  GET /journal/import/lembar-lapangan.pdf
+ + + + - +  GET /journal/import/lembar-lapangan.xlsx
+ + + + - +  GET /journal/patterns/
+ - - - - -  GET /journal/patterns/<int:pattern_id>/
+ - - - - -  POST /journal/patterns/<int:pattern_id>/
+ - - - - -  POST /journal/patterns/<int:pattern_id>/delete
+ - - - - -  POST /journal/patterns/<int:pattern_id>/use
+ + + + - +  POST /journal/patterns/day
+ + + + - +  GET /journal/patterns/new
+ + + + - +  POST /journal/patterns/new
+ + + + - +  POST /journal/repeat
+ + + + - -  GET /journal/skp/<int:skp_id>/<int:window_id>/pendokumentasian.pdf
+ + + + - -  GET /journal/skp/<int:skp_id>/<int:window_id>/pendokumentasian.xlsx
+ + + + - -  GET /journal/skp/<int:skp_id>/rencana-aksi.pdf
+ + + + - -  GET /journal/skp/<int:skp_id>/rencana-aksi.xlsx
+ - - - - -  GET /journal/skp/<int:skp_id>/steps/
+ - - - - -  POST /journal/skp/<int:skp_id>/steps/
+ + + + - +  GET /journal/steps/
+ - - - - -  GET /journal/steps/<int:step_id>/
+ - - - - -  POST /journal/steps/<int:step_id>/
+ - - - - -  POST /journal/steps/<int:step_id>/archive
+ + + + - +  GET /journal/week/
+ + + + - +  GET /planning/
+ + + + - -  GET /planning/<int:skp_id>/
+ - - - - -  GET /planning/<int:skp_id>/appendix
+ - - - - -  POST /planning/<int:skp_id>/appendix
- + - - - -  POST /planning/<int:skp_id>/approve
+ + + + - -  GET /planning/<int:skp_id>/behaviours
+ + + + - -  POST /planning/<int:skp_id>/behaviours
+ - - - - -  GET /planning/<int:skp_id>/copy
+ - - - - -  POST /planning/<int:skp_id>/copy
+ - - - - -  POST /planning/<int:skp_id>/drop-revision
+ + + + - -  GET /planning/<int:skp_id>/manual
- + - - - -  POST /planning/<int:skp_id>/notes
- + - - - -  POST /planning/<int:skp_id>/notes/<int:note_id>/delete
+ - - - - -  GET /planning/<int:skp_id>/period
+ - - - - -  POST /planning/<int:skp_id>/period
+ - - - - -  GET /planning/<int:skp_id>/results
- + - - - -  POST /planning/<int:skp_id>/return
- + - - - -  GET /planning/<int:skp_id>/review
+ + + + - -  GET /planning/<int:skp_id>/revise
+ + + + - -  POST /planning/<int:skp_id>/revise
+ - - - - -  POST /planning/<int:skp_id>/rhk
+ - - - - -  POST /planning/<int:skp_id>/submit
+ + + + - -  GET /planning/<int:skp_id>/versions/<int:number>/
+ + + + - -  GET /planning/<int:skp_id>/versions/<int:number>/lampiran.pdf
- - + + - -  GET /planning/<int:skp_id>/versions/<int:number>/manual.pdf
+ + + + - -  GET /planning/<int:skp_id>/versions/<int:number>/skp.pdf
+ - - - - -  POST /planning/<int:skp_id>/withdraw
- - + - - -  GET /planning/indicator/<int:indicator_id>/manual
- - + - - -  POST /planning/indicator/<int:indicator_id>/manual
+ + + + - +  GET /planning/new
+ + + + - +  POST /planning/new
+ - - - - -  POST /planning/rhk/<int:rhk_id>/
+ - - - - -  POST /planning/rhk/<int:rhk_id>/delete
+ + + + + +  GET /profile
+ + + + + +  POST /profile/keys
+ + + + + +  GET /profile/password
+ + + + + +  POST /profile/password
+ - - - - -  POST /profile/sessions/<int:session_id>/end
+ + + + - +  GET /results/
+ + + + - -  GET /results/skp/<int:skp_id>/<int:window_id>/
+ + + + - -  GET /results/skp/<int:skp_id>/<int:window_id>/document.pdf
+ + + + - -  GET /results/skp/<int:skp_id>/<int:window_id>/evaluation.pdf
+ - - - - -  POST /results/skp/<int:skp_id>/<int:window_id>/receive
+ + + + - +  GET /review/
+ + + + - +  GET /review/entries/
+ + + + - +  POST /review/entries/
- + - - - -  GET /review/entries/<int:entry_id>/return
- + - - - -  POST /review/entries/<int:entry_id>/undo
+ + + + - +  POST /review/entries/undo
+ + + + - +  GET /review/evaluations/
+ + + + - +  GET /review/feedback/
- + + + - +  GET /review/feedback/<int:skp_id>/
- + + + - +  POST /review/feedback/<int:skp_id>/
+ + + + - +  GET /review/monitoring/
- + + + - -  GET /review/skp/<int:skp_id>/<int:window_id>/
- + - - - -  POST /review/skp/<int:skp_id>/<int:window_id>/
- + - - - -  GET /review/skp/<int:skp_id>/<int:window_id>/check
- + - - - -  POST /review/skp/<int:skp_id>/<int:window_id>/rate
+ - - - - -  GET /review/skp/<int:skp_id>/<int:window_id>/report
+ - - - - -  POST /review/skp/<int:skp_id>/<int:window_id>/report
- + - - - -  POST /review/skp/<int:skp_id>/<int:window_id>/return
+ - - - - -  POST /review/skp/<int:skp_id>/<int:window_id>/withdraw
+ + + + - +  GET /review/stand-ins/
+ + + + - +  POST /review/stand-ins/
- + - - - -  POST /review/stand-ins/<int:stand_in_id>/end
+ + + + - +  GET /review/steps/
+ + + + - +  POST /review/steps/
- - - - + -  GET /setup/tasks
+ + + + - -  GET /results/skp/<int:skp_id>/berkas-kinerja.pdf
"""

#: any colleague may give feedback (p.69-70), so these open for a stranger too
OPEN_TO_COLLEAGUES = {
    "GET /review/feedback/<int:skp_id>/",
    "POST /review/feedback/<int:skp_id>/",
}

#: what reading may write: a finished document is drawn and kept when it is first asked for
KEPT_WHEN_READ = "INSERT INTO document "
