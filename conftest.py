"""What every test gets: no network, plain static files, a database in a file."""

import gc
import os
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import override_settings
from hypothesis import settings as hypothesis_settings

# Where CI is set, the same code meets the same examples, and more of them; elsewhere each run
# looks at new ones.
CI = "CI" in os.environ
hypothesis_settings.register_profile(
    "dateline", deadline=None, max_examples=50 if CI else 20, derandomize=CI
)
hypothesis_settings.load_profile("dateline")

LOCAL_NAMES = {None, "", "localhost", "127.0.0.1", "::1", "0.0.0.0", "::"}  # noqa: S104


def _refuse_network(event: str, arguments: tuple[Any, ...]) -> None:
    """Audit hook: of sockets and look-ups, only those within this machine are let through."""
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = arguments[0]
    else:
        return
    name = host.decode() if isinstance(host, bytes) else host
    if name not in LOCAL_NAMES:
        raise RuntimeError(f"A test reached for {name}: tests have no network.")


sys.addaudithook(_refuse_network)


# What is imported stays for the whole run: the collector need not look at it.
gc.disable()


def pytest_collection_finish() -> None:
    """From here on the collector looks at what the tests make, and seldom."""
    gc.freeze()
    gc.set_threshold(50_000)
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _plain_settings() -> Iterator[None]:
    """Static files without collectstatic, and passwords without the work that slows guessing."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(
        STORAGES={**settings.STORAGES, "staticfiles": plain},
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        WHITENOISE_AUTOREFRESH=True,
    ):
        yield


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    """The desk keeps orders of ids, which mean nothing in the next test's database."""
    cache.clear()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite in a file, not in memory: threads then have connections and locks of their own."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        folder = tmp_path_factory.mktemp("database")
        database.setdefault("TEST", {})["NAME"] = str(folder / "test.sqlite3")
