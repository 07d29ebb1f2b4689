"""Words find the same events on both databases: run with either of them."""

import pytest
from django.db.models import JSONField, Value
from hypothesis import given
from hypothesis import strategies as st

from articles.models import Article, PublicText
from timeline.curating import curation
from timeline.index import index_of
from timeline.index.selection import Selection
from timeline.models import Event, Timeline, Topic
from timeline.search import Term, saying, terms_of
from timeline.tests.factories import make_article, make_event, make_quote, make_timeline


def ids_found(typed: str, timeline: Timeline) -> list[int]:
    """The events that the page finds, which are those that the admin does."""
    found = list(index_of(timeline).find(Selection(words=typed)).in_order())
    assert found == [event.pk for event in saying(Event.objects.published(), typed).in_order()]
    return found


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "told", "expected"),
    [
        ("österreich", "In Österreich, a bridge", True),
        ("ÖSTERREICH", "In österreich, a bridge", True),
        ("osterreich", "In Österreich, a bridge", True),
        ("МОСТ", "Открыт мост", True),
        ("γεφυρα", "ΓΕΦΥΡΑ", True),
        ("γέφυρα", "ΓΕΦΥΡΑ", True),
        ("ostern", "Österreich", False),
        ("straße", "Die Straße", True),
        ("strasse", "Die Straße", True),
        ("STRAßE", "Die straße", True),
        ("istanbul", "Istanbul", True),
        ("İstanbul", "In İstanbul", True),
        ("ﬁ", "A ﬁne bridge", True),
        ("橋", "新しい橋", True),
        ("新しい", "新しい橋", True),
        ("しい新", "新しい橋", False),
        ("मंत्री", "प्रधान मंत्री", True),
        ("😀", "A bridge 😀", True),
        ("100%", "All of it, 100% of it", True),
        ("100%", "All 1000 of them", False),
        ("100", "All 1000 of them", False),
        ("%", "A bridge", False),
        ("b%e", "A bridge", False),
        ("a_b", "a_b", True),
        ("a_b", "axb", False),
        ("_", "A bridge", False),
        ("\\", "A bridge", False),
        ("c:\\b", "C:\\B", True),
        ("'", "A bridge", False),
        (".*", "A bridge", False),
        ("[a-z]", "A bridge", False),
        ("line", "One\nline", True),
        ("opening", "It opened", True),
        ("opened", "The openings of bridges", True),
        ("bridges", "A bridge", True),
        ("openi", "The opening", True),
        ("openi bridge", "The opening of the bridge", False),
        ("bridge openi", "The opening of the bridge", True),
        ("ridge", "A bridge", False),
        ("yard's", "The yard’s gate", True),
        ("yards", "The yard’s gate", True),
        ('"of the bridge"', "The opening of the bridge", True),
        ('"the bridge of"', "The opening of the bridge", False),
        ("“of the bridge”", "The opening of the bridge", True),
        ('"of the bridge', "The opening of the bridge", True),
        ('"of the brid"', "The opening of the bridge", False),
        ('opening "the bridge"', "The opening of the bridge", True),
        ("yard-ar", "At the yard-arm", True),
        ("arm-yard", "At the yard-arm", False),
        ("stems : bridge", "A bridge", False),
        ("bridge OR ferry", "A bridge", False),
        ("NOT ferry", "A bridge", False),
        ('" OR "', "A bridge", False),
        ("bridge & !ferry", "A bridge, no ferry", True),
    ],
)
def test_what_a_search_finds(typed: str, told: str, expected: bool) -> None:
    timeline = make_timeline()
    event = make_event(headline=told, article=make_article("Nothing else."), timeline=timeline)
    assert ids_found(typed, timeline) == ([event.pk] if expected else [])


@pytest.mark.django_db
def test_blank_finds_all_and_signs_find_none() -> None:
    timeline = make_timeline()
    event = make_event(timeline=timeline)
    assert (ids_found("  ", timeline), ids_found("–", timeline)) == ([event.pk], [])


@pytest.mark.django_db
def test_no_phrase_is_found_across_texts() -> None:
    timeline = make_timeline()
    make_event(headline="One bridge", summary="Two ferries", timeline=timeline)
    assert ids_found('"one bridge"', timeline)
    assert ids_found('"two ferries"', timeline)
    assert not ids_found('"bridge two"', timeline)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("aliases", "typed", "is_about"),
    [
        ([], "harbour", True),
        ([], "harbour office", True),
        ([], "happens HARBOUR", True),
        ([], "harbour unheard", False),
        (["Port Authority", "Österhafen"], "authority", True),
        (["Port Authority", "Österhafen"], "österhafen port", True),
        (["Port Authority", "Österhafen"], '"authority österhafen"', False),
        (["Port Authority", "Österhafen"], "u00d6", False),
        (["Port Authority", "Österhafen"], '"', False),
        (["Port Authority", "Österhafen"], ",", False),
        (['The "Quay"'], '"quay"', True),
        (["100%"], "100", True),
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
    timeline, told = make_timeline(), make_article("Nothing else.")
    event = make_event(
        "1999", timeline, headline="It happens", topics=["Harbour Office"], article=told
    )
    make_event("1999", timeline, headline="It happens elsewhere", topics=["Ferries"], article=told)
    event.topics.update(aliases=Value(aliases, JSONField()))
    assert ids_found(typed, timeline) == ([event.pk] if is_about else [])


@pytest.mark.django_db
def test_a_topic_that_is_renamed_is_found_by_its_new_name_only() -> None:
    timeline = make_timeline()
    event = make_event("1999", timeline, topics=["Ferries"])
    assert (ids_found("ferries", timeline), ids_found("boats", timeline)) == ([event.pk], [])
    Topic.objects.update(name="Boats")
    assert (ids_found("ferries", timeline), ids_found("boats", timeline)) == ([], [event.pk])


@pytest.mark.django_db
def test_a_search_follows_what_changes() -> None:
    timeline = make_timeline()
    event = make_event("1999", timeline, headline="It happens", article=make_article("A crane."))
    assert ids_found("crane", timeline)
    quote = make_quote(event, make_article("A ferry."))
    assert ids_found("ferry", timeline)
    quote.delete()
    assert not ids_found("ferry", timeline)
    Event.objects.filter(pk=event.pk).update(headline="A storm")
    assert ids_found("storm crane", timeline)
    Article.objects.update(public_text=PublicText.NOTHING)
    assert (ids_found("crane", timeline), ids_found("storm", timeline)) == ([], [event.pk])
    curation.withdraw(event)
    assert not ids_found("storm", timeline)
    assert saying(Event.objects.all(), "storm").get() == event
    event.quotes.all().delete()
    event.delete()
    assert not saying(Event.objects.all(), "storm").exists()


@pytest.mark.django_db
def test_long_words_and_texts_are_searched_as_far_as_they_go() -> None:
    timeline = make_timeline()
    text = f"{'ab' * 5_000} {'crane ' * 4_990} ferry {'x' * 10} {'storm ' * 5_000} tide"
    make_event("1999", timeline, headline="It", article=make_article(text))
    assert ids_found("ab" * 5_000, timeline)
    assert ids_found("ferry", timeline)
    assert not ids_found("tide", timeline)


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", []),
        ("harbour", [Term(("harbour",), is_open=True)]),
        ("harbour ", [Term(("harbour",))]),
        ("harbour, 2018", [Term(("harbour",)), Term(("2018",))]),
        ('"old harbour" brid', [Term(("old", "harbour")), Term(("brid",), is_open=True)]),
        ("O’Brien’s", [Term(("o", "brien"), is_open=True)]),
        ("l'été", [Term(("l", "ete"), is_open=True)]),
        ("word " * 30, [Term(("word",))] * 20),
    ],
)
def test_what_is_typed_becomes_terms(typed: str, terms: list[Term]) -> None:
    assert terms_of(typed) == terms


@pytest.mark.django_db
@given(st.text(max_size=30))
def test_whatever_is_typed_is_no_error(typed: str) -> None:
    for term in terms_of(typed):
        assert not saying(Event.objects.all(), f'"{" ".join(term.words)}"').exists()
    assert not saying(Event.objects.all(), typed).exists()


@given(st.text(max_size=40))
def test_every_text_says_its_own_words(text: str) -> None:
    assert all(term.is_in(text) for term in terms_of(text))
