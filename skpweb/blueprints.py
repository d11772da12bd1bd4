"""All blueprints in one place."""

from flask import Flask


def register(app: Flask) -> None:
    """Hang every blueprint into the app."""
    from skpweb import home  # noqa: F401  (adds its view to the results)
    from skpweb.admin.routes import bp as admin
    from skpweb.admin.routes import setup_bp as setup
    from skpweb.dialogue.routes import bp as dialogue
    from skpweb.followup.routes import bp as followup
    from skpweb.guidance.routes import bp as guidance
    from skpweb.help.routes import bp as help_pages
    from skpweb.journal import files, link_checks  # noqa: F401
    from skpweb.journal.routes import bp as journal
    from skpweb.login.routes import bp as login
    from skpweb.matrix.routes import bp as matrix
    from skpweb.planning.routes import bp as planning
    from skpweb.results import credit, packages, predicates, unit_papers  # noqa: F401
    from skpweb.results.routes import bp as results
    from skpweb.review.routes import bp as review

    for blueprint in (
        login, planning, matrix, journal, review, results, followup, dialogue,
        guidance, admin, setup, help_pages,
    ):  # fmt: skip
        app.register_blueprint(blueprint)
