"""What two people do in their browsers to bring an example of the regulation to its PDFs."""

from typing import Any

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
    """The manuals of a head's indicators, in the order of the indicators."""
    for place, manual in enumerate(shown.get("manuals", ())):
        page = owner.get(f"{SKP}manual")
        links = [link for link in page.links() if link.startswith("/planning/indicator/")]
        path = list(dict.fromkeys(links))[place]
        typed = {name: manual[name] for name in ("purpose", "definition", "formula", "unit",
                 "source", "control_level", "reporting")}  # fmt: skip
        owner.submit(owner.get(path).form(path), **typed)
