"""What readers load: small, and fit for every direction of writing."""

import re
from pathlib import Path

import pytest

from timeline.tests.test_conventions import ROOT

# Style sheets and scripts of the admin and the desk, which readers never load.
OF_CURATORS = {"admin", "desk", "tour"}
PHYSICAL = (
    r"[{;]\s*(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)|left|right|top)\s*:"
)


def loaded(pattern: str) -> list[Path]:
    """Our files that the public pages load."""
    files = sorted((ROOT / "static").glob(pattern))
    return [path for path in files if path.stem not in OF_CURATORS]


@pytest.mark.parametrize(("pattern", "most"), [("css/*.css", 25_000), ("js/*.js", 6_000)])
def test_what_readers_load_is_small(pattern: str, most: int) -> None:
    assert loaded(pattern)
    assert sum(len(path.read_bytes()) for path in loaded(pattern)) <= most


@pytest.mark.parametrize("path", loaded("css/*.css"), ids=lambda path: path.name)
def test_styles_know_no_left_and_right(path: Path) -> None:
    assert re.findall(PHYSICAL, path.read_text()) == []
