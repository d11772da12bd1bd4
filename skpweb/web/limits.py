"""What no person types and no database keeps is refused before anybody reads it."""

from collections.abc import Iterator
from typing import Any

from flask import Flask, Request, abort, request
from werkzeug.formparser import FormDataParser
from werkzeug.routing import IntegerConverter, Map

from skpweb.documents.spreadsheet import NO_TEXT

LARGEST = 2**31 - 1  #: what an integer column holds on every database
FILE = "file"  #: the only field of this application that takes one
#: letters without width, as web pages and chats hide them: no text consists of them
UNSEEN = "".join(map(chr, (*range(0x200B, 0x2010), 0x2060, 0xFEFF, 0xAD)))
SPACES = "".join(one for one in map(chr, range(0x3001)) if one.isspace())


class RowNumber(IntegerConverter):
    """``<int:…>`` in an address: a number that a row can have; others are no address."""

    regex = "[0-9]{1,10}"

    def __init__(self, rules: Map) -> None:
        super().__init__(rules, max=LARGEST)


class PlainTexts(FormDataParser):
    """Typed texts without what nobody sees: copied out of a PDF, a web page, a chat."""

    def parse(self, *form: Any, **options: Any) -> Any:
        """The fields of a form, their texts cleaned."""
        stream, fields, files = super().parse(*form, **options)
        clean = ((name, plain(text)) for name, text in fields.items(multi=True))
        return stream, self.cls(clean), files


class PlainRequest(Request):
    """A request whose texts can be printed."""

    form_data_parser_class = PlainTexts


def plain(text: str) -> str:
    """A text without what no document can hold, and without unseen letters at its ends.

    Those between words stay: they join the parts of a picture letter. White space alone stays
    too, for the forms to strip.
    """
    text = NO_TEXT.sub("", text)
    bare = text.strip(UNSEEN + SPACES)
    return text if bare == text.strip() else bare


def number(text: str) -> int:
    """An argument as a number that a row can have; ValueError for others."""
    if not text.isascii() or not text.isdigit() or len(text) > 10 or int(text) > LARGEST:
        raise ValueError(text[:20])
    return int(text)


def init_app(app: Flask) -> None:
    """Limit the numbers in addresses, and what a request may hold."""
    app.request_class = PlainRequest
    app.url_map.converters["int"] = RowNumber
    app.before_request(refuse_wild)


def refuse_wild() -> None:
    """A NUL, which PostgreSQL does not store, a nameless field, or a file where a text is asked."""
    if any(text is None or "\0" in text for text in _texts()) or set(request.files) - {FILE}:
        abort(400)


def _texts() -> Iterator[str | None]:
    yield request.path
    for values in (request.args, request.form):
        for name, value in values.items(multi=True):
            yield name
            yield value
