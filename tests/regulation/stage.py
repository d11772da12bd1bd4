"""An office for one example of the regulation, and its people at their browsers."""

import json
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from flask import Flask

from skpweb.accounts import passwords
from skpweb.extensions import db
from skpweb.models.organisation import Unit
from skpweb.models.people import Account, Employee, Posting
from tests.browser import PASSWORD, Browser
from tests.office import SmallOffice

EXAMPLES = Path(__file__).parent / "examples"
#: nicknames of the Pegawai and of the Pejabat Penilai by the family of forms
PARTIES = {"leader": ("camat", "bupati"), "staff": ("iwan", "kasi")}
#: who gives the feedback of a source; the penilai gives that of "leader"
GIVERS = {"peer": "team", "subordinate": "yuli", "other": "stranger"}


def examples(*kinds: str) -> list[str]:
    """Ids of the transcribed examples of these kinds."""
    return sorted(p.stem for p in EXAMPLES.glob("*.json") if example(p.stem)["kind"] in kinds)


def example(name: str) -> dict[str, Any]:
    """One transcribed example."""
    found: dict[str, Any] = json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    return found


class Stage:
    """The small office with the two people of an example in their posts."""

    def __init__(self, app: Flask, office: SmallOffice, shown: dict[str, Any]) -> None:
        self.app, self.office, self.example = app, office, shown
        self.employee, self.assessor = PARTIES[shown["form"]]
        self.browsers: dict[str, Browser] = {}
        with app.app_context():
            self._account_of_the_official()
            self.unit_id = self._post(self.employee, shown["employee"])
            self._post(self.assessor, shown["assessor"])
            db.session.commit()

    def __getitem__(self, nick: str) -> Browser:
        """Somebody's browser, signed in on first use."""
        if nick not in self.browsers:
            self.browsers[nick] = Browser(self.app)
            self.browsers[nick].sign_in(SmallOffice.NIPS.get(nick, nick))
        return self.browsers[nick]

    def giver(self, source: str) -> str:
        """Nickname of who gives feedback of this source."""
        return self.assessor if source == "leader" else GIVERS[source]

    def name(self, nick: str) -> str:
        """The name a form prints."""
        with self.app.app_context():
            return db.session.get_one(Employee, self.office.ids[nick]).full_name

    def _post(self, nick: str, post: dict[str, str]) -> int:
        posting = db.session.scalars(
            sa.select(Posting).where(Posting.employee_id == self.office.ids[nick])
        ).one()
        unit = db.session.scalar(sa.select(Unit).where(Unit.name == post["unit"]))
        if unit is None:
            unit = Unit(name=post["unit"], is_independent=posting.leads_unit)
            db.session.add(unit)
            db.session.flush()
        posting.position_name, posting.unit_id = post["position"], unit.id
        return unit.id

    def _account_of_the_official(self) -> None:
        db.session.add(
            Account(
                employee_id=self.office.ids["bupati"],
                username="bupati",
                password_hash=passwords.hashed(PASSWORD),
            )
        )
