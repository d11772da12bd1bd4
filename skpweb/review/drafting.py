"""What the penilai has chosen so far, stored or typed; it has a mark of its own.

The mark of a draft changes only with the draft: what the Pegawai reports meanwhile
does not stand in its way, nor the other way round.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import request

from skpweb import labels
from skpweb.domain import ratings
from skpweb.domain.ratings import Rating
from skpweb.models.planning import SkpVersion
from skpweb.models.review import Evaluation, RhkRating
from skpweb.review.forms import EvaluationForm

LONGEST_NAME = 36  #: "rhk-" and a key


@dataclass(frozen=True)
class Draft:
    """Both ratings, the views of single RHK and the penilai's words."""

    result: Rating | None = None
    behaviour: Rating | None = None
    recommendation: str = ""
    reason: str = ""
    rhks: Mapping[str, Rating] = field(default_factory=dict)
    dropped_out: bool = False  #: of tugas belajar, which binds the predicate (p.100)

    @property
    def predicate(self) -> ratings.Predicate | None:
        """What the two ratings give."""
        return ratings.predicate(*self.pair, dropped_out=self.dropped_out) if self.pair else None

    @property
    def pair(self) -> tuple[Rating, Rating] | None:
        """Both ratings, once both are chosen."""
        return (self.result, self.behaviour) if self.result and self.behaviour else None

    @property
    def mark(self) -> str:
        """A short word that changes with anything in the draft."""
        return mark(
            self.result, self.behaviour, self.recommendation, self.reason, sorted(self.rhks.items())
        )


def mark(*facts: Any) -> str:
    """A short word that changes with the facts; nobody can read them from it."""
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()[:16]


def stored(evaluation: Evaluation) -> Draft:
    """What is kept; needs the ratings of single RHK loaded."""
    return Draft(
        evaluation.result_rating,
        evaluation.behaviour_rating,
        evaluation.recommendation,
        evaluation.reason,
        {row.rhk_key: row.rating for row in evaluation.rhk_ratings},
        evaluation.dropped_out,
    )


def typed(form: EvaluationForm, evaluation: Evaluation) -> Draft:
    """What the form says of an evaluation; unset ratings stay unset."""
    chosen = {
        name.removeprefix("rhk-"): Rating(value)
        for name, value in request.form.items()
        if name.startswith("rhk-") and len(name) <= LONGEST_NAME and value in tuple(Rating)
    }
    return Draft(
        form.rating("result"),
        form.rating("behaviour"),
        (form.recommendation.data or "").strip(),
        (form.reason.data or "").strip(),
        chosen,
        evaluation.dropped_out,
    )


def keep(evaluation: Evaluation, draft: Draft) -> None:
    """Write the draft into the evaluation."""
    evaluation.result_rating, evaluation.behaviour_rating = draft.result, draft.behaviour
    evaluation.recommendation, evaluation.reason = draft.recommendation, draft.reason
    kept = {row.rhk_key: row for row in evaluation.rhk_ratings if row.rhk_key in draft.rhks}
    for key, rating in draft.rhks.items():
        kept.setdefault(key, RhkRating(rhk_key=key, rating=rating)).rating = rating
    evaluation.rhk_ratings = list(kept.values())


def all_of(evaluation: Evaluation) -> str:
    """The mark of everything a predicate rests on: draft, report, feedback, results.

    Needs ``evaluations.gather``.
    """
    reported = sorted(
        (row.indicator_key, row.text, row.evidence_url) for row in evaluation.realisations
    )
    said = sorted((one.id, one.version_id) for one in evaluation.feedback)
    levels = evaluation.organisation_level, evaluation.own_unit_level
    return mark(stored(evaluation).mark, reported, said, levels, evaluation.state)


def compared(version: SkpVersion, theirs: Draft, mine: Draft) -> list[tuple[str, str, str]]:
    """Every part of two drafts in words: its name, the stored and the typed one."""
    form = EvaluationForm(formdata=None)
    names = {"result": form.result, "behaviour": form.behaviour,
             "recommendation": form.recommendation, "reason": form.reason}  # fmt: skip
    rows = [
        (one.label.text, _words(getattr(theirs, name)), _words(getattr(mine, name)))
        for name, one in names.items()
    ]
    for number, rhk in enumerate(version.rhks, start=1):
        old, new = theirs.rhks.get(rhk.key), mine.rhks.get(rhk.key)
        if old != new:
            rows.append((f"Hasil RHK {number}", _words(old), _words(new)))
    return rows


def _words(value: Rating | str | None) -> str:
    return labels.label(value) if isinstance(value, Rating) else value or ""
