"""Links of evidence: whether the penilai will be able to open them."""

import threading
import time
from collections.abc import Collection, Iterable

import sqlalchemy as sa
from flask import Flask, current_app

from skpweb.domain.terms import LinkState
from skpweb.evidence.network import Network, NoSuchHost, Unreachable
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.journal import JournalEntry

MOST = 30  #: links looked at in one go
ROUNDS = threading.BoundedSemaphore(2)  #: at most two people at a time wait for the network
KNOWN_HOST = "www.bkn.go.id"  #: if even this name leads nowhere, the fault is ours
#: who asks for a sign-in where a file is not shared
SIGN_IN_HOSTS = {
    "accounts.google.com",
    "login.live.com",
    "login.microsoftonline.com",
}
ANSWERS = {401: LinkState.PRIVATE, 403: LinkState.PRIVATE, 404: LinkState.DEAD, 410: LinkState.DEAD}


def init_app(app: Flask) -> None:
    """Use the public network."""
    app.extensions["network"] = Network()


def network() -> Network | None:
    """How links are looked at; None where the office does not want it."""
    return current_app.extensions["network"] if current_app.config["CHECK_LINKS"] else None


def check(url: str, through: Network) -> LinkState:
    """What is behind a link. Takes seconds: not inside a transaction."""
    try:
        answer = through.look(url)
    except NoSuchHost:
        return LinkState.DEAD if _names_work(through) else LinkState.UNREACHABLE
    except Unreachable:
        return LinkState.UNREACHABLE
    if answer.host in SIGN_IN_HOSTS:
        return LinkState.PRIVATE
    is_fine = 200 <= answer.status < 300
    return ANSWERS.get(answer.status, LinkState.FINE if is_fine else LinkState.UNREACHABLE)


def check_all(urls: Iterable[str], through: Network) -> dict[str, LinkState]:
    """What is behind each of the first ``MOST`` links, all looked at together.

    A link without an answer in time is UNREACHABLE. Not inside a transaction.
    """
    found = dict.fromkeys(list(dict.fromkeys(urls))[:MOST], LinkState.UNREACHABLE)
    ends_at = time.monotonic() + through.seconds + 2  # names may take longer than their page
    threads = [
        threading.Thread(target=_note, args=(found, url, through), daemon=True) for url in found
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(0.0, ends_at - time.monotonic()))
    return dict(found)


def note(entry_ids: Collection[int], found: dict[str, LinkState]) -> None:
    """Write down what was found on those of the entries that still have the same link."""
    # the table, not the model: a look at a link is no change of the entry
    entry = JournalEntry.__table__
    for url, state in found.items():
        db.session.execute(
            sa.update(entry)
            .where(entry.c.id.in_(entry_ids), entry.c.evidence_url == url)
            .values(link_state=state, link_checked_at=utc_now(), updated_at=entry.c.updated_at)
        )


def _note(found: dict[str, LinkState], url: str, through: Network) -> None:
    found[url] = check(url, through)


def _names_work(through: Network) -> bool:
    try:
        return bool(through.resolve(KNOWN_HOST, 443))
    except OSError:
        return False
