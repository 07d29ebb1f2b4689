"""Both databases find the same: run with either of them."""

import pytest
from django.db.models import JSONField, Value
from hypothesis import example, given
from hypothesis import strategies as st

from articles.models import Publisher
from timeline.databases import is_like
from timeline.models import Event
from timeline.selection import Selection
from timeline.tests.factories import make_article, make_event

pytestmark = pytest.mark.django_db


def is_found(typed: str, told: str) -> bool:
    """Whether a reader who types this finds an event with this headline."""
    make_event(headline=told, article=make_article("Nothing else."))
    return Event.objects.matching(Selection(words=typed)).exists()


@pytest.mark.parametrize(
    ("typed", "told", "expected"),
    [
        ("österreich", "In Österreich, a bridge", True),
        ("ÖSTERREICH", "In österreich, a bridge", True),
        ("МОСТ", "Открыт мост", True),
        ("γεφυρα", "ΓΕΦΥΡΑ", True),
        ("ostern", "Österreich", False),
        ("straße", "Die Straße", True),
        ("strasse", "Die Straße", False),
        ("STRAßE", "Die straße", True),
        ("istanbul", "Istanbul", True),
        ("İstanbul", "In İstanbul", True),
        ("ﬁ", "A ﬁne bridge", True),
        ("橋", "新しい橋", True),
        ("😀", "A bridge 😀", True),
        ("100%", "All of it, 100% of it", True),
        ("100%", "All 1000 of them", False),
        ("%", "A bridge", False),
        ("b%e", "A bridge", False),
        ("a_b", "a_b", True),
        ("a_b", "axb", False),
        ("_", "A bridge", False),
        ("\\", "A bridge", False),
        ("\\%", "100\\% sure", True),
        ("c:\\b", "C:\\B", True),
        ("'", "A bridge's end", True),
        (".*", "A bridge", False),
        ("[a-z]", "A bridge", False),
        ("line", "One\nline", True),
    ],
)
def test_words_are_found_whatever_their_case(typed: str, told: str, expected: bool) -> None:
    assert is_found(typed, told) is expected


@pytest.mark.parametrize(
    ("aliases", "typed", "is_about"),
    [
        ([], "harbour", True),
        ([], "harbour office", True),
        ([], "happens HARBOUR", True),
        ([], "harbour unheard", False),
        (["Port Authority", "Österhafen"], "authority", True),
        (["Port Authority", "Österhafen"], "österhafen port", True),
        (["Port Authority", "Österhafen"], "u00d6", False),
        (["Port Authority", "Österhafen"], '"', False),
        (["Port Authority", "Österhafen"], ",", False),
        (['The "Quay"'], '"quay"', True),
        (["100%"], "0%", True),
        (["100%"], "1%0", False),
        ([""], "port", False),
        ("Port", "port", True),
        ({}, "port", False),
        (None, "port", False),
        ([None, 7, "Port"], "port", True),
    ],
)
def test_events_are_found_by_their_topics_names(
    aliases: object, typed: str, is_about: bool
) -> None:
    told = make_article("Nothing else.")
    event = make_event(headline="It happens", topics=["Harbour Office"], article=told)
    make_event(headline="It happens elsewhere", topics=["Ferries"], article=told)
    event.topics.update(aliases=Value(aliases, JSONField()))
    found = Event.objects.matching(Selection(words=typed))
    assert list(found) == ([event] if is_about else [])


def test_names_are_one_whatever_their_case() -> None:
    made = Publisher.objects.named("Österreich Heute")
    assert Publisher.objects.named("österreich heute") == made
    assert Publisher.objects.named("österreich_heute") != made


@given(st.text(st.sampled_from("aAöÖßẞıİ%_\\ \n.(") | st.characters(codec="utf-8"), max_size=12))
@example("ß" * 6)
@example("ŉǰΐ")
def test_every_text_contains_itself(text: str) -> None:
    literal = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    assert is_like(literal, text, "\\")
    assert is_like(f"%{literal}%", f"before {text} after", "\\")
    assert is_like("_" * len(text), text, "\\")
    assert not is_like(f"{literal}_", text, "\\")


@pytest.mark.parametrize("arguments", [(None, "a", "\\"), ("a", None, "\\"), ("a", "a", None)])
def test_nothing_is_like_null(arguments: tuple[str | None, str | None, str | None]) -> None:
    assert is_like(*arguments) is None
