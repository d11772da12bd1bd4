"""Kalibrasi: everybody of one penilai side by side, over HTTP."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.domain.ratings import Predicate
from skpweb.domain.states import EvaluationState
from skpweb.domain.terms import FeedbackSource, FeedbackTone
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.review import Evaluation, Feedback, Realisation
from tests import records
from tests.browser import Page
from tests.office import SmallOffice
from tests.web.scene import Scene


class Pair(Scene):
    """Iwan and Yuli in the third quarter; only Iwan has something to be rated on."""

    def __init__(self, app: Flask, office: SmallOffice) -> None:
        super().__init__(app, office)
        with app.app_context():
            self.other = records.approved_skp(office, "yuli")
        self.sheet = f"/review/calibration/{self.window}/"

    def ground(self, skp_id: int) -> None:
        """A sent report and feedback, so that a predicate can be set."""
        with self.app.app_context():
            db.session.add(Evaluation(skp_id=skp_id, window_id=self.window, reported_at=utc_now(),
                                      state=EvaluationState.REPORTED))  # fmt: skip
            indicator = records.rows(skp_id)[0].indicators[0]
            db.session.add(Realisation(skp_id=skp_id, window_id=self.window,
                                       indicator_key=indicator.key, text="9"))  # fmt: skip
            db.session.add(Feedback(skp_id=skp_id, about="value:loyal", text="Baik",
                                    source=FeedbackSource.LEADER, tone=FeedbackTone.APPRECIATION,
                                    giver_id=self.office.ids["kasi"],
                                    given_on=date(2026, 8, 1)))  # fmt: skip
            db.session.commit()

    def choose(self, status: int = 200, do: str = "draft", **chosen: str) -> Page:
        """Ratings typed into the sheet."""
        form = self.kasi.get(self.sheet).form(self.sheet)
        return self.kasi.submit(form, status, button=("do", do), **self.named(chosen))

    def named(self, chosen: dict[str, str]) -> dict[str, str]:
        """iwan="above meets" as the sheet names its fields."""
        ids = {"iwan": self.skp_id, "yuli": self.other}
        named = {}
        for who, both in chosen.items():
            pair = zip(("result", "behaviour"), both.split(), strict=True)
            named |= {f"{field}-{ids[who]}": value for field, value in pair}
        return named

    def stored(self) -> dict[int, Evaluation]:
        """What the database says, by SKP."""
        with self.app.app_context():
            return {one.skp_id: one for one in db.session.scalars(sa.select(Evaluation))}


@pytest.fixture
def pair(app: Flask, office: SmallOffice) -> Pair:
    """A fresh pair."""
    return Pair(app, office)


def test_drafts_of_several_people_at_once(pair: Pair) -> None:
    page = pair.choose(iwan="above meets", yuli="meets meets")
    assert "Draf: Baik" in page.text
    kept = pair.stored()
    assert (kept[pair.skp_id].result_rating, kept[pair.other].result_rating) == ("above", "meets")
    assert kept[pair.skp_id].predicate is None
    # what was not touched keeps its version
    pair.choose(yuli="meets above")
    again = pair.stored()
    assert again[pair.skp_id].version_id == kept[pair.skp_id].version_id


def test_a_row_changed_elsewhere_is_shown_and_the_others_are_saved(pair: Pair) -> None:
    old = pair.kasi.get(pair.sheet).form(pair.sheet)
    pair.choose(iwan="below meets")
    typed = pair.named({"iwan": "above above", "yuli": "meets meets"})
    page = pair.kasi.submit(old, 409, button=("do", "draft"), **typed)
    assert "1 baris sudah berubah" in page.text
    assert "tersimpan di bawah ekspektasi / sesuai ekspektasi" in page.text
    kept = pair.stored()
    assert (kept[pair.skp_id].result_rating, kept[pair.other].result_rating) == ("below", "meets")
    pair.kasi.submit(page.form(pair.sheet), button=("do", "draft"))  # still there: used now
    assert pair.stored()[pair.skp_id].result_rating == "above"


def test_several_predicates_and_the_one_that_cannot_be_set(pair: Pair) -> None:
    pair.result()
    pair.ground(pair.skp_id)
    page = pair.choose(do="check", iwan="above meets", yuli="meets meets")
    assert "Belum ada realisasi" in page.text
    assert page.all("//input[@name='skp']/@value") == [str(pair.skp_id)]
    form = page.form(f"{pair.sheet}rate")
    page = pair.kasi.submit(form, skp=[str(pair.skp_id), str(pair.other)])
    assert "1 predikat ditetapkan" in page.text and "1 belum ditetapkan" in page.text
    kept = pair.stored()
    assert kept[pair.skp_id].predicate is Predicate.GOOD
    assert kept[pair.skp_id].snapshot["rhks"][0]["indicators"][0]["realisation"] == "9"
    assert kept[pair.other].predicate is None
    assert "Berikutnya: serahkan dokumennya" in page.text
    page = pair.kasi.get(pair.sheet)
    assert "1 dokumen evaluasi belum diserahkan" in page.text
    assert "/review/papers/deliver/" in page.links()
    assert (
        "belum diserahkan" not in pair.team.get(f"{pair.sheet}?of={pair.office.ids['kasi']}").text
    )


def test_what_changed_since_the_check_page_is_not_set(pair: Pair) -> None:
    pair.result()
    pair.ground(pair.skp_id)
    form = pair.choose(do="check", iwan="above meets").form(f"{pair.sheet}rate")
    pair.say("yuli", text="Berkas sering tertukar.")
    page = pair.kasi.submit(form)
    assert "berubah sejak halaman dibuka" in page.text
    assert pair.stored()[pair.skp_id].predicate is None
    pair.kasi.submit(page.form(f"{pair.sheet}rate"))
    assert pair.stored()[pair.skp_id].predicate is Predicate.GOOD


def test_who_sees_whom(pair: Pair) -> None:
    pair.choose(iwan="above meets")
    of = f"{pair.sheet}?of={pair.office.ids['kasi']}"
    for who in ("camat", "team"):
        page = getattr(pair, who).get(of)
        assert "Iwan Permadanu" in page.text and "Draf: Baik" in page.text
        assert not page.all("//main//select")
        data = {"csrf_token": getattr(pair, who).token(), f"result-{pair.skp_id}": "below",
                f"behaviour-{pair.skp_id}": "below", f"mark-{pair.skp_id}": "x"}  # fmt: skip
        getattr(pair, who).post(pair.sheet, data)
    assert pair.stored()[pair.skp_id].result_rating == "above"
    for who in ("iwan", "yuli", "stranger", "admin"):
        getattr(pair, who).get(of, 404)
    page = pair.kasi.get(f"{pair.sheet}?of={pair.office.ids['camat']}")
    assert not page.all("//main//table")


def test_the_sheet_asks_no_more_for_many(pair: Pair) -> None:
    with pair.app.app_context():
        db.session.execute(sa.text("UPDATE skp SET ends_on = '2026-02-01' WHERE id = :id"),
                           {"id": pair.other})  # fmt: skip
        db.session.commit()
    one = pair.kasi.get(pair.sheet)
    assert len(one.all("//main//tbody[1]/tr//select")) == 2
    with pair.app.app_context():
        db.session.execute(sa.text("UPDATE skp SET ends_on = '2026-12-31'"))
        db.session.commit()
    pair.ground(pair.skp_id)
    pair.ground(pair.other)
    many = pair.kasi.get(pair.sheet)
    assert len(many.all("//main//tbody[1]/tr//select")) == 4
    assert one.queries == many.queries <= 12


def test_sorting_is_a_link(pair: Pair) -> None:
    pair.choose(yuli="above above", iwan="below meets")
    names = "//main//form//tbody/tr/th/a/text()"
    assert pair.kasi.get(pair.sheet).all(names) == ["Iwan Permadanu", "Yuli Anggrawati"]
    found = pair.kasi.get(f"{pair.sheet}?sort=rating").all(names)
    assert found == ["Yuli Anggrawati", "Iwan Permadanu"]
