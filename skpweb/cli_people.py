"""Commands about people: the staff list, the first admin, a one-time code."""

from pathlib import Path

import click
import sqlalchemy as sa
from flask.cli import with_appcontext

from skpweb.extensions import db
from skpweb.models.people import Account, Employee


class Server:
    """Whoever may start commands on the server, as the audit trail names it."""

    account_id: int | None = None
    display_name = "Perintah di server"
    capacity = "Pengelola server"
    address = ""


@click.command("import-employees")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@with_appcontext
def import_employees(file: Path, dry_run: bool) -> None:
    """Import the staff list FILE.xlsx; wrong rows are named and left out."""
    from skpweb.documents.spreadsheet import Unreadable
    from skpweb.office import import_employees as office
    from skpweb.web import clock

    today, content = clock.today(), file.read_bytes()
    try:
        checked = office.examine(content, today)
    except Unreadable as problem:
        raise click.ClickException(str(problem)) from problem
    for row in checked.of("bad"):
        click.echo(f"Baris {row.number}: {' '.join(row.problems.values())}")
    counts = office.summary(checked)["counts"]
    click.echo("{new} baru, {changed} berubah, {same} sama, {bad} galat".format(**counts))
    if dry_run or not (counts["new"] or counts["changed"]):
        return
    batch = office.preview(Server(), content, file.name, today)
    office.run(Server(), batch, office.read(content, today), today)
    db.session.commit()
    click.echo(f"{counts['new'] + counts['changed']} baris diimpor.")


@click.command("create-admin")
@click.argument("username")
@with_appcontext
def create_admin(username: str) -> None:
    """Make the technical admin USERNAME and print the code for the first sign-in."""
    from skpweb.accounts import codes

    if db.session.scalar(sa.select(Account.id).where(Account.username == username)):
        raise click.ClickException(f"Nama pengguna {username} sudah ada. Pakai reset-code.")
    account = Account(username=username, is_admin=True)
    db.session.add(account)
    code = codes.issue(account, Server(), is_activation=True)
    db.session.commit()
    click.echo(f"Kode masuk pertama untuk {username}: {code} (berlaku 7 hari, satu kali pakai)")


@click.command("reset-code")
@click.argument("name")
@with_appcontext
def reset_code(name: str) -> None:
    """Print a one-time code for the NIP or user name NAME."""
    from skpweb.accounts import codes

    account = db.session.scalar(
        sa.select(Account)
        .outerjoin(Account.employee)
        .where(sa.or_(Account.username == name, Employee.nip == name.replace(" ", "")))
    )
    if account is None:
        raise click.ClickException("Tidak ada akun dengan NIP atau nama pengguna itu.")
    code = codes.issue(account, Server(), is_activation=account.password_hash is None)
    db.session.commit()
    click.echo(f"Kode sekali pakai: {code}")


@click.command("load-sample")
@click.option("--employees", default=300, show_default=True, type=click.IntRange(1, 20_000))
@click.option("--years", default=1, show_default=True, type=click.IntRange(1, 10))
@with_appcontext
def load_sample(employees: int, years: int) -> None:
    """Fill a demo office with many employees and years of journals, to measure it."""
    from skpweb.office import sample
    from skpweb.web import clock

    superior = sa.select(Employee.id).where(Employee.nip.is_not(None)).order_by(Employee.id)
    superior_id = db.session.scalar(superior.limit(1))
    try:
        done = sample.load(employees, years, superior_id or 0, clock.today(), click.echo)
    except sample.NotADemo as problem:
        raise click.ClickException("Data uji hanya untuk kantor contoh.") from problem
    click.echo(f"{employees} pegawai dan {done} catatan jurnal ditambahkan.")


COMMANDS = (import_employees, create_admin, reset_code, load_sample)
