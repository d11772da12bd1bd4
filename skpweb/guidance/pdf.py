"""How the forms of pembinaan are sent."""

from flask import Response

from skpweb.web.headers import offer


def answer(content: bytes, name: str = "formulir.pdf") -> Response:
    """A PDF; its name says nothing about the person, nor about what it is."""
    return offer(Response(content, mimetype="application/pdf"), "inline", name)
