"""What is installed: pinned, and what the code names itself stands among the direct ones."""

import re
from importlib.metadata import packages_distributions

import pytest

from timeline import settings
from timeline.tests.test_conventions import OURS, ROOT, imports, tree

# Started or chosen by name, where no module imports them.
NAMED_ELSEWHERE = {"gunicorn", "psycopg"}


def requirements(name: str) -> list[list[str]]:
    """The lines of each part of the file, without comments; empty lines part them."""
    parts = (ROOT / name).read_text().split("\n\n")
    lines = [[line.partition("#")[0].strip() for line in part.splitlines()] for part in parts]
    return [[line for line in part if line and not line.startswith("-r ")] for part in lines]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_versions_are_pinned(name: str) -> None:
    wanted = [line for part in requirements(name) for line in part]
    assert wanted
    assert [
        line for line in wanted if not re.fullmatch(r"[\w.-]+(\[[\w,-]+\])?==[\w.]+", line)
    ] == []


def test_direct_requirements_are_what_the_code_names() -> None:
    direct = {re.split(r"\[|==", line)[0].lower() for line in requirements("requirements.txt")[0]}
    owners = packages_distributions()
    served = [path for path in OURS if not path.startswith("benchmarks/")]
    named = {name for path in served for name in imports(path, tree(path))}
    named |= {*settings.INSTALLED_APPS, *settings.MIDDLEWARE}
    packages = {name.partition(".")[0] for name in named}
    used = {owner.lower() for package in packages for owner in owners.get(package, [])}
    assert used | NAMED_ELSEWHERE == direct
