"""In the demo a penilai was away for a week, the head will be, and once the network was down."""

from datetime import UTC, date, datetime, time, timedelta

from skpweb.domain import stand_ins
from skpweb.domain.terms import StandInKind
from skpweb.extensions import db
from skpweb.models.people import StandIn
from skpweb.models.presence import Outage
from skpweb.office.demo.people import Actor

#: penilai, who stands in, kind, letter, first and last day from today
ROWS = (
    ("KSP", "KPM", StandInKind.DELEGATE, "", -40, -36),
    ("CAM", "SEK", StandInKind.PLH, "800.1.11.1/077/KEC", 7, 11),
)


def build(actors: dict[str, Actor], today: date) -> None:
    """Two stand-ins, neither of today, and an outage of some weeks ago."""
    for assessor, delegate, kind, basis, first, last in ROWS:
        by = actors["KSU"] if basis else actors[assessor]
        db.session.add(
            StandIn(
                assessor_id=actors[assessor].employee_id,
                delegate_id=actors[delegate].employee_id,
                kind=kind,
                title=stand_ins.title(kind, actors[assessor].capacity),
                basis=basis,
                starts_on=today + timedelta(days=first),
                ends_on=today + timedelta(days=last),
                recorded_by=by.display_name,
            )
        )
    monday = today - timedelta(days=today.weekday(), weeks=7)
    db.session.add(
        Outage(
            starts_at=datetime.combine(monday, time(1, 10), UTC),
            ends_at=datetime.combine(monday, time(5, 40), UTC),
            note="Jaringan kantor putus karena pekerjaan kabel di jalan",
            recorded_by=actors["KSU"].display_name,
        )
    )
    db.session.flush()
