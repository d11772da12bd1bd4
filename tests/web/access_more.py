"""Who may open what of journal and matrix: parts of TABLE in access_table.py."""

DIALOGUE = """\
+ + + + - +  GET /dialogue/
+ + + + - +  GET /dialogue/new
+ + + + - +  POST /dialogue/new
+ + + + - -  GET /dialogue/<int:dialogue_id>/
+ + - - - -  GET /dialogue/<int:dialogue_id>/move
+ + - - - -  POST /dialogue/<int:dialogue_id>/move
+ + - - - -  POST /dialogue/<int:dialogue_id>/cancel
+ + - - - -  GET /dialogue/<int:dialogue_id>/undangan.ics
+ + - - - -  GET /dialogue/<int:dialogue_id>/record
+ + - - - -  POST /dialogue/<int:dialogue_id>/record
+ + - - - -  POST /dialogue/<int:dialogue_id>/confirm
+ + - - - -  POST /dialogue/<int:dialogue_id>/add
+ + - - - -  POST /dialogue/agreements/<int:agreement_id>/close
+ + + + - -  GET /dialogue/skp/<int:skp_id>/
- + - - - -  GET /dialogue/skp/<int:skp_id>/progress
- + - - - -  POST /dialogue/skp/<int:skp_id>/progress
+ + + + - -  GET /dialogue/progress/<int:progress_id>/
+ - - - - -  POST /dialogue/progress/<int:progress_id>/read
- + - - - -  POST /dialogue/progress/<int:progress_id>/withdraw
"""

JOURNAL = """\
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
"""

MATRIX = """\
+ + + + - +  GET /matrix/
+ + + + - -  GET /matrix/<int:skp_id>/
- + - - - -  GET /matrix/<int:skp_id>/cell/<int:employee_id>/<column_key>
- + - - - -  POST /matrix/<int:skp_id>/cell/<int:employee_id>/<column_key>
- + - - - -  GET /matrix/<int:skp_id>/column/<column_key>
- + - - - -  POST /matrix/<int:skp_id>/column/<column_key>
- + - - - -  GET /matrix/<int:skp_id>/people
- + - - - -  POST /matrix/<int:skp_id>/people
- + - - - -  POST /matrix/<int:skp_id>/people/<int:employee_id>
- + - - - -  GET /matrix/<int:skp_id>/person/<int:employee_id>
- + - - - -  POST /matrix/<int:skp_id>/person/<int:employee_id>
- + - - - -  POST /matrix/<int:skp_id>/person/<int:employee_id>/propose
+ - - - - -  GET /matrix/take/<int:skp_id>
+ - - - - -  POST /matrix/take/<int:skp_id>
"""
