"""Who may open what: written out by hand, held against every view by test_access.py.

A new view needs a row in TABLE.
"""

from tests.web.access_feedback import FEEDBACK
from tests.web.access_more import DIALOGUE, JOURNAL, MATRIX

#: + let in, - nothing is there (404); the columns are ROLES without nobody:
#: owner, assessor, senior, team, admin, stranger
TABLE = """
+ + + + + +  GET /
- - - + + -  GET /admin/
- - - + - -  GET /admin/absences/
- - - + - -  GET /admin/absences/<int:absence_id>
- - - + - -  POST /admin/absences/<int:absence_id>
- - - + - -  POST /admin/absences/<int:absence_id>/delete
- - - + - -  GET /admin/absences/<int:absence_id>/study
- - - + - -  POST /admin/absences/<int:absence_id>/study
- - - + - -  GET /admin/attendance/
- - - + - -  POST /admin/attendance/
- - - + - -  GET /admin/attendance/<int:recap_id>
- - - + - -  POST /admin/attendance/<int:recap_id>
- - - + - -  GET /admin/attendance/<int:recap_id>/galat.xlsx
- - - + - -  POST /admin/attendance/<int:recap_id>/recheck
- - - + - -  POST /admin/attendance/<int:recap_id>/undo
- - - + - -  GET /admin/attendance/templat-kehadiran.xlsx
- - - + - -  GET /admin/clocks/
- - - + + -  GET /admin/employees/
- - - + + -  GET /admin/employees/<int:employee_id>
- - - + - -  POST /admin/employees/<int:employee_id>/absences
- - - - + -  POST /admin/employees/<int:employee_id>/code
- - - + + -  GET /admin/employees/<int:employee_id>/edit
- - - + + -  POST /admin/employees/<int:employee_id>/edit
- - - + + -  POST /admin/employees/<int:employee_id>/hand-up
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
- - - + + -  GET /admin/office/emblem/
- - - + + -  POST /admin/office/emblem/
- - - + + -  GET /admin/office/emblem/gambar
- - - + + -  POST /admin/office/emblem/remove
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
+ + + + - +  GET /results/credit/
+ + + + - -  GET /results/credit/<int:employee_id>/
+ + + + - -  GET /results/skp/<int:skp_id>/<int:window_id>/
+ + + + - -  GET /results/skp/<int:skp_id>/<int:window_id>/document.pdf
+ + + + - -  GET /results/skp/<int:skp_id>/<int:window_id>/evaluation.pdf
+ + + + - -  GET /results/skp/<int:skp_id>/<int:window_id>/handover/
+ + + + - -  POST /results/skp/<int:skp_id>/<int:window_id>/handover/<step>
+ + + + - -  GET /results/skp/<int:skp_id>/<int:window_id>/changed.pdf
+ + + + - -  GET /results/skp/<int:skp_id>/<int:window_id>/objection/
+ - - - - -  POST /results/skp/<int:skp_id>/<int:window_id>/objection/
- + - - - -  POST /results/skp/<int:skp_id>/<int:window_id>/objection/explain
- - + - - -  POST /results/skp/<int:skp_id>/<int:window_id>/objection/hearing
- - + - - -  POST /results/skp/<int:skp_id>/<int:window_id>/objection/decide
+ + + + - +  GET /review/
- + + + - -  GET /review/calibration/<int:window_id>/
- + + + - -  POST /review/calibration/<int:window_id>/
- + + + - -  GET /review/calibration/<int:window_id>/check
- + + + - -  POST /review/calibration/<int:window_id>/rate
- + + + - -  GET /review/papers/deliver/
- + + + - -  POST /review/papers/deliver/
- - - + - -  GET /review/papers/report/
- - - + - -  POST /review/papers/report/
+ + + + - +  GET /review/entries/
+ + + + - +  POST /review/entries/
- + - - - -  GET /review/entries/<int:entry_id>/return
- + - - - -  POST /review/entries/<int:entry_id>/undo
+ + + + - +  POST /review/entries/undo
+ + + + - +  GET /review/evaluations/
+ + + + - +  GET /review/monitoring/
- + + + - -  GET /review/skp/<int:skp_id>/<int:window_id>/
- + - - - -  POST /review/skp/<int:skp_id>/<int:window_id>/
- + - - - -  GET /review/skp/<int:skp_id>/<int:window_id>/check
- + + + - -  GET /review/skp/<int:skp_id>/<int:window_id>/contribution
- + + + - -  GET /review/skp/<int:skp_id>/<int:window_id>/journal/<int:number>
- + - - - -  POST /review/skp/<int:skp_id>/<int:window_id>/rate
+ + - - - -  GET /review/skp/<int:skp_id>/<int:window_id>/former
+ + - - - -  POST /review/skp/<int:skp_id>/<int:window_id>/former/agree
+ + - - - -  POST /review/skp/<int:skp_id>/<int:window_id>/former/withdraw
- + - - - -  POST /review/skp/<int:skp_id>/<int:window_id>/former/rate
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
- - + + - -  GET /results/packages/<int:job_id>/
- - + + - -  POST /results/packages/<int:job_id>/berkas-unit.zip
- - + + - -  POST /results/packages/<int:job_id>/cancel
- - + + - -  GET /results/units/<int:unit_id>/
- - + + - -  GET /results/units/<int:unit_id>/<int:window_id>/daftar-predikat.pdf
- - + + - -  GET /results/units/<int:unit_id>/<int:window_id>/daftar-predikat.xlsx
- - + + - -  POST /results/units/<int:unit_id>/packages
+ + + + - +  GET /guidance/
+ + + + - -  GET /guidance/<int:guidance_id>/
+ + + + - -  POST /guidance/<int:guidance_id>/
+ + + + - -  GET /guidance/<int:guidance_id>/<any(feedback, competence):paper>/
+ + + + - -  POST /guidance/<int:guidance_id>/<any(feedback, competence):paper>/
+ + + + - -  GET /guidance/<int:guidance_id>/<any(feedback, competence):paper>/format.pdf
+ + + + - -  POST /guidance/<int:guidance_id>/<any(return, reopen, confirm, withdraw):verb>
+ + + + - -  GET /guidance/<int:guidance_id>/format.pdf
+ + - - - -  GET /guidance/counselling/<int:counselling_id>/
+ + - - - -  POST /guidance/counselling/<int:counselling_id>/
+ + - - - -  POST /guidance/counselling/<int:counselling_id>/arrange
+ + - - - -  POST /guidance/counselling/<int:counselling_id>/close
+ + - - - -  POST /guidance/counselling/<int:counselling_id>/decline
+ + - - - -  POST /guidance/counselling/<int:counselling_id>/follow-up
+ + - - - -  GET /guidance/counselling/<int:counselling_id>/formulir.pdf
- + - - - -  GET /guidance/counselling/skp/<int:skp_id>/
- + - - - -  POST /guidance/counselling/skp/<int:skp_id>/
+ + + + - -  GET /guidance/development/<int:development_id>/
+ + - - - -  POST /guidance/development/<int:development_id>/
+ + + + - -  GET /guidance/skp/<int:skp_id>/
+ + - - - -  POST /guidance/skp/<int:skp_id>/
+ + - - - -  POST /guidance/skp/<int:skp_id>/development
"""

TABLE += FEEDBACK + DIALOGUE + JOURNAL + MATRIX

#: any colleague may give feedback (p.69-70), so these open for a stranger too
OPEN_TO_COLLEAGUES = {
    "GET /review/feedback/<int:skp_id>/",
    "POST /review/feedback/<int:skp_id>/",
}

#: what reading may write: a finished document is drawn and kept when it is first asked for
KEPT_WHEN_READ = "INSERT INTO document "
