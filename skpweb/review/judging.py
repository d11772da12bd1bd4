"""What stands beside the decision: the unit's pattern, questions, and whose turn it is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from skpweb.domain import bias, deadlines, distribution, lifecycle
from skpweb.domain.bias import Case, Question, Said
from skpweb.domain.checks import HEAD_FOLLOWS
from skpweb.domain.clocks import Clock, ClockKind
from skpweb.domain.ratings import OrganisationLevel, Predicate, Rating
from skpweb.domain.terms import RhkKind
from skpweb.models.review import Evaluation, Feedback
from skpweb.review.drafting import Draft
from skpweb.review.queries.evaluations import Basis
from skpweb.web import clock
from skpweb.web.formats import tanggal, tenggat
from skpweb.web.workdays import workdays

Beside = dict[str, Any]  #: what ui.distribution draws, and what is to be said of it


def pattern(draft: Draft, basis: Basis, day: date) -> Beside:
    """The unit's predicates with this draft, beside the guide of its result."""
    counts = dict(basis.counts)
    if draft.predicate is not None:
        counts[draft.predicate] += 1
    return beside(basis.standing.level, counts, day)


def beside(level: OrganisationLevel | None, counts: Mapping[Predicate, int], day: date) -> Beside:
    """Counts of predicates beside the guide of an organisation's result, as of a day."""
    circular = distribution.circular(day)
    return {
        "counts": counts,
        "level": level,
        "guide": distribution.guide(level) if level else None,
        "findings": distribution.compare(level, counts, day) if level else [],
        "limits": distribution.beside(level, counts, day) if level else [],
        "basis": circular.legal_basis if circular else "",
    }


def asked(evaluation: Evaluation, draft: Draft, basis: Basis) -> list[Question]:
    """Polite questions about the draft; never a refusal."""
    kinds = {rhk.key: rhk.kind for rhk in basis.version.rhks}
    is_annual = evaluation.window.is_annual
    return bias.questions(
        Case(
            today=clock.today(),
            result=draft.result,
            behaviour=draft.behaviour,
            said=said(evaluation.feedback),
            rated=list(draft.rhks.values()),
            main=[one for key, one in draft.rhks.items() if kinds.get(key) is RhkKind.MAIN],
            colleagues=basis.colleagues,
            quarters=[pair_of(one) for one in basis.others] if is_annual else (),
        )
    )


def said(feedback: Sequence[Feedback]) -> list[Said]:
    """Feedback as the questions look at it."""
    return [Said(one.under, one.tone, one.giver_id, one.given_on) for one in feedback]


def pair_of(evaluation: Evaluation) -> bias.Pair:
    """Both ratings of a rated evaluation."""
    assert evaluation.result_rating is not None
    assert evaluation.behaviour_rating is not None
    return evaluation.result_rating, evaluation.behaviour_rating


def expected_of_head(evaluation: Evaluation) -> Rating | None:
    """The rating hasil kerja that follows the result of the unit he leads."""
    own = evaluation.own_unit_level
    return HEAD_FOLLOWS[own] if own is not None else None


def prefilled(evaluation: Evaluation, draft: Draft) -> Draft:
    """A head's rating hasil kerja is offered as his organisation's result gives it."""
    expected = expected_of_head(evaluation)
    is_open = evaluation.state is not lifecycle.EvaluationState.RATED and draft.result is None
    return replace(draft, result=expected) if expected and is_open else draft


def passed(evaluation: Evaluation) -> Clock | None:
    """The atasan penilai's clock, once the penilai let the window pass (p.116)."""
    is_rated = evaluation.state is lifecycle.EvaluationState.RATED
    if is_rated or not evaluation.parties(clock.today()).senior_stands_in:
        return None
    closed = evaluation.window.closes_on
    return workdays().clock(
        ClockKind.SENIOR_RATES, workdays().ends_on(deadlines.SENIOR_SIGNS, closed)
    )


def steps(evaluation: Evaluation, basis: Basis) -> list[dict[str, str]]:
    """The order of an evaluation: who does what now, until when, and what if it lapses."""
    window, state = evaluation.window, evaluation.state
    day, has_level = tanggal(window.closes_on), basis.standing.level is not None
    over = passed(evaluation)
    last_year = " Untuk evaluasi tahunan: bila belum ada sampai akhir Januari, dipakai capaian " \
        "tahun sebelumnya (hlm. 94)." if window.is_annual else ""  # fmt: skip
    rows = (
        ("Laporan pegawai", state is not lifecycle.EvaluationState.OPEN,
         f"{evaluation.skp.employee.name} mengisi realisasi dan bukti, lalu mengirimnya paling "
         f"lambat {day}. Sebelum itu, menilai tanpa laporan perlu alasan. Bila lewat: dinilai dari "
         "realisasi yang sudah diisi."),
        ("Capaian kinerja organisasi", has_level,
         f"Tim pengelola kinerja mencatatnya paling lambat {day}. Tanpa ini predikat tidak dapat "
         f"ditetapkan (hlm. 92–94).{last_year}"),
        ("Rating dan predikat", state is lifecycle.EvaluationState.RATED,
         f"Atasan pejabat penilai menetapkan, {tenggat(over)}; hasilnya final." if over else
         f"Pejabat penilai menetapkan paling lambat {day}. Bila lewat: beralih kepada atasan "
         "pejabat penilai, hasilnya final (hlm. 90)."),
    )  # fmt: skip
    now = next((number for number, row in enumerate(rows) if not row[1]), None)
    return [
        {"title": title, "detail": detail,
         "state": "done" if is_done else "now" if number == now else "later"}
        for number, (title, is_done, detail) in enumerate(rows)
    ]  # fmt: skip
