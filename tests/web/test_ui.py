"""The macros: what they tie together, and that pictures and tables say the same."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jinja2
import pytest
from flask import Flask, render_template_string
from flask_wtf import CSRFProtect, FlaskForm
from lxml import html
from wtforms import FieldList, RadioField, StringField, TextAreaField
from wtforms.validators import InputRequired, Optional

from skpweb.domain.lifecycle import EntryState, EvaluationState, SkpState
from skpweb.domain.ratings import NINE_CELLS, Predicate, Rating, predicate
from skpweb.web import formats

TEMPLATES = Path(__file__).parents[2] / "templates"
Render = Callable[..., Any]


class Sample(FlaskForm):
    """A field of each kind that an error may stand at."""

    text = TextAreaField("Kegiatan", [InputRequired("Tulis kegiatan Anda")])
    rating = RadioField("Rating", [InputRequired("Pilih rating")], choices=["a", "b"])
    targets = FieldList(StringField("Target", [InputRequired("Isi target")]), min_entries=2)
    remark = StringField("Catatan", [Optional()])


@pytest.fixture
def render() -> Iterator[Render]:
    """Render macro calls and give the tree; words of enums are their values."""
    app = Flask(__name__, template_folder=str(TEMPLATES))
    app.config["SECRET_KEY"] = "x" * 32
    CSRFProtect(app)
    app.jinja_env.undefined = jinja2.StrictUndefined
    app.jinja_env.filters |= formats.FILTERS | {"label": lambda member: f"<{member.value}>"}
    app.jinja_env.globals |= {"NINE_CELLS": NINE_CELLS, "PREDICATES": tuple(Predicate)}

    def tree(source: str, **context: Any) -> Any:
        text = render_template_string('{% import "ui.html" as ui %}' + source, **context)
        return html.fragment_fromstring(text, create_parent="main")

    with app.test_request_context("/list?q=x&page=2", method="POST", data={}):
        yield tree


def test_each_error_links_to_the_control_it_is_about(render: Render) -> None:
    form = Sample(meta={"csrf": False})
    assert not form.validate()
    page = render(
        "{{ ui.error_summary(form) }}{{ ui.area(form.text, hint='Satu kalimat') }}"
        "{{ ui.picks(form.rating) }}{% for f in form.targets %}{{ ui.field(f) }}{% endfor %}",
        form=form,
    )
    links = {a.get("href")[1:]: a.text for a in page.iterfind(".//*[@id='galat']//a")}
    assert list(links) == ["text", "rating-0", "targets-0", "targets-1"]
    for target, words in links.items():
        control = page.find(f".//*[@id='{target}']")
        field = next(a for a in control.iterancestors() if "is-bad" in a.get("class", ""))
        assert words in field.text_content()
    described = page.find(".//textarea").get("aria-describedby").split()
    assert [page.find(f".//*[@id='{d}']").get("class") for d in described] == ["hint", "err"]


def test_optional_fields_say_so_and_the_browser_judges_nothing(render: Render) -> None:
    page = render("{{ ui.field(form.remark) }}{{ ui.area(form.text) }}", form=Sample())
    assert [label.get("class") for label in page.iterfind(".//label")] == ["opt", None]
    assert page.xpath("//@required | //@maxlength") == []


def test_a_form_posts_to_one_place_with_and_without_script(render: Render) -> None:
    page = render(
        "{% call ui.post('/skp/1', id='f', target='#isi', kunci='k', version=0) %}"
        "{{ ui.autosave('/skp/1/draft', 'state') }}{% endcall %}"
        "{% call ui.post('/logout') %}{{ ui.button('Keluar') }}{% endcall %}"
    )
    form, plain = page.iterfind(".//form")
    assert form.get("hx-post") == form.get("action") == "/skp/1"
    assert "novalidate" in form.attrib
    assert form.get("method") == "post"
    hidden = {i.get("name"): i.get("value") for i in form.iterfind("input[@type='hidden']")}
    assert len(hidden.pop("csrf_token")) > 20
    assert hidden == {"kunci": "k", "version": "0"}
    button = form.find(".//button")
    assert button.get("hx-post") == button.get("formaction") == "/skp/1/draft"
    assert [name for name in plain.attrib if name.startswith("hx-")] == []


@pytest.mark.parametrize("state", [*SkpState, *EntryState, *EvaluationState])
def test_every_state_has_a_shape_and_a_word(render: Render, state: Any) -> None:
    tag = render("{{ ui.tag(state) }}", state=state).find("span")
    assert tag.text_content() == f"<{state.value}>"
    assert len(tag.find("svg")) > 0


@pytest.mark.parametrize("result", Rating)
@pytest.mark.parametrize("behaviour", Rating)
def test_nine_cells_mark_one_box_in_picture_and_table(
    render: Render, result: Rating, behaviour: Rating
) -> None:
    page = render("{{ ui.nine_cells(r, b) }}", r=result, b=behaviour)
    reached = f"<{predicate(result, behaviour).value}>"
    assert reached in page.find(".//desc").text
    assert len(page.findall(".//rect[@class='cell-on']")) == 1
    assert [b.text for b in page.iterfind(".//td/b")] == [reached]
    column = list(NINE_CELLS[result]).index(behaviour)
    row = list(NINE_CELLS).index(result)
    box = page.find(".//rect[@class='cell-on']")
    assert (box.get("x"), box.get("y")) == (str(64 + 90 * column), str(10 + 62 * row))


def test_nine_cells_without_ratings_mark_nothing(render: Render) -> None:
    page = render("{{ ui.nine_cells() }}")
    assert page.findall(".//rect[@class='cell-on']") == page.findall(".//td/b") == []


def test_distribution_draws_bars_of_the_counts_and_writes_them_down(render: Render) -> None:
    counts = {Predicate.GOOD: 6, Predicate.VERY_GOOD: 3}
    page = render("{{ ui.distribution(counts, guide) }}", counts=counts, guide=counts)
    assert [float(r.get("height")) for r in page.iterfind(".//rect")] == [126.0, 63.0]
    rows = [[c.text for c in tr] for tr in page.iterfind(".//tbody/tr")]
    assert rows[0] == ["<very_good>", "3", "33,3 %"]
    assert [row[1] for row in rows] == ["3", "6", "0", "0", "0"]
    assert page.find(".//path[@class='guide']").get("d").startswith("M40 170")


def test_distribution_of_nobody(render: Render) -> None:
    page = render("{{ ui.distribution({}) }}")
    assert page.findall(".//rect") == []
    assert {tr[2].text for tr in page.iterfind(".//tbody/tr")} == {"–"}


def test_trend_leaves_a_gap_where_nothing_was_set(render: Render) -> None:
    names = ("Triwulan I", "Triwulan II", "Triwulan III")
    given = (Predicate.GOOD, None, Predicate.VERY_POOR)
    points = [{"short": n, "name": n, "predicate": p} for n, p in zip(names, given, strict=True)]
    page = render("{{ ui.trend(points) }}", points=points)
    assert [c.get("cy") for c in page.iterfind(".//circle")] == ["64", "178"]
    assert [td.text for td in page.iterfind(".//td")] == [
        "<good>",
        "Belum ditetapkan",
        "<very_poor>",
    ]


def test_facts_offer_to_fill_in_what_is_missing(render: Render) -> None:
    page = render(
        "{{ ui.facts([('Jabatan', 'Pengolah', '/j'), ('NIP', ''), ('Unit', '', '/u')]) }}"
    )
    texts = [row.text_content() for row in page.iterfind(".//div")]
    assert texts == ["JabatanPengolahUbah jabatan", "NIP–", "UnitIsi unit"]


def test_words_of_people_are_never_markup(render: Render) -> None:
    evil = "<b onclick=x>&"
    page = render(
        "{{ ui.message(evil, 'ok') }}{{ ui.diff(evil, evil ~ '2') }}"
        "{{ ui.facts([(evil, evil, '/', evil)]) }}{{ ui.go('/', evil, evil) }}{{ ui.tag(evil) }}",
        evil=evil,
    )
    assert page.findall(".//b") == []
    assert page.text_content().count(evil) == 9
