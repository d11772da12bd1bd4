"""What everybody may open, also without signing in; held against every view by test_access.py."""

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
