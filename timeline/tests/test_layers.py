"""The packages of timeline/ lean on those below, and never the other way."""

from timeline.tests.test_conventions import OURS, imports, tree

# From the ground up; those of one floor may know each other.
FLOORS = (
    ("environment", "settings", "databases", "loading", "jinja", "queued_sqlite3"),
    ("axis", "claims", "merging", "phrasing"),
    ("models", "querysets", "search"),
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
