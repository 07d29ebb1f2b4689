"""Sentences as newswire has them: each mention of a time, where it stands and its TIMEX3 value."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from articles.dates import find_dates


def sentences() -> Iterator[tuple[date, str, str]]:
    published = date.min
    for line in Path(__file__).with_name("newswire.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            published = date.fromisoformat(line.removeprefix("== "))
        elif line and not line.startswith("#"):
            text, _, expected = line.rpartition(" | ")
            yield published, text, expected


@pytest.mark.parametrize(("published", "text", "expected"), list(sentences()))
def test_sentence(published: date, text: str, expected: str) -> None:
    found = [f"{mention.text}={mention.timex}" for mention in find_dates(text, published)]
    assert "; ".join(found) == expected
