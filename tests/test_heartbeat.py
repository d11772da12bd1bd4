"""The sign of life in the data folder, and what the next start makes of it."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.audit import AuditEvent
from skpweb.models.base import utc_now
from skpweb.models.organisation import Office
from skpweb.models.presence import Outage
from skpweb.office import heartbeat, outages
from tests.live import Caller, Served
from tests.office import SmallOffice

NOON = datetime(2026, 11, 24, 5, tzinfo=UTC)


def left_at(folder: Path, moment: datetime) -> None:
    """The last beat of a process that is gone."""
    (folder / heartbeat.NAME).write_text(moment.isoformat(timespec="seconds"))


def notice(app: Flask, now: datetime = NOON) -> list[tuple[datetime, datetime, str]]:
    """What a start at ``now`` records."""
    with app.app_context():
        db.session.execute(sa.update(Office).values(ready_at=datetime(2026, 1, 1, tzinfo=UTC)))
        outages.notice(Path(app.config["DATA_DIR"]), now)
        db.session.commit()
        found = db.session.scalars(sa.select(Outage).order_by(Outage.id))
        return [(one.starts_at, one.ends_at, one.recorded_by) for one in found if one.is_noticed]


def test_a_beat_can_be_read_back(tmp_path: Path) -> None:
    assert heartbeat.last(tmp_path) is None
    heartbeat.beat(tmp_path)
    last = heartbeat.last(tmp_path)
    assert last is not None and timedelta() <= utc_now() - last < timedelta(minutes=5)
    assert [path.name for path in tmp_path.iterdir()] == [heartbeat.NAME]


ENDS_OF_TIME = ["0001-01-01T00:00:00+10:00", "9999-12-31T23:59:59-10:00"]


@pytest.mark.parametrize(
    "text", ["", "kemarin", "2026-11-24T10:00:00", "\N{SNOWMAN}", *ENDS_OF_TIME]
)
def test_what_cannot_be_read_is_no_beat(tmp_path: Path, text: str) -> None:
    (tmp_path / heartbeat.NAME).write_text(text, encoding="utf-8")
    assert heartbeat.last(tmp_path) is None


def test_the_pulse_goes_on_where_the_folder_cannot_be_written(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heartbeat, "EVERY", 0.01)
    stop = heartbeat.start(tmp_path / "nowhere")
    while len(caplog.records) < 2:
        time.sleep(0.01)
    (tmp_path / "nowhere").mkdir()
    while heartbeat.last(tmp_path / "nowhere") is None:
        time.sleep(0.01)
    stop.set()
    assert "heartbeat not written" in caplog.text


def test_the_time_since_the_last_beat_is_recorded(app: Flask, office: SmallOffice) -> None:
    left_at(Path(app.config["DATA_DIR"]), NOON - timedelta(hours=3))
    assert notice(app) == [(NOON - timedelta(hours=3), NOON, "Sistem")]
    with app.app_context():
        event = db.session.scalars(
            sa.select(AuditEvent).where(AuditEvent.action == "outage.notice")
        ).one()
        assert (event.actor_name, event.account_id) == ("Sistem", None)


@pytest.mark.parametrize(
    "gap",
    [
        timedelta(),
        timedelta(minutes=15),
        timedelta(minutes=-60),  # the clock was set back
        timedelta(days=300),  # or far ahead
    ],
)
def test_a_restart_is_no_outage(app: Flask, office: SmallOffice, gap: timedelta) -> None:
    left_at(Path(app.config["DATA_DIR"]), NOON - gap)
    assert notice(app) == []


def test_without_a_beat_nothing_is_known(app: Flask, office: SmallOffice) -> None:
    assert notice(app) == []


def test_before_the_office_was_set_up_nothing_was_missed(app: Flask, tmp_path: Path) -> None:
    left_at(tmp_path, NOON - timedelta(days=9))
    assert notice(app) == []  # no office at all


def test_only_the_time_since_the_set_up_counts(app: Flask, office: SmallOffice) -> None:
    folder, ready = Path(app.config["DATA_DIR"]), NOON - timedelta(hours=1)
    left_at(folder, NOON - timedelta(days=9))
    with app.app_context():
        db.session.execute(sa.update(Office).values(ready_at=ready))
        made = outages.notice(folder, NOON)
        assert made is not None and made.starts_at == ready
        db.session.execute(sa.update(Office).values(ready_at=None))
        assert outages.notice(folder, NOON) is None
        db.session.rollback()


def test_killed_and_started_days_later(tmp_path: Path) -> None:
    """A real process: the power goes, three days pass, the next start says so."""
    served = Served(tmp_path / "demo")
    served.start()
    served.kill()
    last = heartbeat.last(served.folder)
    assert last is not None
    left_at(served.folder, last - timedelta(days=3))
    served.start()
    page = Caller(served.url, "198709182011012906").get("/admin/outages/")
    served.kill()
    assert page.count("dicatat otomatis oleh sistem") == 1
    assert "Kantor contoh tidak dijalankan" in page
    again = heartbeat.last(served.folder)
    assert again is not None and again >= last
