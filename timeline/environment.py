"""Reads settings from the environment and refuses, in a clear sentence, what it can't read."""

import contextlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

FLAGS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False, "": False}


def flag(name: str, *, default: bool) -> bool:
    """The yes or no that the variable holds."""
    value = os.environ.get(name, str(default)).strip().lower()
    if value not in FLAGS:
        raise ImproperlyConfigured(f"{name} is “{value}”; set it to true or false.")
    return FLAGS[value]


@dataclass(frozen=True)
class Origin:
    """Scheme, host and port under which the public reaches the site."""

    url: str
    host: str
    is_https: bool

    @property
    def is_local(self) -> bool:
        """Whether only this machine reaches it."""
        return self.host in ("127.0.0.1", "localhost")


def origin_from(name: str, *, default: str) -> Origin:
    """The origin that the variable holds, without a trailing slash."""
    url = (os.environ.get(name) or default).rstrip("/")
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or parts.scheme not in ("http", "https") or parts.path or parts.query:
        raise ImproperlyConfigured(
            f"{name} is “{url}”; set it to the site's address without a path, "
            "such as https://timeline.example.org."
        )
    return Origin(url=url, host=host, is_https=parts.scheme == "https")


def database_from(name: str, *, default: Path) -> dict[str, Any]:
    """Django's settings for the database at the URL that the variable holds.

    SQLite takes its write lock when a transaction begins, so that two writers wait for each
    other instead of failing half way, and keeps a write-ahead log, so that readers never wait.
    """
    url = os.environ.get(name) or f"sqlite:///{default}"
    try:
        found: dict[str, Any] = {**dj_database_url.parse(url)}
    except (ValueError, KeyError) as error:
        raise ImproperlyConfigured(
            f"{name} can't be read; set it to sqlite:////path/to/file.sqlite3 or "
            "postgresql://user:password@host:5432/name."
        ) from error
    engine = found["ENGINE"].rpartition(".")[2]
    if engine not in ("sqlite3", "postgresql"):
        raise ImproperlyConfigured(f"{name} names {engine}; Dateline knows SQLite and PostgreSQL.")
    if engine == "sqlite3":
        found["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    else:
        found.setdefault("OPTIONS", {})["pool"] = True
    return found


def secret_key_for(database: dict[str, Any], *, kept_in: Path) -> str:
    """The key from SECRET_KEY, else, with SQLite, one that is made once and kept in a file.

    The file can be read by its owner alone. With PostgreSQL the site may run on several hosts,
    which must agree on one key: there it has to be set.
    """
    if key := os.environ.get("SECRET_KEY"):
        return key
    if not database["ENGINE"].endswith("sqlite3"):
        raise ImproperlyConfigured(
            "SECRET_KEY is not set. With PostgreSQL, set it to one long random text on every host."
        )
    if not kept_in.exists():
        _make_key(kept_in)
    key = kept_in.read_text().strip()
    if len(key) < 50:
        raise ImproperlyConfigured(f"{kept_in} holds no key; delete it, and a new one is made.")
    return key


def _make_key(path: Path) -> None:
    """Write a new key, whole or not at all: of two processes that start at once, one wins."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(50))
    with contextlib.suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()
