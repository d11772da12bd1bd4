"""What two people do in their browsers to bring an example of the regulation to its PDFs."""

from typing import Any

from tests import records
from tests.browser import Browser, Form, Page
from tests.regulation.stage import Stage

SKP = "/planning/1/"


def skp(stage: Stage) -> None:
    """Write the whole SKP, submit it and have it approved."""
    owner, shown = stage[stage.employee], stage.example
    form = owner.get("/planning/new").form("/planning/new")
    page = owner.submit(form, approach=shown["approach"])
    for one in shown["rhks"]:
        page = rhk(owner, page, one)
    expected = {one["value"]: one["expectation"] for one in shown["behaviours"]}
    path = f"{SKP}behaviours"
    owner.submit(owner.get(path).form(path), **expected)
    if any(shown["appendix"].values()):
        appendix(owner, shown["appendix"])
    manuals(owner, shown)
    owner.submit(owner.get(SKP).form(f"{SKP}submit"))
    superior = stage[stage.assessor]
    superior.submit(superior.get(f"{SKP}review").form(f"{SKP}approve"))


def rhk(owner: Browser, page: Page, shown: dict[str, Any]) -> Page:
    """One more card with all its indicators."""
    before = cards(page)
    page = owner.submit(page.form(f"{SKP}rhk", f'value="{shown["kind"]}"'))
    (card,) = cards(page) - before
    for _ in shown["indicators"][1:]:
        page = owner.submit(page.form(card), button=("do", "add"))
    form = page.form(card)
    typed = {"statement": shown["statement"], "assigner": shown["assigner"] or ""}
    if shown["intervened"]:
        typed["intervened_text"] = shown["intervened"]
    for key, one in zip(rows(form), shown["indicators"], strict=True):
        typed[f"statement-{key}"] = one["statement"]
        typed[f"target-{key}"] = one["target"]
        typed[f"kind-{key}"] = one["aspect"] or one["perspective"] or ""
    return owner.submit(form, button=("do", "save"), **typed)


def cards(page: Page) -> set[str]:
    """Where the cards of the editor are sent."""
    actions = page.all("//form[starts-with(@action, '/planning/rhk/')]/@action")
    return {str(action) for action in actions if not str(action).endswith("/delete")}


def rows(form: Form) -> list[str]:
    """Ids of a card's indicators, in order."""
    names = [str(name) for name, _ in form.element.form_values()]
    return [name.partition("-")[2] for name in names if name.startswith("statement-")]


def appendix(owner: Browser, shown: dict[str, list[str]]) -> None:
    """The three parts of the Lampiran."""
    path = f"{SKP}appendix"
    owner.submit(owner.get(path).form(path), **shown)


def manuals(owner: Browser, shown: dict[str, Any]) -> None:
    """The manuals of a head's indicators."""
    for manual in shown.get("manuals", ()):
        links = owner.get(f"{SKP}manual").links()
        path = [link for link in links if link.startswith("/planning/indicator/")][manual["place"]]
        typed = {name: manual[name] for name in ("purpose", "definition", "formula", "unit",
                 "source", "control_level", "reporting")}  # fmt: skip
        owner.submit(owner.get(path).form(path), **typed)


def evaluation(stage: Stage) -> str:
    """Report, feedback, the organisation's result and both ratings; the results' path."""
    shown = stage.example
    with stage.app.app_context():
        window = records.window(4)
    path = f"/review/skp/1/{window}/"
    report(stage, f"{path}report")
    feedback(stage)
    team, form = stage["team"], f"/admin/windows/{window}/units/{stage.unit_id}"
    team.submit(
        team.get(form).form(form),
        level=shown["organisation_level"], decided_by="Pimpinan instansi",
        basis="Laporan kinerja", decided_on="20/11/2026",
    )  # fmt: skip
    superior = stage[stage.assessor]
    chosen = {"result": shown["result_rating"], "behaviour": shown["behaviour_rating"]}
    superior.submit(superior.get(path).form(path), button=("do", "check"), **chosen)
    superior.submit(superior.get(f"{path}check").form(f"{path}rate"))
    return path.replace("/review/", "/results/")


def report(stage: Stage, path: str) -> None:
    """What each indicator reached."""
    owner = stage[stage.employee]
    form = owner.get(path).form(path)
    fields = [name for name, _ in form.element.form_values() if name.startswith("realisation-")]
    reached = [row["realisation"] for one in stage.example["rhks"] for row in one["indicators"]]
    typed = dict(zip(fields, reached, strict=True))
    owner.submit(form, button=("do", "send"), **typed)


def feedback(stage: Stage) -> None:
    """Every piece of feedback on indicators and behaviours, by who it comes from."""
    path = "/review/feedback/1/"
    page = stage[stage.assessor].get(path)
    subjects = [str(value) for value in page.all("//select[@name='about']//option/@value")]
    indicators = (one for one in subjects if one.startswith("indicator:"))
    said = [(row["feedback"], next(indicators)) for one in stage.example["rhks"]
            for row in one["indicators"]]  # fmt: skip
    said += [(one["feedback"], f"value:{one['value']}") for one in stage.example["behaviours"]]
    for given, about in said:
        for one in given:
            giver = stage[stage.giver(one["source"])]
            form = giver.get(path).form(path)
            giver.submit(form, about=about, source=one["source"], text=one["text"])
