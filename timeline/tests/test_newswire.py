"""Sentences as newswire has them: what each tells of, when, and how, or that it tells nothing."""

from datetime import date
from pathlib import Path

import pytest

from articles.dates import find_dates
from timeline.claims.claim import find_claims
from timeline.claims.headline import headline_of
from timeline.claims.planned import date_told

PUBLISHED = date(2024, 3, 14)
BEGINNING = "The harbour is old."


def cases() -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in Path(__file__).with_name("newswire.txt").read_text("utf-8").splitlines():
        if line.startswith("  "):
            found[-1][1].append(line.strip())
        elif line and not line.startswith("#"):
            found.append((line, []))
    return found


@pytest.mark.parametrize(("sentence", "expected"), cases())
def test_what_a_sentence_tells(sentence: str, expected: list[str]) -> None:
    text = f"{BEGINNING} {sentence}"
    mentions = find_dates(text, PUBLISHED)
    told = []
    for claim in find_claims(text, mentions, PUBLISHED.toordinal()):
        assert claim.mention is not None
        mention = mentions[claim.mention]
        when = date_told(mention, claim.told, PUBLISHED.toordinal())
        told.append(f"{when.edtf} {claim.told}: {headline_of(text, claim, mention)}")
    assert told == expected
