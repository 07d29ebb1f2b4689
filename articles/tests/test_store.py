"""Storing: once, filling in what was empty, and never changing a text."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from articles.mentions import read_mentions
from articles.models import Article, PublicText, Publisher
from articles.readers import Record
from articles.store import Outcome, store

pytestmark = pytest.mark.django_db

TEXT = "The yard opened last month. It had closed on 4 May 2012."
PLAIN = Record(text=TEXT)
FULL = Record(
    text=TEXT,
    title="A yard opens",
    url="https://ledger.example.org/yard",
    publisher="Harbour Ledger",
    author="A. Reed",
    published=date(2019, 11, 7),
    published_basis="header",
)


def test_added_with_its_metadata() -> None:
    stored = store(FULL)
    article = Article.objects.get()
    assert stored.outcome is Outcome.ADDED
    assert article == stored.article
    assert (article.title, article.author, article.url) == (FULL.title, FULL.author, FULL.url)
    assert article.publisher is not None
    assert article.publisher.name == "Harbour Ledger"
    assert (article.published_on, article.published_basis) == (date(2019, 11, 7), "header")


@pytest.mark.parametrize(
    ("first", "second", "outcome"),
    [
        (FULL, FULL, Outcome.UNCHANGED),
        (FULL, replace(FULL, text=TEXT.replace(" ", "\n")), Outcome.UNCHANGED),
        (FULL, PLAIN, Outcome.UNCHANGED),
        (PLAIN, PLAIN, Outcome.UNCHANGED),
        (PLAIN, FULL, Outcome.FILLED),
        (FULL, replace(FULL, title="Another title"), Outcome.UNCHANGED),
        (FULL, replace(FULL, text="Other words."), Outcome.NEW_VERSION),
        (FULL, replace(FULL, url="https://copy.example.org/yard"), Outcome.ADDED),
        (PLAIN, Record(text="Other words."), Outcome.ADDED),
    ],
)
def test_storing_twice(first: Record, second: Record, outcome: Outcome) -> None:
    store(first)
    assert store(second).outcome is outcome
    assert store(second).outcome is Outcome.UNCHANGED


def test_filling_in_keeps_what_is_known() -> None:
    store(replace(PLAIN, title="Mine"))
    article = store(FULL).article
    assert (article.title, article.url) == ("Mine", FULL.url)
    assert article.published_basis == "header"


def test_a_date_that_a_curator_took_away_stays_away() -> None:
    article = store(FULL).article
    article.published_on, article.published_basis = None, "curator"
    article.save()
    assert store(FULL).outcome is Outcome.UNCHANGED
    assert store(FULL).article.published_on is None


def test_a_given_date_yields_to_the_record() -> None:
    assert store(FULL, date(1999, 1, 1)).article.published_on == date(2019, 11, 7)
    given = store(Record(text="Other."), date(1999, 1, 1)).article
    assert (given.published_on, given.published_basis) == (date(1999, 1, 1), "given")


def test_a_new_version_replaces_the_latest_and_keeps_what_is_public() -> None:
    first = store(FULL).article
    first.public_text = PublicText.NOTHING
    first.save()
    second = store(replace(FULL, text="Second.")).article
    third = store(replace(FULL, text="Third.")).article
    assert (second.replaces, third.replaces) == (first, second)
    assert third.public_text == PublicText.NOTHING
    assert store(FULL).outcome is Outcome.UNCHANGED


def test_the_text_never_changes() -> None:
    article = store(FULL).article
    article.text = "Other words."
    with pytest.raises(ValidationError, match="never changes"):
        article.save()


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.org/a", "example.org"])
def test_only_web_addresses(url: str) -> None:
    with pytest.raises(ValidationError):
        store(replace(FULL, url=url))


def test_publishers_are_found_again_by_name_or_slug() -> None:
    store(FULL)
    again = store(replace(FULL, url="https://b.example.org/", publisher="harbour ledger")).article
    other = store(replace(FULL, url="https://c.example.org/", publisher="港口报")).article
    assert again.publisher is not None
    assert again.publisher.name == "Harbour Ledger"
    assert other.publisher is not None
    assert other.publisher.name == "港口报"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Россия 24", "Москва 24"), ("C News", "C++ News"), ("港口报", "海报"), ("a" * 90, "a" * 91)],
)
def test_unlike_names_are_unlike_publishers(one: str, other: str) -> None:
    publishers = {Publisher.objects.named(name).pk for name in (one, other, one)}
    assert len(publishers) == 2
    assert {publisher.name for publisher in Publisher.objects.all()} == {one, other}


def test_no_text_changes_in_bulk() -> None:
    article = store(FULL).article
    with pytest.raises(ValidationError, match="never changes"):
        Article.objects.filter(pk=article.pk).update(text="Other words.")


def test_a_new_version_replaces_the_newest_at_its_address() -> None:
    store(FULL)
    stray = Article.objects.create(text="Stray.", url=FULL.url)
    assert store(replace(FULL, text="Third.")).article.replaces == stray


def test_mentions_are_changed_in_place() -> None:
    article = store(PLAIN).article
    before = {mention.start: (mention.pk, mention.edtf) for mention in article.mentions.all()}
    assert read_mentions(article) == set()
    article.published_on = date(2019, 11, 7)
    changed = read_mentions(article)
    after = {mention.start: (mention.pk, mention.edtf) for mention in article.mentions.all()}
    relative = TEXT.index("last month")
    assert before[relative][1] == ""
    assert after[relative] == (before[relative][0], "2019-10")
    assert changed == {before[relative][0]}


def test_a_mention_that_is_found_no_more_goes() -> None:
    article = store(PLAIN).article
    stale = article.mentions.create(start=4, end=8, kind="date", rule="old", why="Old.")
    read_mentions(article)
    assert not article.mentions.filter(pk=stale.pk).exists()


def test_a_language_that_is_not_given_is_told_from_the_text() -> None:
    spanish = "El astillero abrió el mes pasado. Había cerrado el 4 de mayo de 2012."
    article = store(replace(FULL, text=spanish)).article
    read_mentions(article)
    assert article.language == "es"
    assert [row.edtf for row in article.mentions.order_by("start")] == ["2019-10", "2012-05-04"]
    assert store(replace(FULL, text="Abrió ayer.", language="pt-BR")).article.language == "pt-BR"
    assert store(PLAIN).article.language == "en"
