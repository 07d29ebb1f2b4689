"""The packages of timeline/ lean on those below, and never the other way; no circle of modules."""

import ast
from graphlib import TopologicalSorter

from timeline.tests.test_conventions import OURS, imports, tree

# From the ground up; those of one floor may know each other.
FLOORS = (
    ("environment", "settings", "databases", "loading", "jinja", "queued_sqlite3"),
    ("axis", "claims", "merging", "phrasing"),
    ("models",),
    ("search",),
    ("index",),
    ("access", "signing_in", "roles", "copying"),
    ("events",),
    ("curating",),
    ("page",),
    ("entries", "records"),
    ("exports",),
    ("spreadsheets", "takedown"),
    ("desk",),
    ("admin",),
    ("views", "templatetags", "management", "demo", "apps", "urls", "wsgi"),
)
FLOOR_OF = {name: floor for floor, names in enumerate(FLOORS) for name in names}


def package_of(module: str) -> str:
    """The package or module of timeline/ to which a module with this full name belongs."""
    return module.split(".")[1]


def of_timeline(path: str) -> str:
    """The same of the module at this path."""
    return path.split("/")[1].removesuffix(".py")


def test_every_package_has_a_floor() -> None:
    packages = {of_timeline(path) for path in OURS if path.startswith("timeline/")}
    assert packages - {"__init__"} == set(FLOOR_OF)


def test_nothing_leans_on_what_stands_above() -> None:
    leaning = [
        (path, module)
        for path in OURS
        if path.startswith("timeline/") and of_timeline(path) != "__init__"
        for module in imports(path, tree(path))
        if module.startswith("timeline.")
        and FLOOR_OF.get(package_of(module), 0) > FLOOR_OF[of_timeline(path)]
    ]
    assert leaning == []


def is_for_types(statement: ast.stmt) -> bool:
    """Whether it holds what only the type checker imports."""
    return isinstance(statement, ast.If) and ast.unparse(statement.test) == "TYPE_CHECKING"


def module_named(name: str) -> str | None:
    """The path of our module by its full name, or of the one that has what is so called."""
    stem = name.replace(".", "/")
    package = stem.rpartition("/")[0]
    ours = (f"{stem}.py", f"{stem}/__init__.py", f"{package}.py", f"{package}/__init__.py")
    return next((path for path in ours if path in OURS), None)


def needed(path: str) -> set[str]:
    """The paths of our modules that the one at this path needs, at once or in a function."""
    body = [statement for statement in tree(path).body if not is_for_types(statement)]
    names = imports(path, ast.Module(body, type_ignores=[]))
    return {found for name in names if (found := module_named(name))}


def test_no_modules_need_each_other() -> None:
    TopologicalSorter({path: needed(path) for path in OURS}).prepare()  # raises CycleError
