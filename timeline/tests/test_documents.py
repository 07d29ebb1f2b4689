"""What README and docs/ show and name is there."""

import doctest
import re

from timeline.tests.test_conventions import ROOT

A_PATH = re.compile(r"`(\.?\w[\w-]*(?:/[\w-]+)*/[\w-]*(?:\.(?:py|html|jinja|json|css|js))?)`")
# Paths may begin within the packages, as they do in conversation.
FROM = ("", "timeline/", "articles/")
MADE_WHERE_IT_RUNS = {".index/", ".venv/bin/pytest"}


def test_its_examples() -> None:
    result = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert result.attempted > 3
    assert not result.failed


def test_paths_that_are_named_exist() -> None:
    texts = [path.read_text() for path in (ROOT / "README.md", *(ROOT / "docs").glob("*.md"))]
    named = {path for text in texts for path in A_PATH.findall(text)} - MADE_WHERE_IT_RUNS
    assert len(named) > 20
    assert {
        path for path in named if not any((ROOT / start / path).exists() for start in FROM)
    } == set()
