"""The production server: waitress, one process, eight threads."""

import errno
import logging
import signal
from pathlib import Path
from threading import Event, Thread
from typing import NoReturn

import click
from flask import Flask
from waitress.server import create_server

from skpweb import database
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.office import heartbeat, outages, package_jobs

THREADS = 8
#: browsers keep theirs open: with waitress's 100 the next person waited two minutes;
#: Windows can watch 512 at once
CONNECTIONS = 450
IDLE = 30  #: seconds after which a connection that says nothing makes room
LARGEST_BODY = 40 * 1024 * 1024  #: bytes; the app's own limits are smaller


def run(app: Flask, host: str, port: int) -> None:
    """Serve until Ctrl-C or a termination signal; an address in use is one sentence."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    try:
        server = create_server(
            app,
            host=host,
            port=port,
            threads=THREADS,
            connection_limit=CONNECTIONS,
            channel_timeout=IDLE,
            cleanup_interval=10,
            asyncore_use_poll=True,
            ident=None,
            max_request_body_size=LARGEST_BODY,
            # the app trusts exactly as many proxies as its setting says
            clear_untrusted_proxy_headers=not app.config["TRUSTED_PROXIES"],
        )
    except OSError as error:
        raise click.ClickException(_reason(error, host, port)) from error
    stop = _be_alive(app)
    if db.engine.dialect.name == "sqlite":
        database.learn()
    db.session.remove()  # what the command looked up must not hold the writers' lock
    signal.signal(signal.SIGTERM, _stop)
    click.echo(f"Buka http://{_shown(host)}:{_port(server, port)}/ — tekan Ctrl-C untuk berhenti.")
    server.run()
    stop.set()
    click.echo("Berhenti.")


def _be_alive(app: Flask) -> Event:
    """Record the time in which nobody served, and leave a sign of life from now on."""
    folder = Path(app.config["DATA_DIR"])
    if app.config["TODAY"] is None:  # a moved clock has no outages
        if outages.notice(folder, utc_now()) is not None:
            click.echo("Waktu selama aplikasi tidak berjalan dicatat sebagai gangguan.")
        db.session.commit()
    stop = heartbeat.start(folder)
    Thread(target=package_jobs.keep_clear, args=(package_jobs.folder(), stop), daemon=True).start()
    return stop


def _reason(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} sedang dipakai program lain. Pilih yang lain, misalnya --port 8001."
    if error.errno == errno.EACCES:
        return f"Port {port} tidak boleh dipakai akun ini. Pilih port di atas 1023."
    return f"Alamat {host}:{port} tidak dapat dipakai: {error.strerror or error}."


def _port(server: object, asked: int) -> int:
    return int(getattr(server, "effective_port", asked))


def _shown(host: str) -> str:
    return {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)


def _stop(_number: int, _frame: object) -> NoReturn:
    raise SystemExit(0)  # waitress ends its threads on this
