"""Quotes are found again in corrected texts, or not at all."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.claims.anchoring import How, anchor

SAID = "The ferry Aurora left the harbour of Fogtown on 4 May 2012 with 31 passengers."
BEFORE = "It rained all week, and the quay was empty. Nobody saw the lights go out. "
AFTER = " Her captain had been warned of the storm. The town still asks why she sailed."
TEXT = BEFORE + SAID + AFTER
OTHER = "Bakers complained about the price of flour. A choir sang in the chapel at noon. "


@pytest.mark.parametrize(
    ("new", "words", "how"),
    [
        (TEXT, SAID, How.UNCHANGED),
        (f"{OTHER}{TEXT}", SAID, How.UNCHANGED),
        (f"{AFTER} {OTHER}{SAID} {BEFORE}", SAID, How.UNCHANGED),  # moved
        (TEXT.replace("warned", "told"), SAID, How.UNCHANGED),
        (f"{SAID} {OTHER * 3}{TEXT}", SAID, How.BY_CONTEXT),  # repeated as a teaser
        (TEXT.replace("31 pass", "30 pass"), SAID.replace("31", "30"), How.CORRECTED),
        (TEXT.replace("The ferry", "The old ferry"), SAID.replace("The", "The old"), How.CORRECTED),
        (TEXT.replace(" of Fogtown", ""), SAID.replace(" of Fogtown", ""), How.CORRECTED),
        (TEXT.replace("with 31 passengers.", "with 31."), None, How.CORRECTED),
    ],
)
def test_what_stands_there_still_is_found(new: str, words: str | None, how: How) -> None:
    start = TEXT.index(SAID)
    found = anchor(TEXT, start, start + len(SAID), new)
    assert found
    assert found.how == how
    if words:
        assert new[found.start : found.end] == words
    else:
        assert new[found.start :].startswith("The ferry Aurora left")


@pytest.mark.parametrize(
    "new",
    [
        "",
        BEFORE + AFTER,
        f"{BEFORE}{SAID} {SAID}{AFTER}",  # side by side: nobody could tell which
        f"{BEFORE}The ferry Aurora was painted green.{AFTER}",
        f"{OTHER}The ferry Borealis left the harbour of Rainport at noon with flour.{OTHER}",
    ],
)
def test_what_is_gone_or_uncertain_is_not(new: str) -> None:
    start = TEXT.index(SAID)
    assert anchor(TEXT, start, start + len(SAID), new) is None


def test_words_that_a_text_has_twice_are_not_taken_for_each_other() -> None:
    old = f"{TEXT} {OTHER * 6}{SAID} {OTHER}"
    first, second = old.index(SAID), old.rindex(SAID)
    new = f"{OTHER}{old}"
    for start in (first, second):
        found = anchor(old, start, start + len(SAID), new)
        assert found == (start + len(OTHER), start + len(OTHER) + len(SAID), How.BY_CONTEXT)
    without_first = old[:first] + old[first + len(SAID) :]
    assert anchor(old, first, first + len(SAID), without_first) is None


def test_another_passage_that_is_alike_is_not_taken_for_a_correction() -> None:
    alike = SAID.replace("4 May 2012", "9 June 2013")
    old = f"{TEXT} {OTHER}{alike} {OTHER}"
    start = old.index(SAID)
    new = old.replace(SAID, "")
    assert anchor(old, start, start + len(SAID), new) is None


TEXTS = st.lists(st.sampled_from([SAID, BEFORE, AFTER, OTHER, "Fog. ", "4 May 2012 ", "é\n\n"]))


@given(TEXTS.map("".join), TEXTS.map("".join), st.data())
def test_whatever_is_found_stands_there(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    if start == end:
        return
    found = anchor(old, start, end, new)
    if found:
        assert 0 <= found.start < found.end <= len(new)
        is_same = new[found.start : found.end] == old[start:end]
        assert is_same == (found.how != How.CORRECTED)
    if len(re.findall(f"(?={re.escape(old[start:end])})", old)) == 1:  # also where they overlap
        assert anchor(old, start, end, old) == (start, end, How.UNCHANGED)
