"""The commands of the application: thin, the work is done in ``office``.

They run as ``python -m skpweb COMMAND`` or ``flask --app wsgi COMMAND``.
"""

from pathlib import Path
from typing import NoReturn

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from skpweb import cli_people

HOST, PORT = "127.0.0.1", 8000


def register(app: Flask) -> None:
    """Give the app its commands."""
    own = (serve, demo, backup, restore, doctor, audit_verify, make_package)
    for command in (*own, *cli_people.COMMANDS):
        app.cli.add_command(command)


def fail(sentence: str) -> NoReturn:
    """End with one sentence and a non-zero status."""
    raise click.ClickException(sentence)


@click.command()
@click.option("--host", default=HOST, show_default=True)
@click.option("--port", default=PORT, show_default=True, type=click.IntRange(0, 65535))
@with_appcontext
def serve(host: str, port: int) -> None:
    """Bring the database up to date (backup first) and serve."""
    from skpweb import serving

    _bring_up_to_date()
    _show_setup_code()
    serving.run(_app(), host, port)


@click.command()
@click.option("--host", default=HOST, show_default=True)
@click.option("--port", default=PORT, show_default=True, type=click.IntRange(0, 65535))
@click.option(  # the folder is emptied before the app is made: see __main__
    "--fresh", is_flag=True, expose_value=False, help="Build the demo office anew."
)
@with_appcontext
def demo(host: str, port: int) -> None:
    """Build the demo office where there is none and serve it."""
    from skpweb import serving
    from skpweb.office import demo as office
    from skpweb.office import demo_folder

    if not current_app.config["DEMO"]:
        fail("Jalankan lewat: python3 run.py demo (mode contoh tidak aktif).")
    _bring_up_to_date()
    if not office.is_there():
        click.echo("Membangun kantor contoh …")
        office.build()
    click.echo(demo_folder.welcome())
    serving.run(_app(), host, port)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@with_appcontext
def backup(file: Path) -> None:
    """Write a backup of the database and all files to FILE (.zip)."""
    from skpweb.office import backup as office

    try:
        manifest = office.backup(file)
    except office.BackupFailed as error:
        fail(str(error))
    click.echo(
        f"Cadangan selesai dan sudah diperiksa: {file} "
        f"({manifest.rows} baris, {len(manifest.files)} berkas)."
    )


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@with_appcontext
def restore(file: Path) -> None:
    """Restore FILE into the empty database and data folder (--data DIR)."""
    from skpweb.office import restore as office
    from skpweb.office.backup import BackupFailed

    try:
        manifest = office.restore(file)
    except BackupFailed as error:
        fail(str(error))
    click.echo(
        f"Pemulihan selesai: {manifest.rows} baris dan {len(manifest.files)} berkas "
        f"di {current_app.config['DATA_DIR']}."
    )


@click.command()
@with_appcontext
def doctor() -> None:
    """Examine this installation and say what to do about each problem."""
    from skpweb.office import doctor as office

    findings = office.examine()
    for finding in findings:
        click.echo(f"{'baik   ' if finding.is_well else 'MASALAH'} {finding.text}")
    if not all(finding.is_well for finding in findings):
        raise SystemExit(1)


@click.command("audit-verify")
@with_appcontext
def audit_verify() -> None:
    """Check the hash chain of the audit trail."""
    from skpweb import audit

    broken = audit.verify()
    if broken is not None:
        fail(f"Jejak audit tidak utuh mulai dari catatan nomor {broken}.")
    click.echo("Jejak audit utuh.")


@click.command("make-package", hidden=True)
@click.argument("job", type=int)
@with_appcontext
def make_package(job: int) -> None:
    """Make the ZIP of JOB: started by the application itself, beside the serving process."""
    from skpweb.office import package_zip
    from skpweb.web import clock

    package_zip.step_back()
    package_zip.run(job, clock.today())


def _bring_up_to_date() -> None:
    from skpweb.office import upgrade

    try:
        upgrade.bring_up_to_date(click.echo)
    except upgrade.CannotUpgrade as error:
        fail(str(error))


def _show_setup_code() -> None:
    """Whoever sees this screen may do the first set-up."""
    from skpweb.office import setup

    if not setup.is_ready():
        code = setup.setup_code(current_app.config["DATA_DIR"])
        click.echo(f"Kode penyiapan untuk halaman /setup: {code}")


def _app() -> Flask:
    return current_app._get_current_object()  # type: ignore[attr-defined,no-any-return]
