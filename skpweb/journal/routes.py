"""All views of the journal: importing them hangs them into the blueprint."""

from skpweb.journal import (  # noqa: F401
    bp,
    day,
    drafts,
    entry,
    national,
    papers,
    periods,
    proxies,
    recap,
    steps,
)
