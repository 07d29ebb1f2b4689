"""What the team agreed on, as tests: imports, clocks, sizes, the map, no network."""

import ast
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parent.parent.parent
MODULES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("articles", "timeline", "benchmarks")
    for path in (ROOT / folder).rglob("*.py")
    if "migrations" not in path.parts
)
OURS = [path for path in MODULES if "/tests/" not in path]
PLAIN_OF_TIMELINE = (
    "axis", "claims", "merging", "page/(fragments|passages)", "phrasing/(chinese|counts|precision)",
)  # fmt: skip
IS_PLAIN_OF_TIMELINE = rf"timeline/({'|'.join(PLAIN_OF_TIMELINE)})(/|\.py)"
PLAIN = [
    path
    for path in OURS
    if path.startswith(("articles/dates/", "articles/readers/"))
    or re.match(IS_PLAIN_OF_TIMELINE, path)
]
# Where a module stands, and what it may not import. The first row that fits counts.
FORBIDDEN_IMPORTS = [
    (r"articles/dates/", r"django|timeline|sqlite3|psycopg|articles(?!\.dates\b)"),
    (r"articles/readers/", r"django|timeline|sqlite3|psycopg|articles(?!\.(dates|readers)\b)"),
    (r"articles/", r"timeline"),
    (
        IS_PLAIN_OF_TIMELINE,
        r"django|sqlite3|psycopg|articles(?!\.dates\b)"
        rf"|timeline(?!\.({'|'.join(PLAIN_OF_TIMELINE)})\b)".replace("/", r"\."),
    ),
]
CLOCKS = {"today", "now", "utcnow", "localdate", "localtime", "time", "time_ns"}
LONGEST = 300
# Django, or django-import-export, calls these itself, with the boolean in its place.
DJANGO_CALLS = {
    "save",
    "save_instance",
    "save_model",
    "save_related",
    "get_formset_kwargs",
    "construct_change_message",
}


@cache
def tree(path: str) -> ast.Module:
    """The syntax of the module at this path."""
    return ast.parse((ROOT / path).read_text(), path)


def faults(
    check: Callable[[str], Iterable[object]], paths: Iterable[str]
) -> dict[str, list[object]]:
    """What a check finds wrong, by the path of the module; all of them at once, which is quick."""
    return {path: found for path in paths if (found := list(check(path)))}


def imports(path: str, module: ast.Module) -> Iterator[str]:
    """The full names of the modules that it imports, inside functions too."""
    package = Path(path).parent.parts
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) + 1 - node.level] if node.level else ()
            base = ".".join([*above, *filter(None, [node.module])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def forbidden_imports(path: str, module: ast.Module) -> list[str]:
    """Those of its imports that run the wrong way."""
    pattern = next((no for place, no in FORBIDDEN_IMPORTS if re.match(place, path)), None)
    if pattern is None:
        return []
    return [name for name in imports(path, module) if re.match(rf"({pattern})(\.|$)", name)]


def test_imports_run_one_way() -> None:
    assert faults(lambda path: forbidden_imports(path, tree(path)), MODULES) == {}


@pytest.mark.parametrize(
    ("path", "line", "is_forbidden"),
    [
        ("articles/models.py", "from timeline.models import Event", True),
        ("articles/models.py", "def f():\n    import timeline", True),
        ("articles/models.py", "from articles.dates import find_dates", False),
        ("articles/tests/test_store.py", "from timeline import ingest", True),
        ("articles/dates/find.py", "from django.db import models", True),
        ("articles/dates/find.py", "from articles.models import Article", True),
        ("articles/dates/find.py", "from articles import models", True),
        ("articles/dates/find.py", "from ..models import Article", True),
        ("articles/dates/find.py", "from .edtf import parse_edtf", False),
        ("articles/dates/find.py", "from articles.dates import edtf", False),
        ("articles/readers/page.py", "from articles.dates import read_date", False),
        ("articles/readers/page.py", "from articles.store import store", True),
        ("timeline/merging/matching.py", "import django.db", True),
        ("timeline/merging/matching.py", "from timeline.claims.claim import Claim", False),
        ("timeline/claims/claim.py", "from timeline.models import Event", True),
        ("timeline/claims/headline.py", "from django.utils.text import Truncator", True),
        ("timeline/page/passages.py", "from articles.models import PublicText", True),
        ("timeline/axis/marks.py", "from timeline.models import Event", True),
        ("timeline/axis/marks.py", "from timeline.axis.scale import Scale", False),
        ("timeline/page/passages.py", "from articles.dates import split_sentences", False),
        ("timeline/page/headings.py", "from timeline.models import Event", False),
        ("timeline/events/build.py", "from articles.store import store", False),
    ],
)
def test_the_reading_of_imports(path: str, line: str, is_forbidden: bool) -> None:
    assert bool(forbidden_imports(path, ast.parse(line))) is is_forbidden


def test_plain_modules_load_without_django() -> None:
    names = [
        path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for path in PLAIN
        if "__main__" not in path
    ]
    program = (
        f"import {', '.join(names)}, sys;"
        "print(*sorted({name.partition('.')[0] for name in sys.modules} & {'django', 'sqlite3'}))"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.stdout.strip(), done.stderr) == ("", "")


def clocks(module: ast.Module) -> list[str]:
    """Where it asks what the time is: `date.today()`, and `localdate()` of an imported name."""
    asked = [node for node in ast.walk(module) if isinstance(node, ast.Call)]
    return [
        ast.unparse(call)
        for call in asked
        if (isinstance(call.func, ast.Attribute) and call.func.attr in CLOCKS)
        or (isinstance(call.func, ast.Name) and call.func.id in CLOCKS)
    ]


def test_plain_modules_have_no_clock() -> None:
    asked = faults(lambda path: clocks(tree(path)), PLAIN)
    assert asked == {}, "today and the publication date are arguments"


@pytest.mark.parametrize(
    ("line", "is_clock"),
    [
        ("date.today()", True),
        ("datetime.datetime.now(tz=UTC)", True),
        ("time.time()", True),
        ("localdate()", True),
        ("now()", True),
        ("time()", True),
        ("def today(): ...", False),
        ("read_date(typed, today)", False),
    ],
)
def test_the_reading_of_clocks(line: str, is_clock: bool) -> None:
    assert bool(clocks(ast.parse(line))) is is_clock


def positional_booleans(module: ast.Module) -> list[str]:
    """The public functions and methods that take a boolean by its place."""
    return [
        f"{function.name}({argument.arg})"
        for function in ast.walk(module)
        if isinstance(function, ast.FunctionDef)
        and not function.name.startswith("_")
        and function.name not in DJANGO_CALLS
        for argument in [*function.args.posonlyargs, *function.args.args]
        if argument.annotation and re.search(r"\bbool\b", ast.unparse(argument.annotation))
    ]


def test_booleans_are_given_by_name() -> None:
    assert faults(lambda path: positional_booleans(tree(path)), OURS) == {}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("def f(a: int, is_old: bool = False): ...", ["f(is_old)"]),
        ("class C:\n    def f(self, is_old: bool | None): ...", ["f(is_old)"]),
        ("def f(a: int, *, is_old: bool): ...", []),
        ("def _f(is_old: bool): ...", []),
    ],
)
def test_the_reading_of_booleans(line: str, found: list[str]) -> None:
    assert positional_booleans(ast.parse(line)) == found


def test_modules_are_short() -> None:
    assert faults(lambda path: (ROOT / path).read_text().splitlines()[LONGEST:], MODULES) == {}


def mapped_paths(readme: str) -> list[str]:
    """The paths in the fenced block under "## The map".

    A line is one path or several, two spaces apart, and then words that are no path. An
    indented line lies in the folder that the line above it with less indent names last.
    """
    section = re.search(r"^## The map$(.*?)(?=^## |\Z)", readme, re.M | re.S)
    block = re.search(r"^```\w*\n(.*?)^```", section[1], re.M | re.S) if section else None
    found: list[str] = []
    folders: dict[int, str] = {}
    for line in block[1].splitlines() if block else []:
        indent = len(line) - len(line.lstrip())
        folders = {depth: name for depth, name in folders.items() if depth < indent}
        parent = list(folders.values())[-1] if folders else ""
        for chunk in re.split(r" {2,}", line.strip()):
            if not re.fullmatch(r"[\w.-]*(/[\w.-]*)+|[\w-]*\.\w+|Makefile|LICENSE", chunk):
                break
            found.append(parent + chunk)
            folders[indent] = parent + chunk
    return found


def test_the_reading_of_the_map() -> None:
    readme = """
## The map
Words.
```
manage.py  Makefile    what starts it
articles/              texts
  dates/               text to mentions
    edtf.py            EDTF
  models.py
timeline/tests/        and/or words
.ci/run
```
## Else
```
elsewhere/
```
"""
    assert mapped_paths(readme) == [
        *["manage.py", "Makefile", "articles/", "articles/dates/", "articles/dates/edtf.py"],
        *["articles/models.py", "timeline/tests/", ".ci/run"],
    ]


def test_the_map_is_the_territory() -> None:
    readme = ROOT / "README.md"
    if not readme.exists():
        pytest.skip("there is no README.md yet")
    paths = mapped_paths(readme.read_text())
    assert paths, "README.md has no map"
    assert [path for path in paths if not (ROOT / path).exists()] == []


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("host", ["192.0.2.1", "example.org", "2001:db8::1"])
def test_tests_have_no_network(host: str) -> None:
    with pytest.raises(RuntimeError, match="tests have no network"):
        socket.create_connection((host, 80), timeout=1)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_tests_reach_their_own_machine(host: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection((host, server.getsockname()[1]), timeout=1).close()
