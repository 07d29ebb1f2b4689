"""The settings as a site in public has them, started as an operator starts it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PUBLIC = {
    "DEBUG": "false",
    "ORIGIN": "https://timeline.example.org",
    "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
}


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What manage.py says in an environment of these variables alone."""
    return subprocess.run(  # noqa: S603
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize("extra", [{}, {"TRUST_PROXY": "true"}])
def test_public_settings_pass_every_check(extra: dict[str, str]) -> None:
    done = manage("check", "--deploy", "--fail-level", "WARNING", **PUBLIC, **extra)
    assert (done.returncode, done.stdout) == (
        0,
        "System check identified no issues (2 silenced).\n",
    ), done.stderr


def test_checks_see_what_is_not_fit_for_the_public() -> None:
    done = manage("check", "--deploy", "--fail-level", "WARNING", **{**PUBLIC, "DEBUG": "true"})
    assert done.returncode != 0
    assert "security.W018" in done.stderr


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("DEBUG", "maybe", "DEBUG is “maybe”; set it to true or false."),
        ("TRUST_PROXY", "nginx", "TRUST_PROXY is “nginx”; set it to true or false."),
        ("ORIGIN", "example.org", "ORIGIN is “example.org”; set it to the site's address"),
        ("DATABASE_URL", "mysql://h/n", "DATABASE_URL names mysql; Dateline knows SQLite"),
        ("SECRET_KEY", "secret", "SECRET_KEY is 6 characters long; set it to 50 random ones"),
    ],
)
def test_bad_value_stops_the_start(name: str, value: str, sentence: str) -> None:
    done = manage("check", **{**PUBLIC, name: value})
    assert done.returncode != 0
    assert done.stderr.startswith(f"manage.py: {sentence}")


def test_postgresql_without_a_key_stops_the_start() -> None:
    done = manage("check", DATABASE_URL="postgresql://localhost/timeline")
    assert done.returncode != 0
    assert done.stderr.startswith("manage.py: SECRET_KEY is not set.")


@pytest.mark.parametrize(
    ("command", "bytes_of_file", "said"),
    [("export_events", b"", "no such table"), ("ingest x", b"x" * 99, "not a database")],
)
def test_a_database_that_fails_is_told_in_a_sentence(
    command: str, bytes_of_file: bytes, said: str, tmp_path: Path
) -> None:
    file = tmp_path / "file.sqlite3"
    file.write_bytes(bytes_of_file)
    done = manage(*command.split(), **{**PUBLIC, "DATABASE_URL": f"sqlite:///{file}"})
    assert done.returncode == 1
    assert done.stderr.startswith("manage.py: the database fails: ")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_server_compiles_the_rules_of_dates_before_a_reader_types_one() -> None:
    code = (
        "from articles.dates.find import OF_ENGLISH; from timeline.wsgi import compiling; "
        "compiling.join(); print(*vars(OF_ENGLISH))"
    )
    started = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert "bundles" in started.stdout.split()
