"""Write the good rows of a checked staff list, in as few statements as there are tables."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from skpweb.domain.terms import Acting
from skpweb.extensions import db
from skpweb.models.organisation import Unit
from skpweb.models.people import Employee, Posting
from skpweb.office import changes
from skpweb.office.import_check import PERSON, POST, Checked
from skpweb.office.import_rows import Row

CHUNK = 500  #: ids in one IN (…)
Record = dict[str, Any]


def apply(checked: Checked, by: str) -> Record:
    """Make and change everything, flushed; answers what :mod:`import_undo` needs."""
    units = _make_units(checked)
    new, changed = checked.of("new"), checked.of("changed")
    people = _make_people(new, by)
    ids = {row.ref: person.id for row, person in zip(new, people, strict=True)}
    seniors = _seniors(checked)
    places = _Places(ids, units, seniors)
    posts = [places.posting(row) for row in new]
    record = _change(changed, places, posts, by)
    db.session.add_all(posts)
    db.session.flush()
    return record | {
        "units": list(units.values()),
        "employees": list(ids.values()),
        "postings": [post.id for post in posts],
    }


def chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Ids in portions that every database takes in one statement."""
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]


class _Places:
    """Turns refs into ids, now that everything has one."""

    def __init__(
        self, people: dict[int, int], units: dict[int, int], seniors: dict[int, int | None]
    ) -> None:
        self.people, self.units, self.seniors = people, units, seniors

    def person(self, ref: int | None) -> int | None:
        return self.people[ref] if ref is not None and ref < 0 else ref

    def unit(self, ref: int | None) -> int | None:
        return self.units[ref] if ref is not None and ref < 0 else ref

    def given(self, row: Row) -> dict[str, Any]:
        """What the row says about the post, blanks left out."""
        values = {key: row.values[key] for key in POST}
        values |= {
            "unit_id": self.unit(row.values["unit"]),
            "assessor_id": self.person(row.values["assessor"]),
            "senior_assessor_id": self.person(row.values["senior"]),
        }
        return {key: value for key, value in values.items() if value not in (None, "")}

    def posting(self, row: Row) -> Posting:
        """A new post from a row that says everything."""
        values = self.given(row)
        if "assessor_id" in values and "senior_assessor_id" not in values:
            senior = self.person(self.seniors.get(row.values["assessor"]))
            values["senior_assessor_id"] = senior if senior != self.person(row.ref) else None
        start = row.values["starts_on"]
        return Posting(
            employee_id=self.person(row.ref),
            acting=Acting.DEFINITIVE,
            starts_on=start,
            **values,
        )


def _make_units(checked: Checked) -> dict[int, int]:
    """Proposed units by ref -> id; parents come first in the list."""
    made: dict[int, int] = {}
    for ref, (parent, name) in checked.new_units.items():
        unit = Unit(name=name, parent_id=made.get(parent or 0, parent))
        db.session.add(unit)
        db.session.flush()
        made[ref] = unit.id
    return made


def _make_people(rows: Sequence[Row], by: str) -> list[Employee]:
    people = [
        Employee(**{key: row.values[key] for key in ("nip", *PERSON)}, updated_by=by)
        for row in rows
    ]
    db.session.add_all(people)
    db.session.flush()
    return people


def _seniors(checked: Checked) -> dict[int, int | None]:
    """Whose penilai is whose, after the import."""
    return checked.known.links() | {
        row.ref: row.values["assessor"]
        for row in checked.rows
        if row.kind != "bad" and row.values["assessor"] is not None
    }


def _change(rows: Sequence[Row], places: _Places, posts: list[Posting], by: str) -> Record:
    """Change known people; a post that begins is appended to ``posts``."""
    people = _load(Employee, [row.ref for row in rows])
    current = _load(Posting, [row.posting_id for row in rows if row.posting_id])
    record: Record = {"changed": [], "corrected": []}
    for row in rows:
        person = people[row.ref]
        given = {k: row.values[k] for k in PERSON if row.values[k] not in (None, "")}
        before, after = changes.apply(person, given)
        if after:
            person.updated_by = by
            record["changed"].append({"id": person.id, "before": before, "after": after})
        _change_post(row, current.get(row.posting_id or 0), places, posts, record)
    return record


def _change_post(
    row: Row, post: Posting | None, places: _Places, posts: list[Posting], record: Record
) -> None:
    if post is None:
        posts.append(places.posting(row))
        return
    if not row.begins_posting:
        before, after = changes.apply(post, places.given(row))
    else:
        posts.append(_next(post, places.given(row), row.values["starts_on"]))
        end = row.values["starts_on"] - timedelta(days=1)
        ends = post.ends_on is None or post.ends_on > end
        before, after = changes.apply(post, {"ends_on": end} if ends else {})
    if after:
        record["corrected"].append({"id": post.id, "before": before, "after": after})


def _next(post: Posting, given: dict[str, Any], start: date) -> Posting:
    """The next post: what the row says, the rest as it was."""
    kept = ("unit_id", *POST, "assessor_id", "senior_assessor_id")
    values = {key: getattr(post, key) for key in kept} | given
    return Posting(
        employee_id=post.employee_id, acting=Acting.DEFINITIVE, starts_on=start, **values
    )


def _load(model: Any, ids: Sequence[int]) -> dict[int, Any]:
    found: dict[int, Any] = {}
    for some in chunks(ids):
        rows = db.session.scalars(sa.select(model).where(model.id.in_(some)))
        found |= {row.id: row for row in rows}
    return found
