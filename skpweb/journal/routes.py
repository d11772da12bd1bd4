"""All views of the journal: importing them hangs them into the blueprint."""

from skpweb.journal import (  # noqa: F401
    bp,
    copying,
    day,
    drafts,
    entry,
    imports,
    national,
    papers,
    patterns,
    periods,
    proxies,
    recap,
    sheet,
    steps,
)
