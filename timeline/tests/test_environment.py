"""Every variable of the environment: what is taken, and what is refused in which words."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from timeline.environment import (
    contact_from,
    database_from,
    embedders_from,
    flag,
    origin_from,
    secret_key_for,
)

SQLITE = {"ENGINE": "django.db.backends.sqlite3"}
POSTGRESQL = {"ENGINE": "django.db.backends.postgresql"}
LONG = "kept-long-enough-" * 3


@pytest.fixture
def variable(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The environment, in which the variable X and SECRET_KEY are not set yet."""
    monkeypatch.delenv("X", raising=False)
    monkeypatch.delenv("SECRET_KEY", raising=False)
    return monkeypatch


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", []),
        ("https://paper.example.org", ["https://paper.example.org"]),
        ("http://a.example:8080, https://*.b.example",
         ["http://a.example:8080", "https://*.b.example"]),
        ("*", ["*"]),
    ],
)  # fmt: skip
def test_embedders(variable: pytest.MonkeyPatch, value: str, expected: list[str]) -> None:
    variable.setenv("X", value)
    assert embedders_from("X") == expected


@pytest.mark.parametrize(
    "value",
    ["paper.example.org", "https://paper.example.org/page", "https://*", "'self'", "https://a;b"],
)
def test_embedders_refused(variable: pytest.MonkeyPatch, value: str) -> None:
    variable.setenv("X", value)
    with pytest.raises(ImproperlyConfigured, match="name origins"):
        embedders_from("X")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        *[("true", True), ("TRUE ", True), ("1", True), ("yes", True)],
        *[("false", False), ("0", False), ("No", False), ("", False)],
    ],
)
def test_flag(variable: pytest.MonkeyPatch, value: str, expected: bool) -> None:
    variable.setenv("X", value)
    assert flag("X", default=not expected) is expected


@pytest.mark.parametrize("default", [True, False])
def test_flag_not_set(variable: pytest.MonkeyPatch, default: bool) -> None:
    assert flag("X", default=default) is default


@pytest.mark.parametrize("value", ["maybe", "2", "truee", "none", "on off"])
def test_flag_refused(variable: pytest.MonkeyPatch, value: str) -> None:
    variable.setenv("X", value)
    with pytest.raises(ImproperlyConfigured, match=f"X is “{value}”; set it to true or false"):
        flag("X", default=True)


@pytest.mark.parametrize(
    ("value", "link"),
    [
        ("", ""),
        ("desk@example.org", "mailto:desk@example.org"),
        (" first.last+x@news.example.org ", "mailto:first.last+x@news.example.org"),
        ("https://example.org/errors?from=dateline", "https://example.org/errors?from=dateline"),
    ],
)
def test_contact(variable: pytest.MonkeyPatch, value: str, link: str) -> None:
    variable.setenv("X", value)
    assert contact_from("X") == link


@pytest.mark.parametrize("value", ["desk", "javascript:alert(1)", "a@b", "a@b.org?cc=c@d.org"])
def test_contact_refused(variable: pytest.MonkeyPatch, value: str) -> None:
    variable.setenv("X", value)
    with pytest.raises(ImproperlyConfigured, match="set it to an e-mail address"):
        contact_from("X")


@pytest.mark.parametrize(
    ("value", "url", "host"),
    [
        ("https://timeline.example.org", "https://timeline.example.org", "timeline.example.org"),
        (" https://Timeline.Example.org/ ", "https://timeline.example.org", "timeline.example.org"),
        ("https://example.org:443", "https://example.org", "example.org"),
        ("http://example.org:80", "http://example.org", "example.org"),
        ("https://example.org:80", "https://example.org:80", "example.org"),
        ("http://127.0.0.1:8001", "http://127.0.0.1:8001", "127.0.0.1"),
        ("http://[::1]:8001", "http://[::1]:8001", "[::1]"),
        ("https://xn--zeit-8qa.example", "https://xn--zeit-8qa.example", "xn--zeit-8qa.example"),
        ("", "http://localhost", "localhost"),
    ],
)
def test_origin(variable: pytest.MonkeyPatch, value: str, url: str, host: str) -> None:
    variable.setenv("X", value)
    origin = origin_from("X", default="http://localhost")
    assert (origin.url, origin.host) == (url, host)
    assert origin.is_https is url.startswith("https")
    assert origin.is_local is (host in ("127.0.0.1", "localhost", "[::1]"))


@pytest.mark.parametrize(
    "value",
    [
        *["timeline.example.org", "ftp://example.org", "https://", "https:///x", "https://*"],
        *["https://*.example.org", "https://.example.org", "https://example.org/timeline"],
        *["https://example.org?q=1", "https://example.org#top", "https://me:pass@example.org"],
        *["https://example.org:port", "https://example.org:70000", "https://[::1"],
        *["https://a b.org", "https://one.org,https://two.org", "https://-a.org"],
        "https://zeit–linie.example",
    ],
)
def test_origin_refused(variable: pytest.MonkeyPatch, value: str) -> None:
    variable.setenv("X", value)
    with pytest.raises(ImproperlyConfigured, match=r"X is “.*”; set it to the site's address"):
        origin_from("X", default="http://localhost")


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (None, "db.sqlite3"),
        ("  ", "db.sqlite3"),
        ("sqlite:///demo.sqlite3", "demo.sqlite3"),
        ("sqlite:///{folder}/other.sqlite3", "other.sqlite3"),
        ("sqlite:///{folder}/with%20space%231.sqlite3", "with space#1.sqlite3"),
    ],
)
def test_sqlite(variable: pytest.MonkeyPatch, tmp_path: Path, value: str | None, name: str) -> None:
    folder = tmp_path / "a folder"
    folder.mkdir()
    if value is not None:
        variable.setenv("X", value.format(folder=folder))
    found = database_from("X", default=folder / "db.sqlite3")
    assert found["NAME"] == str(folder / name)
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "postgresql://anna:s%23cret@db.example:5433/timeline",
            {"USER": "anna", "PASSWORD": "s#cret", "HOST": "db.example", "PORT": 5433},
        ),
        ("postgres://anna@%2Frun%2Fpg/timeline", {"HOST": "/run/pg", "USER": "anna"}),
        (
            "postgresql://db.example/timeline?sslmode=require",
            {"OPTIONS": {"sslmode": "require", "pool": True}},
        ),
    ],
)
def test_postgresql(
    variable: pytest.MonkeyPatch, tmp_path: Path, value: str, expected: dict[str, object]
) -> None:
    variable.setenv("X", value)
    found = database_from("X", default=tmp_path / "db.sqlite3")
    assert found["ENGINE"].endswith("postgresql")
    assert found.items() >= {"NAME": "timeline", **expected}.items()
    assert found["OPTIONS"]["pool"] is True


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("db.sqlite3", "can't be read; set it to sqlite:"),
        ("postgresql://u:p@host:port/name", "can't be read"),
        ("postgresql://u:p[@host/name", "can't be read"),
        ("mysql://u:p@host/name", "names mysql; Dateline knows SQLite and PostgreSQL"),
        ("postgresql://u:p@host", "names no database"),
        ("postgresql://u:p@host/", "names no database"),
        ("sqlite://", "names no database"),
        ("sqlite:///:memory:", "names no database"),
        ("sqlite://db.sqlite3", "names no database"),
        ("sqlite:///db.sqlite3?timeout=5", "holds . or #"),
        ("sqlite:///no#1.sqlite3", "holds . or #"),
        ("sqlite:////nowhere/at/all/db.sqlite3", "no file in a folder that exists"),
        ("sqlite:////", "no file in a folder that exists"),
    ],
)
def test_database_refused(
    variable: pytest.MonkeyPatch, tmp_path: Path, value: str, sentence: str
) -> None:
    variable.setenv("X", value)
    with pytest.raises(ImproperlyConfigured, match=f"^X .*{sentence}"):
        database_from("X", default=tmp_path / "db.sqlite3")


def test_a_password_is_not_told(variable: pytest.MonkeyPatch, tmp_path: Path) -> None:
    variable.setenv("X", "postgresql://anna:s3cret@host:port/name")
    with pytest.raises(ImproperlyConfigured) as caught:
        database_from("X", default=tmp_path)
    assert "s3cret" not in f"{caught.value} {caught.value.__cause__}"


def test_key_is_made_once_for_its_owner_alone(variable: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "key"
    key = secret_key_for(SQLITE, kept_in=path)
    assert len(key) >= 50
    assert path.stat().st_mode & 0o777 == 0o600
    assert secret_key_for(SQLITE, kept_in=path) == key
    assert list(tmp_path.iterdir()) == [path]


def test_processes_that_start_at_once_agree_on_one_key(
    variable: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "key"
    program = (
        "import sys; from pathlib import Path; from timeline.environment import secret_key_for;"
        f"print('ready', flush=True); sys.stdin.readline();"
        f"print(secret_key_for({SQLITE!r}, kept_in=Path({str(path)!r})))"
    )
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", program]
    processes = [
        subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)  # noqa: S603
        for _ in range(3)
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    keys = {process.communicate()[0] for process in processes}
    assert keys == {path.read_text() + "\n"}
    assert list(tmp_path.iterdir()) == [path]


def test_a_key_that_is_set_is_taken(variable: pytest.MonkeyPatch, tmp_path: Path) -> None:
    variable.setenv("SECRET_KEY", LONG)
    assert secret_key_for(POSTGRESQL, kept_in=tmp_path / "key") == LONG
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("database", "key", "kept", "sentence"),
    [
        (POSTGRESQL, "", None, "SECRET_KEY is not set. With PostgreSQL"),
        (POSTGRESQL, "", LONG, "SECRET_KEY is not set. With PostgreSQL"),
        (SQLITE, "short", None, "SECRET_KEY is 5 characters long"),
        (POSTGRESQL, "short", None, "SECRET_KEY is 5 characters long"),
        (SQLITE, " ", "short", "holds no key; delete it"),
        (SQLITE, "", "", "holds no key; delete it"),
    ],
)
def test_key_refused(
    variable: pytest.MonkeyPatch,
    tmp_path: Path,
    database: dict[str, str],
    key: str,
    kept: str | None,
    sentence: str,
) -> None:
    path = tmp_path / "key"
    if kept is not None:
        path.write_text(kept)
    variable.setenv("SECRET_KEY", key)
    with pytest.raises(ImproperlyConfigured, match=sentence):
        secret_key_for(database, kept_in=path)


@pytest.mark.parametrize("place", ["missing/key", "."])
def test_key_that_cannot_be_kept(variable: pytest.MonkeyPatch, tmp_path: Path, place: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="No secret key can be kept in"):
        secret_key_for(SQLITE, kept_in=tmp_path / place)
