"""This year at the puskesmas: a Plt, a transfer, a new PPPK, a CPNS, a long leave."""

from datetime import date, timedelta

from skpweb.domain.calendar import WindowKind
from skpweb.domain.ratings import OrganisationLevel
from skpweb.domain.terms import Approach, FeedbackTone
from skpweb.models import evaluations
from skpweb.models.organisation import EvaluationWindow
from skpweb.models.planning import SkpVersion
from skpweb.office.demo import journals, judgements, skps
from skpweb.office.demo.clinic import CLINIC_PLANS, CLINIC_RATINGS, HEAD, KENANGA
from skpweb.office.demo.people import Actor
from skpweb.office.demo.plans import Plan
from skpweb.office.demo.staff import CLINIC, OTHER_CLINIC
from skpweb.office.demo.years import Year

#: person -> first and last (month, day) of the SKP
SPANS = {
    "PRW": ((7, 1), (12, 31)),
    "BDN": ((3, 1), (12, 31)),
    "NUT": ((4, 1), (12, 31)),
}


def build(
    actors: dict[str, Actor], year: Year, units: dict[str, int], today: date,
    days_off: set[date],
) -> None:  # fmt: skip
    """As far as the year has come on ``today``."""
    windows = [w for w in year.windows if w.kind is WindowKind.QUARTER and w.opens_on <= today]
    levels = {window.number: OrganisationLevel.GOOD for window in windows}
    for name in (CLINIC, OTHER_CLINIC):
        judgements.set_results(units[name], windows, levels, "Keputusan Kepala Dinas Kesehatan")
    named: skps.Named = {}
    _agreed(HEAD, actors, year, ((1, 1), (12, 31)), named, today)
    if today >= date(year.year, 1, 15):
        _kenanga(actors, year, windows, named, today)
    for plan in CLINIC_PLANS:
        span = SPANS.get(plan.who, ((1, 1), (12, 31)))
        if today >= date(year.year, *span[0]):
            version = _agreed(plan, actors, year, span, named, today)
            names = {name: rhk.key for name, rhk in named.items()}
            _evaluate(plan, version, actors, windows, today)
            _journal(plan.who, version, actors, year, names, today, days_off)


def _agreed(
    plan: Plan, actors: dict[str, Actor], year: Year,
    span: tuple[tuple[int, int], tuple[int, int]], named: skps.Named, today: date,
) -> SkpVersion:  # fmt: skip
    first, last = date(year.year, *span[0]), date(year.year, *span[1])
    version = skps.write(plan, actors[plan.who], year, (first, last), Approach.QUALITATIVE, named)
    skp_id, signed = version.skp_id, min(first + timedelta(days=12), today)
    skps.submit(skp_id, actors[plan.who], signed)
    return skps.approve(skp_id, _assessor(skp_id, actors, signed), signed)


def _assessor(skp_id: int, actors: dict[str, Actor], day: date) -> Actor:
    """Whoever is the penilai on that day, Plt included."""
    wanted = evaluations.dossier(skp_id).parties(day).assessor_id
    return next(actor for actor in actors.values() if actor.employee_id == wanted)


def _kenanga(
    actors: dict[str, Actor], year: Year, windows: list[EvaluationWindow],
    named: skps.Named, today: date,
) -> None:  # fmt: skip
    """The nurse's first half year in another puskesmas, evaluated when she left."""
    version = _agreed(KENANGA, actors, year, ((1, 1), (6, 30)), named, today)
    for window in windows[1:2]:
        _one(KENANGA, version, actors, window, "==", min(date(year.year, 6, 30), today))


def _evaluate(
    plan: Plan, version: SkpVersion, actors: dict[str, Actor],
    windows: list[EvaluationWindow], today: date,
) -> None:  # fmt: skip
    signs = CLINIC_RATINGS.get(plan.who, {})
    for window in windows:
        if window.number in signs:
            day = min(window.ends_on, today)
            _one(plan, version, actors, window, signs[window.number], day)


def _one(
    plan: Plan, version: SkpVersion, actors: dict[str, Actor], window: EvaluationWindow,
    signs: str, day: date,
) -> None:  # fmt: skip
    skp_id = version.skp_id
    leader = _assessor(skp_id, actors, day)
    text = "Layanan berjalan sesuai peran; lengkapi catatan tindak lanjut."
    version = skps.with_rows(skp_id)
    about = f"rhk:{version.rhks[0].key}"
    judgements.say(version, leader, about, text, day, tone=FeedbackTone.ADVICE)
    judgements.report(version, plan, window)
    reason = "Pelanggaran disiplin, bukti terlampir." if signs[1] == "-" else ""
    judgements.rate(skp_id, window, leader, day, signs, reason=reason)


def _journal(
    who: str, version: SkpVersion, actors: dict[str, Actor], year: Year,
    names: dict[str, str], today: date, days_off: set[date],
) -> None:  # fmt: skip
    steps = journals.plan_steps(who, version, year.windows[:4], names)
    if not steps:
        return
    skp_id = version.skp_id
    journals.agree(steps, _assessor(skp_id, actors, today), today)
    first = max(date(today.year, *SPANS.get(who, ((1, 1), ()))[0]), today - timedelta(weeks=3))
    days = list(journals.working_days(first, today, days_off))
    entries = journals.fill(who, version, steps, days)
    journals.approve_older(entries, _assessor(skp_id, actors, today), today)
