"""Who may open what: every view, every role, against the table written by hand."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask, Response
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from skpweb import create_app, storage
from skpweb.domain.lifecycle import ObjectionState
from skpweb.domain.ratings import Predicate, Rating
from skpweb.extensions import db
from skpweb.models.organisation import Office
from skpweb.models.packages import PackageJob
from skpweb.models.planning import IndicatorManual
from skpweb.models.review import Evaluation, Objection
from skpweb.office import demo
from skpweb.web.access import check_every_view
from tests.browser import Browser, Page
from tests.proofs import PDF
from tests.sheets import person, workbook
from tests.statements import noted
from tests.web.access_ids import ELSEWHERE, EXAMPLES, MANUAL, OWNER, ROLES
from tests.web.access_private import OWNERS_FORMS, confidential
from tests.web.access_public import COSTLY, PUBLIC
from tests.web.access_table import KEPT_WHEN_READ, OPEN_TO_COLLEAGUES, TABLE

WRITES = ("INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "REPLACE")
PNG = b"\x89PNG\r\n\x1a\n"  #: as much of a picture as the browser is told
SETTINGS = {"DEMO": 1, "TODAY": "2026-11-24", "SERVER_TIMING": 1}
Walk = dict[tuple[str, str], tuple[Response, list[str]]]


@pytest.fixture(scope="module")
def demo_app(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Iterator[Flask]:
    """The demo office, with a manual, an upload and one more session of the owner."""
    folder = tmp_path_factory.mktemp("demo")
    (folder / "skpweb.db").write_bytes(sqlite_template.read_bytes())
    app = create_app(SETTINGS | {"DATA_DIR": str(folder)})
    with app.app_context():
        demo.build()
        indicator_id = db.session.scalar(ELSEWHERE[MANUAL]["indicator_id"].limit(1))
        db.session.add(IndicatorManual(indicator_id=indicator_id, purpose="Tujuan"))
        of = {name: db.session.scalar(EXAMPLES[name].limit(1)) for name in ("unit_id", "year_id")}
        db.session.add(PackageJob(started_by="Tim", **of))
        db.session.add_all([changed(EXAMPLES), confidential()])
        db.session.execute(sa.update(Office).values(emblem_sha256=storage.put(PNG)))
        db.session.commit()
    owner = Browser(app)
    owner.sign_in(OWNER)
    prove(app, owner)
    for path, typed in OWNERS_FORMS.items():
        owner.submit(owner.get(path).form(path), **typed)
    import_lists(app)
    yield app
    with app.app_context():
        db.engine.dispose()


def import_lists(app: Flask) -> None:
    """The team uploads a list of people and one of attendance."""
    team = Browser(app)
    team.sign_in(ROLES["team"] or "")
    form = team.get("/admin/imports/").form("/admin/imports/")
    list_ = io.BytesIO(workbook([person("123", "Salah Ketik")]))
    team.post(form.action, form.data() | {"file": (list_, "daftar.xlsx")})
    form = team.get("/admin/attendance/").form("/admin/attendance/")
    list_ = io.BytesIO(workbook([["123", 20]], ["NIP", "Hadir"]))
    team.post(form.action, form.data(month="2026-10-01") | {"file": (list_, "rekap.xlsx")})


def changed(ids: dict[str, Any]) -> Objection:
    """The example evaluation was objected to and changed."""
    skp_id, window_id = (db.session.scalar(ids[name].limit(1)) for name in ("skp_id", "window_id"))
    evaluation = sa.select(Evaluation.id).filter_by(skp_id=skp_id, window_id=window_id)
    day, rating = date(2026, 11, 20), Rating.MEETS
    return Objection(
        evaluation_id=db.session.scalar(evaluation), state=ObjectionState.DECIDED, filed_on=day,
        reason="Tidak sesuai", due_on=day, decided_on=day, is_upheld=False, decider=None,
        old_result_rating=rating, old_behaviour_rating=rating, old_predicate=Predicate.GOOD,
    )  # fmt: skip


def prove(app: Flask, owner: Browser) -> None:
    """The example entry gets a file of evidence."""
    action = f"/journal/{examples(app, EXAMPLES)['entry_id']}/files/"
    form = owner.get(action).form(action)
    owner.post(action, form.data() | {"file": (io.BytesIO(PDF), "laporan.pdf")})


@pytest.fixture(scope="module")
def walk(demo_app: Flask) -> Walk:
    """(role, view) -> answer and the writing statements, for every view and role."""
    ids = examples(demo_app, EXAMPLES)
    elsewhere = {rule: ids | examples(demo_app, more) for rule, more in ELSEWHERE.items()}
    found: Walk = {}
    with demo_app.app_context():
        engine = db.engine
    for role, name in ROLES.items():
        browser = Browser(demo_app)
        if name:
            browser.sign_in(name)
        for method, rule in views(demo_app):
            answer, written = ask(
                browser.client, engine, method, path(rule, elsewhere.get(rule.rule, ids))
            )
            found[role, f"{method} {rule.rule}"] = (answer, written)
    return found


def examples(app: Flask, wanted: dict[str, Any]) -> dict[str, object]:
    """The example ids, looked up."""
    with app.app_context():
        return {
            name: db.session.scalar(what.limit(1)) if isinstance(what, sa.Select) else what
            for name, what in wanted.items()
        }


def views(app: Flask) -> list[tuple[str, Rule]]:
    """Method and rule of every view; the plain ones first."""
    rules = sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule)
    return [
        (method, rule) for rule in rules for method in ("GET", "POST") if method in rule.methods
    ]


def path(rule: Rule, ids: dict[str, object]) -> str:
    """A URL with the example ids in it; an unknown id has to be added to EXAMPLES."""
    unknown = rule.arguments - set(ids)
    assert not unknown, f"{rule.rule}: add {sorted(unknown)} to EXAMPLES"
    missing = [name for name in rule.arguments if ids[name] is None]
    assert not missing, f"{rule.rule}: nothing is found for {missing}"
    built = rule.build({name: ids[name] for name in rule.arguments})
    assert built is not None
    return str(built[1])


def ask(
    client: FlaskClient, engine: sa.Engine, method: str, url: str
) -> tuple[Response, list[str]]:
    """Ask once and note what was written. A post has no token: it is refused after the guard."""
    with noted(engine) as asked:
        answer = client.open(url, method=method, buffered=True)
    return answer, [one for one in asked if one.lstrip().upper().startswith(WRITES)]


def test_nobody_reaches_anything_but_the_public_list(walk: Walk) -> None:
    reached = {
        view
        for (role, view), (answer, _) in walk.items()
        if role == "nobody" and not is_sent_to_sign_in(answer)
    }
    assert reached == PUBLIC


def is_sent_to_sign_in(answer: Response) -> bool:
    """Reading is sent to the sign-in page, a form gets it at once."""
    return answer.status_code == 401 or answer.headers.get("Location", "").startswith(
        "/login?next="
    )


def test_who_is_let_in(walk: Walk) -> None:
    rows = {}
    for view in dict.fromkeys(view for _, view in walk if view not in PUBLIC):
        marks = [mark(view, walk[role, view][0].status_code) for role in ROLES if role != "nobody"]
        rows[view] = f"{' '.join(marks)}  {view}"
    expected = [line.strip() for line in TABLE.strip().splitlines()]
    found = list(rows.values())
    new = "\n".join(row for row in found if row not in expected)
    gone = "\n".join(row for row in expected if row not in found)
    assert (new, gone) == ("", ""), f"\nfound, not in TABLE:\n{new}\nin TABLE, not found:\n{gone}"


def test_every_example_opens_for_somebody() -> None:
    """A row of nothing but "-" would only say that the example is not there."""
    assert [row for row in TABLE.strip().splitlines() if "+" not in row] == []


def mark(view: str, status: int) -> str:
    """One cell: let in, or nothing there. A post let in fails for want of a token only."""
    if status == 404:
        return "-"
    let_in = (200, 303) if view.startswith("GET") else (403, 303)
    return "+" if status in let_in else str(status)


def test_no_reading_writes(walk: Walk) -> None:
    writing = {
        f"{role}: {view}: {statement}"
        for (role, view), (_, written) in walk.items()
        for statement in written
        if view.startswith("GET") and view != "GET /healthz"
        if not (view.endswith(".pdf") and statement.startswith(KEPT_WHEN_READ))
    }
    assert writing == set()
    assert walk["nobody", "GET /healthz"][1]


def test_no_page_asks_the_database_too_much(walk: Walk) -> None:
    asked = {
        (role, view): Page(answer).queries
        for (role, view), (answer, _) in walk.items()
        if view.startswith("GET") and "Server-Timing" in answer.headers
    }
    over = {key: count for key, count in asked.items() if count > COSTLY.get(key[1], 12)}
    assert over == {} and len(asked) > 1000


def test_no_page_breaks(walk: Walk) -> None:
    broken = {key for key, (answer, _) in walk.items() if answer.status_code >= 500}
    assert broken == set()


def test_a_stranger_finds_nothing_under_the_id_of_another(walk: Walk) -> None:
    found = {
        view
        for (role, view), (answer, _) in walk.items()
        if role == "stranger" and "_id>" in view and answer.status_code != 404
    }
    assert found == OPEN_TO_COLLEAGUES


def test_every_view_has_a_mark() -> None:
    app = create_app()
    app.add_url_rule("/forgotten", "forgotten", lambda: "")
    with pytest.raises(RuntimeError, match="without an access mark: forgotten"):
        check_every_view(app)


def test_the_app_does_not_start_with_a_forgotten_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    view = create_app().view_functions["help.index"]
    monkeypatch.delattr(view, "access")
    with pytest.raises(RuntimeError, match=r"help\.index"):
        create_app()
