"""What everybody may open and what may cost more; held against all views by test_access.py."""

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
#: files that hold many papers; each costs the same for few and many (their own tests)
COSTLY = {
    "GET /results/skp/<int:skp_id>/berkas-kinerja.pdf": 14,  # what is drawn is kept with two more
    "GET /journal/recap/units/<int:unit_id>/rekap-unit.pdf": 13,
    "GET /journal/recap/units/<int:unit_id>/rekap-unit.xlsx": 13,
}
