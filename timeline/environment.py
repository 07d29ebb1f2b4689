"""Reads settings from the environment and refuses, in a clear sentence, what it can't read."""

import contextlib
import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

FLAGS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False, "": False}
# No "*" and no leading dot, which would let in hosts that nobody named.
HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")
WEB_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*")
MAIL_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
EMBEDDER = re.compile(rf"https?://(\*\.)?{HOST.pattern}(:\d{{1,5}})?")
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
KEY_LENGTH = 50


def flag(name: str, *, default: bool) -> bool:
    """The yes or no that the variable holds."""
    value = os.environ.get(name, str(default)).strip().lower()
    if value not in FLAGS:
        raise ImproperlyConfigured(f"{name} is “{value}”; set it to true or false.")
    return FLAGS[value]


@dataclass(frozen=True)
class Origin:
    """Scheme, host and port under which the public reaches the site, as browsers write them."""

    url: str
    host: str
    is_https: bool

    @property
    def is_local(self) -> bool:
        """Whether only this machine reaches it."""
        return self.host in LOOPBACK


def origin_from(name: str, *, default: str) -> Origin:
    """The origin that the variable holds: small letters, no trailing slash, no default port."""
    url = (os.environ.get(name) or default).strip()
    try:
        return _origin(url)
    except ValueError as error:
        raise ImproperlyConfigured(
            f"{name} is “{url}”; set it to the site's address without a path, "
            "such as https://timeline.example.org."
        ) from error


def _origin(url: str) -> Origin:
    parts = urlsplit(url.rstrip("/"))
    host = parts.hostname or ""
    if ":" in host:
        host = f"[{host}]"  # an IPv6 address, whose form urlsplit has checked
    elif not HOST.fullmatch(host):
        raise ValueError("no host")
    has_more = parts.path or parts.query or parts.fragment or "@" in parts.netloc
    if has_more or parts.scheme not in ("http", "https"):
        raise ValueError("more or less than an origin")
    is_default_port = parts.port in (None, {"http": 80, "https": 443}[parts.scheme])
    port = "" if is_default_port else f":{parts.port}"
    return Origin(f"{parts.scheme}://{host}{port}", host, parts.scheme == "https")


def contact_from(name: str) -> str:
    """Where readers report errors, as a link: the e-mail or web address held; "" if none is."""
    value = os.environ.get(name, "").strip()
    if not value or WEB_ADDRESS.fullmatch(value):
        return value
    if MAIL_ADDRESS.fullmatch(value):
        return f"mailto:{value}"
    raise ImproperlyConfigured(
        f"{name} is “{value}”; set it to an e-mail address or to a page's https:// address."
    )


def embedders_from(name: str) -> list[str]:
    """The origins held, parted by spaces or commas, whose pages may frame an embedded timeline.

    "https://*.example.org" is every subdomain, "*" every site.
    """
    origins = os.environ.get(name, "").replace(",", " ").split()
    for origin in origins:
        if origin != "*" and not EMBEDDER.fullmatch(origin):
            raise ImproperlyConfigured(
                f"{name} has “{origin}”; name origins, such as https://paper.example.org or "
                "https://*.example.org, or * for every site."
            )
    return origins


def database_from(name: str, *, default: Path) -> dict[str, Any]:
    """Django's settings for the database at the URL that the variable holds.

    A relative path of SQLite counts from the default's folder, wherever a command is started.
    """
    url = os.environ.get(name, "").strip()
    return database_at(url, name, default.parent) if url else _sqlite(name, default)


def database_at(url: str, name: str, folder: Path) -> dict[str, Any]:
    """Django's settings for the database at the URL, which messages call by the name."""
    try:
        found: dict[str, Any] = {**dj_database_url.parse(url)}
    except (ValueError, KeyError) as error:
        raise ImproperlyConfigured(
            f"{name} can't be read; set it to sqlite:////path/to/file.sqlite3 or "
            "postgresql://user:password@host:5432/name, and write any of # ? % and spaces in "
            "it as %23 %3F %25 %20."
        ) from error
    engine = found["ENGINE"].rpartition(".")[2]
    if engine not in ("sqlite3", "postgresql"):
        raise ImproperlyConfigured(f"{name} names {engine}; Dateline knows SQLite and PostgreSQL.")
    if found["NAME"] in ("", ":memory:"):
        raise ImproperlyConfigured(
            f"{name} names no database; write its name after the last slash."
        )
    if engine == "postgresql":
        found["OPTIONS"] = {**found.get("OPTIONS", {}), "pool": True}
        return found
    if urlsplit(url).query or urlsplit(url).fragment:
        raise ImproperlyConfigured(f"{name} holds ? or #; write them as %3F and %23 in a path.")
    return _sqlite(name, folder / found["NAME"])


def _sqlite(name: str, path: Path) -> dict[str, Any]:
    """Settings for the file at the path, which may be made yet.

    SQLite takes its write lock when a transaction begins, so that two writers wait for each
    other instead of failing half way, and keeps a write-ahead log, so that readers never wait.
    A thread's connection is used again for a minute: to open one takes longer than a kept page.
    It keeps 16 MB of the file; with SQLite's own two, to read fifty events takes a quarter longer.
    """
    if path.is_dir() or not path.parent.is_dir():
        raise ImproperlyConfigured(
            f"{name} names {path}, which is no file in a folder that exists."
        )
    return {
        "ENGINE": "timeline.queued_sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 60,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
            "PRAGMA cache_size=-16000;",
        },
    }


def secret_key_for(database: dict[str, Any], *, kept_in: Path) -> str:
    """The key from SECRET_KEY, else, with SQLite, one that is made once and kept in a file.

    The file can be read by its owner alone. With PostgreSQL the site may run on several hosts,
    which must agree on one key: there it has to be set.
    """
    if key := os.environ.get("SECRET_KEY", "").strip():
        if len(key) < KEY_LENGTH:
            raise ImproperlyConfigured(
                f"SECRET_KEY is {len(key)} characters long; set it to {KEY_LENGTH} random ones or "
                "more: python3 -c 'import secrets; print(secrets.token_urlsafe(50))' makes some."
            )
        return key
    if not database["ENGINE"].endswith("sqlite3"):
        raise ImproperlyConfigured(
            "SECRET_KEY is not set. With PostgreSQL, set it to one long random text on every host."
        )
    try:
        if not kept_in.exists():
            _make_key(kept_in)
        key = kept_in.read_text().strip()
    except (OSError, ValueError) as error:
        raise ImproperlyConfigured(
            f"No secret key can be kept in {kept_in}; set SECRET_KEY to a long random text."
        ) from error
    if len(key) < KEY_LENGTH:
        raise ImproperlyConfigured(f"{kept_in} holds no key; delete it, and a new one is made.")
    return key


def _make_key(path: Path) -> None:
    """Write a new key, whole or not at all: of two processes that start at once, one wins."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(KEY_LENGTH))
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()
