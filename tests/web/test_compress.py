"""Answers leave compressed where the browser accepts it."""

import gzip

from flask import Flask

from tests.office import SmallOffice

GZIP = {"Accept-Encoding": "gzip, deflate"}


def test_static_file(app: Flask) -> None:
    client = app.test_client()
    plain = client.get("/static/app.css", buffered=True)
    packed = client.get("/static/app.css", headers=GZIP, buffered=True)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert int(packed.headers["Content-Length"]) == len(packed.data) < len(plain.data) / 3
    assert "Accept-Encoding" in plain.vary
    assert "Accept-Encoding" in packed.vary


def test_known_file_is_not_sent_again(app: Flask) -> None:
    client = app.test_client()
    first = client.get("/static/app.css", headers=GZIP, buffered=True)
    again = client.get(
        "/static/app.css", headers=GZIP | {"If-None-Match": first.headers["ETag"]}, buffered=True
    )
    assert again.status_code == 304
    assert again.data == b""


def test_part_of_a_file_stays_as_it_is(app: Flask) -> None:
    part = app.test_client().get(
        "/static/app.css", headers=GZIP | {"Range": "bytes=0-999"}, buffered=True
    )
    assert part.status_code == 206
    assert len(part.data) == 1000
    assert "Content-Encoding" not in part.headers


def test_page(app: Flask, office: SmallOffice) -> None:
    packed = app.test_client().get("/login", headers=GZIP, buffered=True)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert b"<!doctype html>" in gzip.decompress(packed.data)


def test_browser_that_does_not_take_gzip(app: Flask) -> None:
    assert "Content-Encoding" not in app.test_client().get("/login").headers


def test_head_has_no_body(app: Flask) -> None:
    answer = app.test_client().head("/static/app.css", headers=GZIP, buffered=True)
    assert answer.status_code == 200
    assert answer.data == b""
