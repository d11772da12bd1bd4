"""How the forms of pembinaan are sent."""

from flask import Response


def answer(content: bytes, name: str = "formulir.pdf") -> Response:
    """A PDF; its name says nothing about the person, nor about what it is."""
    disposition = f'inline; filename="{name}"'
    return Response(
        content, mimetype="application/pdf", headers={"Content-Disposition": disposition}
    )
