"""Settings: SKPWEB_… in the environment, or config.toml in the data folder.

Every setting is checked at start; a wrong one stops it with one sentence.
"""

import os
import secrets
import tomllib
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from flask import Flask

DEFAULTS: dict[str, Any] = {
    "DATABASE_URL": "",
    "DATA_DIR": "",
    "STORAGE_URL": "",
    "SECRET_KEY": "",
    "PUBLIC_URL": "",
    "TRUSTED_PROXIES": 0,
    "TIMEZONE": "Asia/Jakarta",
    "CHECK_LINKS": 1,
    "SERVER_TIMING": 0,
    "TODAY": None,
    "DEMO": 0,
}
MIGRATIONS = str(Path(__file__).parent.parent / "migrations")
SMALL_BODY = 512 * 1024  #: bytes of an ordinary form; uploads raise it on their own route


class BadSetting(RuntimeError):
    """A setting that cannot be used; the message says which and why."""


def init_app(app: Flask, overrides: dict[str, Any] | None = None) -> None:
    """Read, check and complete the settings."""
    given = _environment() | (overrides or {})
    data = Path(given.get("DATA_DIR") or "data").expanduser().resolve()
    settings = DEFAULTS | _file(data) | given
    settings["DATA_DIR"] = str(data)
    app.config.update(settings)
    app.config["TODAY"] = _day(settings["TODAY"])
    app.config["SQLALCHEMY_DATABASE_URI"] = _database(settings["DATABASE_URL"], data)
    app.config["SECRET_KEY"] = settings["SECRET_KEY"] or _secret(data)
    _check(app)
    _harden(app)


def _environment() -> dict[str, Any]:
    return {
        name: os.environ[f"SKPWEB_{name}"] for name in DEFAULTS if f"SKPWEB_{name}" in os.environ
    }


def _file(data: Path) -> dict[str, Any]:
    path = data / "config.toml"
    if not path.exists():
        return {}
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadSetting(f"{path} cannot be read: {error}") from error
    unknown = sorted(set(content) - set(DEFAULTS))
    if unknown:
        raise BadSetting(f"{path} has unknown settings: {', '.join(unknown)}")
    return content


def _database(url: str, data: Path) -> str:
    if not url:
        return f"sqlite:///{data / 'skpweb.db'}"
    if not url.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise BadSetting("DATABASE_URL must begin with sqlite:/// or postgresql+psycopg://")
    return url


def _secret(data: Path) -> str:
    """The signing key, made once and readable by the owner only."""
    path = data / "secret_key"
    try:
        data.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(descriptor, "w") as file:
                file.write(secrets.token_urlsafe(48))
        return path.read_text()
    except OSError as error:
        raise BadSetting(f"the data folder {data} cannot be written: {error.strerror}") from error


def _day(value: Any) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise BadSetting("TODAY must look like 2026-11-24") from error


def _check(app: Flask) -> None:
    try:
        ZoneInfo(app.config["TIMEZONE"])
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise BadSetting("TIMEZONE must be a zone such as Asia/Jakarta") from error
    for name in ("TRUSTED_PROXIES", "CHECK_LINKS", "SERVER_TIMING", "DEMO"):
        try:
            app.config[name] = int(app.config[name])
        except ValueError as error:
            raise BadSetting(f"{name} must be a whole number") from error
    if app.config["TODAY"] is not None and not app.config["DEMO"]:
        raise BadSetting("TODAY moves the clock in demo mode only")
    url = app.config["PUBLIC_URL"]
    if url and not url.startswith(("http://", "https://")):
        raise BadSetting("PUBLIC_URL must begin with http:// or https://")


def _harden(app: Flask) -> None:
    secure = app.config["PUBLIC_URL"].startswith("https://")
    app.config.update(
        MAX_CONTENT_LENGTH=SMALL_BODY,
        MAX_FORM_MEMORY_SIZE=SMALL_BODY,
        MAX_FORM_PARTS=2000,
        SESSION_COOKIE_NAME="__Host-sesi" if secure else "sesi",
        SESSION_COOKIE_SECURE=secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        WTF_CSRF_TIME_LIMIT=None,
        # what a person typed does not belong into a log of errors
        SQLALCHEMY_ENGINE_OPTIONS={"pool_pre_ping": True, "hide_parameters": True},
    )
