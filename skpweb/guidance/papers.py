"""What follows a bimbingan: its feedback B.1.8 and the evaluasi kompetensi B.1.9 (p.83-85)."""

from collections.abc import Callable
from typing import Any

from flask import Response, abort, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.documents import guidance_papers
from skpweb.domain import guidance as rules
from skpweb.domain import guidance_forms as forms
from skpweb.domain import lifecycle
from skpweb.domain.guidance_forms import PaperKind, Rows
from skpweb.domain.lifecycle import Action, Refused
from skpweb.extensions import db
from skpweb.guidance import bp, pdf, queries
from skpweb.models.guidance import GuidancePaper
from skpweb.office import guidance as verbs
from skpweb.web import clock, versions
from skpweb.web.access import own
from skpweb.web.answer import done
from skpweb.web.page import page

PATH = "/<int:guidance_id>/<any(feedback, competence):paper>"
CLOSED = "Formulir ini sudah ditandatangani atau bukan bagian Anda."
STALE = "Formulir ini berubah sejak halaman dibuka. Isian Anda masih ada; periksa, lalu kirim lagi."
EXTRA = 2  #: empty lines for competences of one's own


@bp.get(f"{PATH}/")
@own(queries.paper)
def show_paper(paper: GuidancePaper) -> Response:
    """The form to write in, or what was signed."""
    return show(paper)


@bp.post(f"{PATH}/")
@own(queries.paper)
def save_paper(paper: GuidancePaper) -> Response | BaseResponse:
    """Keep what was typed; the button may also sign it."""
    sent, mine = READ[paper.kind_of](), is_mine(paper)
    long = forms.too_much(row for rows in sent.values() for row in rows)
    stale = STALE if versions.is_stale(paper) else None
    if not mine or stale or long:
        return show(paper, 422 if mine and not stale else 409, sent, long or stale or CLOSED)
    return _keep(paper, sent)


@bp.get(f"{PATH}/format.pdf")
@own(queries.paper)
def paper_pdf(paper: GuidancePaper) -> Response:
    """B.1.8 or B.1.9: a draft, or the paper that was kept."""
    return pdf.answer(guidance_papers.paper(paper, clock.today()), "tindak-lanjut-bimbingan.pdf")


def is_mine(paper: GuidancePaper) -> bool:
    """Whether whoever asks writes it now."""
    return bool(lifecycle.open_to(paper.moves, current_user, paper, clock.today()))


def answers() -> dict[str, Rows]:
    """The nine answers of B.1.8, each in its place."""
    texts = [request.form.get(f"answer-{at}", "").strip() for at in range(forms.COUNT)]
    return {"answers": [{"text": text} for text in texts]}


def values() -> dict[str, Rows]:
    """The values of B.1.9: the fixed competences in their places, then those written here."""
    typed = [request.form.getlist(name) for name in ("name", "value", "reason")]
    rows = [
        {"name": name.strip(), "value": value, "reason": reason.strip()}
        for name, value, reason in zip(*typed, strict=False)
    ]
    fixed = [row | {"name": name} for name, row in zip(forms.FIXED, rows, strict=False)]
    own = [row for row in rows[len(forms.FIXED) :] if any(row.values())]
    advice = request.form.get("advice", "").strip()
    found = [row | {"value": row["value"] if row["value"] in SCALE else ""} for row in fixed + own]
    return {"values": found, "advice": [{"text": advice}] if advice else []}


LACKS = {"name": "nama", "value": "nilai", "reason": "alasan"}
SCALE = {str(value) for value in forms.SCALE}
READ: dict[PaperKind, Callable[[], dict[str, Rows]]] = {
    PaperKind.FEEDBACK: answers,
    PaperKind.COMPETENCE: values,
}


def show(
    paper: GuidancePaper, status: int = 200, sent: dict[str, Rows] | None = None, problem: str = ""
) -> Response:
    """The page; ``sent`` wins over what is stored."""
    body: dict[str, Any] = {**paper.body, **(sent or {})}
    return page(
        f"guidance/{paper.kind_of.value}.html",
        status,
        paper=paper,
        record=paper.guidance,
        body=body,
        problem=problem,
        missing=missing(paper.kind_of, body) if problem and _signs() else {},
        is_mine=is_mine(paper),
        version=versions.shown(paper),
        statements=forms.STATEMENTS,
        competences=forms.COMPETENCES,
        fixed=forms.FIXED,
        scale=forms.SCALE,
        extra=EXTRA,
    )


def missing(kind: PaperKind, body: dict[str, Rows]) -> dict[str, str]:
    """Field -> what it is about, for each row that a signature still needs."""
    if kind is PaperKind.FEEDBACK:
        texts = [text for group in forms.STATEMENTS.values() for text in group]
        return {f"answer-{at}": f"{at + 1}. {texts[at]}" for at in rules.gaps(kind, body)}
    rows = body.get("values", [])
    found = {}
    for at in rules.gaps(kind, body):
        row = rows[at] if at < len(rows) else {}
        lacks = next((one for one in ("name", "value", "reason") if not row.get(one)), "value")
        name = row.get("name") or "Kompetensi teknis"
        found[f"{lacks}-{at}"] = f"{name}: {LACKS[lacks]}"
    return found


def _signs() -> bool:
    return request.form.get("do") == Action.SIGN.value


def _keep(paper: GuidancePaper, sent: dict[str, Rows]) -> Response | BaseResponse:
    day, key = clock.today(), (paper.guidance_id, paper.kind_of.value)
    signs = _signs()
    try:
        db.session.add(paper)
        verbs.write(current_user, paper, sent, day)
        if signs:
            verbs.sign(current_user, paper, day)
    except Refused as refusal:
        db.session.rollback()
        found = queries.paper(current_user, *key)
        return show(found, 422, sent, str(refusal)) if found is not None else abort(404)
    flash("Ditandatangani dan dikirim." if signs else "Tersimpan.", "ok")
    kind = paper.kind_of
    answer = done(url_for("guidance.show_paper", guidance_id=key[0], paper=key[1]))
    if signs:
        guidance_papers.make(key[0], day, kind)
    return answer
