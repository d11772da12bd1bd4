"""A periodic result of the former unit used again, if penilai and Pegawai agree (p.91)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from babel.dates import format_date
from sqlalchemy.orm import contains_eager, joinedload

from skpweb import audit
from skpweb.domain import people
from skpweb.domain.calendar import WindowKind
from skpweb.domain.lifecycle import EvaluationState, NotYours, Refused
from skpweb.domain.ratings import OrganisationLevel
from skpweb.extensions import db
from skpweb.models.organisation import EvaluationWindow
from skpweb.models.people import Posting
from skpweb.models.planning import Skp, SkpVersion
from skpweb.models.review import Evaluation
from skpweb.models.special import Adoption
from skpweb.moves import set_predicate

EARLY = 3  #: months of a year; its first quarter is over then, and has a result of its own


@dataclass(frozen=True)
class Offer:
    """The result that could be used, and who has agreed so far."""

    former: Evaluation
    agreed: Adoption | None

    @property
    def unit(self) -> str:
        """The unit it was given in."""
        return str(self.former.skp.posting.unit.name)


def offer(evaluation: Evaluation) -> Offer | None:
    """What can be taken over into the first periodic window after a move. Two queries at most."""
    skp, window = evaluation.skp, evaluation.window
    is_first = window.starts_on <= skp.starts_on <= window.ends_on
    if window.is_annual or not is_first or skp.starts_on == date(skp.starts_on.year, 1, 1):
        return None
    former = db.session.scalar(_former(skp))
    if former is None:
        return None
    agreed = db.session.scalar(
        sa.select(Adoption)
        .where(Adoption.skp_id == skp.id, Adoption.window_id == window.id)
        .options(joinedload(Adoption.assessor))
    )
    return Offer(former, agreed)


def agree(actor: Any, evaluation: Evaluation, today: date) -> Adoption:
    """The Pegawai or the penilai agrees. Raises ``Refused``; the caller commits."""
    found, parties = _open(evaluation), evaluation.parties(today)
    made = found.agreed or Adoption(
        skp_id=evaluation.skp_id, window_id=evaluation.window_id, former_id=found.former.id
    )
    if made.former_id != found.former.id:  # what was agreed on is not the newest any more
        made.former_id = found.former.id
        made.owner_agreed_on = made.assessor_agreed_on = made.assessor_id = None
    if people.is_owner(actor, parties):
        made.owner_agreed_on = made.owner_agreed_on or today
    elif people.may_rate(actor, parties):
        made.assessor_agreed_on, made.assessor_id = today, actor.employee_id
    else:
        raise NotYours("Hanya pegawai dan pejabat penilainya yang dapat menyepakati.")
    db.session.add(made)
    audit.record(actor, "adoption.agree", made, owner_id=evaluation.skp.employee_id)
    return made


def withdraw(actor: Any, evaluation: Evaluation, today: date) -> None:
    """Take one's own agreement back, while no predicate was set from it."""
    made = _open(evaluation).agreed
    is_owner = people.is_owner(actor, evaluation.parties(today))
    agreed = (made.owner_agreed_on, made.assessor_agreed_on) if made else (None, None)
    mine, other = agreed if is_owner else agreed[::-1]
    if made is None or mine is None:
        raise Refused("Belum ada persetujuan Anda yang dapat ditarik.")
    audit.record(actor, "adoption.withdraw", made, owner_id=evaluation.skp.employee_id)
    if other is None:
        db.session.delete(made)
    elif is_owner:
        made.owner_agreed_on = None
    else:
        made.assessor_agreed_on = made.assessor_id = None


def rate(actor: Any, evaluation: Evaluation, version: SkpVersion, today: date) -> None:
    """Set the predicate with the former ratings; says so in catatan, snapshot and trail."""
    found = _open(evaluation)
    if found.agreed is None or not found.agreed.is_agreed:
        raise Refused("Pejabat penilai dan pegawai harus sama-sama menyepakati lebih dulu.")
    former = found.former
    if (found.agreed.former_id, found.agreed.assessor_id) != (former.id, actor.employee_id):
        raise Refused("Hasil itu atau penilainya sudah berganti. Sepakati lagi lebih dulu.")
    facts = former.snapshot or {}
    evaluation.adopted = _words(found)
    evaluation.organisation_level = OrganisationLevel(facts["organisation_level"])
    evaluation.organisation_from = f"capaian {former.window.name} {found.unit}"
    evaluation.recommendation = evaluation.adopted
    set_predicate(evaluation, version, actor, today, former.result_rating, former.behaviour_rating)


def _open(evaluation: Evaluation) -> Offer:
    found = offer(evaluation)
    if found is None:
        raise Refused("Tidak ada hasil periode sebelumnya pada unit lama yang dapat dipakai.")
    if evaluation.state is EvaluationState.RATED:
        raise Refused("Predikat sudah ditetapkan dan tidak dapat diubah.")
    return found


def _words(found: Offer) -> str:
    assert found.agreed is not None
    days = [found.agreed.owner_agreed_on, found.agreed.assessor_agreed_on]
    day = format_date(max(one for one in days if one), "d MMMM y", "id")
    return (
        f"Menggunakan hasil evaluasi kinerja {found.former.window.name} pada {found.unit} sesuai "
        f"kesepakatan pejabat penilai kinerja dan pegawai tanggal {day}."
    )


def _former(skp: Skp) -> sa.Select[tuple[Evaluation]]:
    """The newest periodic predicate of the year in another unit; of the year before, its yearly
    one first, only for who moved at the beginning of a year (the example of p.91 no. 13 a).
    """
    year = skp.starts_on.year
    since = date(year - 1 if skp.starts_on.month <= EARLY else year, 1, 1)
    return (
        sa.select(Evaluation)
        .join(Evaluation.skp)
        .join(Evaluation.window)
        .join(Skp.posting)
        .options(
            contains_eager(Evaluation.skp).contains_eager(Skp.posting).joinedload(Posting.unit),
            contains_eager(Evaluation.window),
        )
        .where(
            Skp.employee_id == skp.employee_id,
            Skp.starts_on < skp.starts_on,
            Posting.unit_id != skp.posting.unit_id,
            Evaluation.state == EvaluationState.RATED,
            EvaluationWindow.starts_on >= since,
            sa.or_(
                EvaluationWindow.kind != WindowKind.ANNUAL,
                EvaluationWindow.ends_on < date(year, 1, 1),
            ),
        )
        .order_by(Skp.starts_on.desc(), EvaluationWindow.order.desc())
        .limit(1)
    )
