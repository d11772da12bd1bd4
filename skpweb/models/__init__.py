"""The tables. ``import_all`` makes every mapper known; nothing is imported here,
since the extension objects need ``models.base`` first."""


def import_all() -> None:
    """Import every module with tables, so that relationships resolve by name."""
    from skpweb.models import (  # noqa: F401
        audit,
        counselling,
        dialogues,
        documents,
        evidence,
        feedback,
        guidance,
        imports,
        journal,
        matrix,
        organisation,
        packages,
        parts,
        people,
        planning,
        presence,
        review,
        shortcuts,
        special,
    )
