"""Names are proposed from texts, and topics found in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.merging.names import ProposedName, abbreviates, names_in, propose
from timeline.merging.tagging import TopicFinder

REPORT = (
    "The Northern Harbour Authority (NHA) opened a pier. Ada Reed of the NHA spoke in Leith. "
    "Later the Northern Harbour Authority said in Leith that Ada Reed would stay until May."
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A pier of the Harbour Board opened.", ["Harbour Board"]),
        ("It was the Bank of the North that paid.", ["Bank of the North"]),
        ("Ships came. Nobody knew.", []),  # one word that opens a sentence
        ("Ada Reed came on Monday in May.", ["Ada Reed"]),
        ("In London, Mr. Reed met President Stone’s men.", ["London", "Reed", "Stone"]),
        ("According to the U.S. it rained.", ["U.S."]),
        ("On the pier of O’Neill & Sons.", ["O’Neill", "Sons"]),
    ],
)
def test_names_in_a_text(text: str, names: list[str]) -> None:
    assert [name for name, _ in names_in(text)] == names


@pytest.mark.parametrize(
    ("short", "name", "is_so"),
    [
        ("NHA", "Northern Harbour Authority", True),
        ("PoN", "Port of Northtown", True),
        ("UNHCR", "Northern Harbour Authority", False),
        ("pictured", "Ada Reed", False),
        ("Ada Reed", "Ada Reed", False),
    ],
)
def test_an_abbreviation_is_made_of_a_name(short: str, name: str, is_so: bool) -> None:
    assert abbreviates(short, name) == is_so


def test_names_that_are_repeated_are_proposed() -> None:
    found = propose([REPORT, "In Leith it rained on the Southern Board."])
    assert found == [
        ProposedName("Leith", (), texts=2, places=3),
        ProposedName("Northern Harbour Authority", ("NHA",), texts=1, places=4),
        ProposedName("Ada Reed", (), texts=1, places=2),
    ]


def test_what_is_known_is_not_proposed_again() -> None:
    assert [one.name for one in propose([REPORT], ["nha", "LEITH"])] == ["Ada Reed"]


TOPICS = TopicFinder(
    [
        (1, ["Harbour Board", "HB"]),
        (2, ["Board of Trade"]),
        (3, ["Leith"]),
        (4, ["Tide", "WHO", "digital yuan"]),
        (5, ["港口"]),
        (6, ["Harbour Board of Leith"]),
    ]
)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("The Harbour Board and the HARBOUR BOARD’s men", [1, 1]),
        ("the harbour board of trade", [1]),  # from the left, the longest
        ("The Harbour Board of Leith", [6]),
        ("In Leith, Leithers sang", [3]),  # whole words only
        ("The tide came, who knows", []),  # a capital, an acronym
        ("The Tide and the WHO and the Digital Yuan", [4, 4, 4]),
        ("昨天港口开放", [5]),
        ("İ in Leith", [3]),  # whose lower case is longer
        ("", []),
    ],
)
def test_topics_are_found(text: str, topics: list[int]) -> None:
    found = list(TOPICS.find(text))
    assert [one.topic for one in found] == topics
    assert TOPICS.topics_in(text) == set(topics)


def test_without_topics_none_are_found() -> None:
    assert TopicFinder([]).topics_in("Harbour Board") == set()
    assert TopicFinder([(1, ["", " "])]).topics_in("Harbour Board") == set()


@given(st.text(alphabet=st.sampled_from(list("Lleithİß港 HBharboud’.(")), max_size=60))
def test_what_is_found_stands_there(text: str) -> None:
    for found in TOPICS.find(text):
        assert text[found.start : found.end].strip() != ""
    list(names_in(text))
