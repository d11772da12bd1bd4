"""What must be true before a rating, as tables."""

from datetime import date
from types import SimpleNamespace

import pytest

from skpweb.domain import checks
from skpweb.domain.states import EvaluationState

CLOSES = date(2026, 10, 20)


@pytest.mark.parametrize(
    ("state", "day", "reason", "adopted", "refused"),
    [
        (EvaluationState.OPEN, CLOSES, "", "", True),
        (EvaluationState.OPEN, CLOSES, "   ", "", True),
        (EvaluationState.OPEN, CLOSES, "Pegawai sakit sejak awal bulan", "", False),
        (EvaluationState.OPEN, date(2026, 10, 21), "", "", False),  # late: as it is
        (EvaluationState.OPEN, CLOSES, "", "Menggunakan hasil unit lama", False),
        (EvaluationState.REPORTED, CLOSES, "", "", False),
    ],
)
def test_the_pegawai_reports_first(
    state: EvaluationState, day: date, reason: str, adopted: str, refused: bool
) -> None:
    window = SimpleNamespace(closes_on=CLOSES)
    evaluation = SimpleNamespace(state=state, window=window, reason=reason, adopted=adopted)
    found = checks.was_reported(evaluation, day)
    assert (found is not None) is refused
    assert found is None or "kolom Alasan" in found
