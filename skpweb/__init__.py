"""skpweb: Sasaran Kinerja Pegawai for small government offices."""

from typing import Any

from flask import Flask

from skpweb import blueprints, cli, config, database, models
from skpweb.evidence import links
from skpweb.extensions import csrf, migrate
from skpweb.extensions import db as database_objects
from skpweb.web import (
    access,
    answer,
    compress,
    context,
    errors,
    headers,
    limits,
    messages,
    proxy,
    sessions,
)


def create_app(overrides: dict[str, Any] | None = None) -> Flask:
    """The application; ``overrides`` win over every other setting."""
    app = Flask(__name__, template_folder="../templates", static_folder="../static")
    config.init_app(app, overrides)
    models.import_all()
    database.init_app(app)
    migrate.init_app(app, database_objects, directory=config.MIGRATIONS)
    proxy.init_app(app)
    headers.init_app(app)
    limits.init_app(app)
    compress.init_app(app)
    sessions.init_app(app)
    context.init_app(app)
    app.before_request(access.guard)
    csrf.init_app(app)
    links.init_app(app)
    messages.init_app(app)
    answer.init_app(app)
    errors.init_app(app)
    blueprints.register(app)
    cli.register(app)
    access.mark_static(app)
    access.check_every_view(app)
    return app
