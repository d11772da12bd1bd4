"""Who may open what of umpan balik: the same columns as access_table.py."""

FEEDBACK = """\
+ + + + - +  GET /review/feedback/
- + + + - +  GET /review/feedback/<int:skp_id>/
- + + + - +  POST /review/feedback/<int:skp_id>/
+ + + + - -  GET /review/feedback/<int:skp_id>/<int:window_id>/rekaman-umpan-balik.pdf
+ - - - - -  GET /review/feedback/ask/<int:skp_id>/
+ - - - - -  POST /review/feedback/ask/<int:skp_id>/
+ + + + - +  GET /review/feedback/mine/
- + + - - -  POST /review/feedback/<int:skp_id>/notes/
- + - - - -  POST /review/feedback/notes/<int:private_note_id>/delete
+ + + + - +  GET /review/feedback/scheduled/
+ + + + - +  POST /review/feedback/scheduled/
- - - + - -  GET /admin/feedback/
- + - - - -  GET /review/feedback/requests/<int:request_id>/
- + - - - -  POST /review/feedback/requests/<int:request_id>/decline
+ - - - - -  POST /review/feedback/requests/<int:request_id>/withdraw
- + - - - -  GET /review/feedback/said/<int:feedback_id>/
- + - - - -  POST /review/feedback/said/<int:feedback_id>/
+ - - - - -  POST /review/feedback/said/<int:feedback_id>/read
- + - - - -  POST /review/feedback/said/<int:feedback_id>/withdraw
"""
