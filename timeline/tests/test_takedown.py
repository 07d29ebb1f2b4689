"""An article is taken down: nothing of its text is left, and what hung on it is settled."""

import json
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.test import Client
from django.urls import reverse

from articles.models import Article, Tombstone
from articles.readers import Record
from timeline.copying import copied_models
from timeline.curating.undoing import undo
from timeline.events.ingest import ingest_record, take_in
from timeline.models import Change, Event, Status, Timeline
from timeline.roles import ADMINISTRATOR, CURATOR
from timeline.takedown import hanging_on, take_down
from timeline.takedown.redacting import TAKEN_DOWN, Redactor
from timeline.tests.admin_pages import act, page_of, send, told
from timeline.tests.factories import make_article, make_event, make_quote, make_timeline
from timeline.tests.roles import make_user

pytestmark = pytest.mark.django_db
SENTENCE = "A velvet walrus juggled quinces on 4 May 2018 in Fogtown."
AGAIN = "The walrus of Fogtown will juggle quinces again in June 2018."
CORRECTED = f"{SENTENCE.replace('quinces', 'nine quinces')} {AGAIN}"
# What nobody else says; also as the search keeps it.
THEIRS = ("walrus", "quince", "juggl")
URL = "https://news.example.org/walrus"


@pytest.fixture
def root(db: None) -> Client:
    client = Client()
    client.force_login(make_user(ADMINISTRATOR))
    return client


@pytest.fixture
def story(root: Client) -> Timeline:
    """An article in two versions, worked on in every way that leaves its words somewhere."""
    story = make_timeline("story")
    for text in (f"{SENTENCE} {AGAIN}", CORRECTED):
        ingest_record(
            Record(text=text, title="The velvet walrus", url=URL, publisher="Post"), story
        )
    first, second = Event.objects.filter(status=Status.CANDIDATE).in_order()
    send(root, page_of(first), summary=f"They say: {SENTENCE}")
    Event.objects.filter(pk=first.pk).update(date_reason=f"So it says: {SENTENCE}")
    act(root, "publish_selected", first)
    act(root, "reject_selected", second)
    root.post(f"/desk/{second.pk}/", {"step": "undo"})
    root.get("/t/story/?q=walrus")
    return story


def rows() -> Iterator[tuple[str, str]]:
    """Every table of the database, also those that no model stands for, and its rows as text."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
            yield table, "\n".join(str(row).lower() for row in cursor.fetchall())


def left(words: tuple[str, ...] = THEIRS) -> dict[str, list[str]]:
    """Which of the words each table still has."""
    found = {table: [word for word in words if word in text] for table, text in rows()}
    # The address is kept, so that the text isn't fetched again.
    found["articles_tombstone"] = []
    return {table: words for table, words in found.items() if words}


def test_its_words_stand_in_many_places(story: Timeline) -> None:
    """Else the next test would prove nothing."""
    places = {
        "articles_article", "articles_historicalarticle", "timeline_quote",
        "timeline_historicalquote", "timeline_event", "timeline_historicalevent",
        "timeline_change", "django_admin_log",
    }  # fmt: skip
    assert left().keys() >= places


def test_nothing_of_its_text_is_left(story: Timeline, root: Client) -> None:
    old = Article.objects.get(replaces=None)
    address = reverse("admin:articles_article_take_down", args=[old.pk])
    page = root.get(address).content.decode()
    assert "All 2 versions of it go" in page
    assert "Published and left without a quote" in page
    answer = root.post(address, {"reason": "A court says so."}, follow=True)
    assert "Nothing of its text is left" in told(answer)
    root.get(reverse("admin:index"))
    assert left() == {}
    for format_ in ("events.json", "events.csv", "?q=walrus", "?view=sources"):
        assert b"juggle" not in b"".join(Client().get(f"/t/story/{format_}"))


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's vacuum comes later")
def test_nothing_is_left_in_sqlites_file(story: Timeline, root: Client) -> None:
    take_down(Article.objects.get(replaces=None), None, "A court says so.")
    path = connection.settings_dict["NAME"]
    connection.close()
    for name in (path, f"{path}-wal"):
        try:
            with open(name, "rb") as file:
                held = file.read().lower()
        except FileNotFoundError:
            continue
        assert [word for word in THEIRS if word.encode() in held.replace(URL.encode(), b"")] == []


def test_what_it_leaves(story: Timeline, root: Client) -> None:
    old, new = Article.objects.order_by("pk")
    published = Event.objects.published().get()
    by = User.objects.get(username="administrator")
    stone = take_down(old, by, " A court says so. ")
    assert (stone.article, stone.reason, stone.by, stone.url) == (
        old.pk, "A court says so.", by, URL,
    )  # fmt: skip
    assert {one.article for one in Tombstone.objects.all()} == {old.pk, new.pk}
    left_over = Event.objects.get()
    assert (left_over.pk, left_over.status) == (published.pk, Status.CANDIDATE)
    assert left_over.headline.startswith("Taken down: what happened ")
    assert left_over.quotes.count() == 0
    for pk in (old.pk, new.pk):
        answer = Client().get(f"/articles/{pk}/")
        assert answer.status_code == 410
        assert "was taken down" in answer.content.decode()
    assert Client().get(f"/events/{published.pk}/").status_code == 404


def test_it_does_not_come_back(story: Timeline) -> None:
    take_down(Article.objects.get(replaces=None), None, "A court says so.")
    elsewhere = Record(text=f"{SENTENCE}\n{AGAIN}", url="https://copy.example.org/")
    fetched_again = Record(text="Other words.", url=URL)
    other = Record(text="Something else happened on 5 May 2018.")
    outcomes = take_in([elsewhere, other, fetched_again], story)
    assert [isinstance(one, str) for one in outcomes] == [True, False, True]
    assert "was taken down" in str(outcomes[0])
    with pytest.raises(ValidationError, match="was taken down"):
        Article.objects.create(text=CORRECTED)
    Tombstone.objects.all().delete()
    assert not isinstance(take_in([elsewhere], story)[0], str)


def test_what_others_tell_stays_in_their_words(root: Client) -> None:
    story = make_timeline("story")
    gone = make_article("The long awaited bridge over the river was opened.", publisher="Post")
    kept = make_article("A new bridge was opened on Monday.", publisher="Gazette")
    event = make_event(
        "2019-11-04", story, article=gone, summary="It rained.",
        headline="The long awaited bridge over the river was opened",
    )  # fmt: skip
    make_quote(event, kept)
    own = make_event("2019", story, article=gone, words="bridge over the river",
                     headline="A curator's own words")  # fmt: skip
    make_quote(own, kept)
    assert [one.pk for one in hanging_on(gone).reworded()] == [event.pk]
    take_down(gone, None, "Asked for.")
    told_now = {(one.headline, one.summary, one.status) for one in Event.objects.all()}
    assert told_now == {
        ("A new bridge was opened on Monday", "It rained.", "published"),
        ("A curator's own words", "", "published"),
    }
    assert not left(("long awaited",))


def test_the_rest_of_a_change_can_still_be_undone(root: Client) -> None:
    gone = make_event(article=make_article(SENTENCE), is_published=False)
    other = make_event(is_published=False)
    act(root, "reject_selected", gone, other)
    take_down(gone.quotes.get().article, None, "Asked for.")
    undo(Change.objects.get(), None)
    assert Event.objects.get() == other
    assert Event.objects.get().status == "candidate"


def test_a_joined_event_still_leads_on(root: Client) -> None:
    gone = make_event(article=make_article(SENTENCE), headline=SENTENCE[:-1])
    into = make_event()
    act(root, "join_selected", gone, into, into=str(into.pk))
    take_down(Article.objects.get(text=SENTENCE), None, "Asked for.")
    gone.refresh_from_db()
    assert gone.joined_into == into
    assert into.quotes.count() == 1
    assert left(("velvet",)) == {}


@pytest.mark.parametrize("role", [CURATOR, ADMINISTRATOR])
def test_it_wants_an_administrator_and_a_reason(role: str) -> None:
    article = make_article(SENTENCE)
    client = Client()
    client.force_login(make_user(role))
    address = reverse("admin:articles_article_take_down", args=[article.pk])
    assert client.get(address).status_code == (200 if role == ADMINISTRATOR else 403)
    assert (b"Take down \xe2\x80\xa6" in client.get(page_of(article)).content) is (
        role == ADMINISTRATOR
    )
    client.post(address, {"reason": " "})
    assert Article.objects.exists()


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("“the velvet walrus JUGGLED quinces on” it is said", True),
        ("A velvet walrus", True),  # three words, and no other
        ("A walrus", False),
        ("Velvet walrus juggles", True),  # a headline made of it
        ("In Fogtown a walrus was seen to sing on 4 May", False),
        ("", False),
    ],
)
def test_the_finding_of_words(text: str, is_found: bool) -> None:
    redactor = Redactor(
        [f"There: the {SENTENCE[2:]}", "A velvet walrus"], ["Velvet walrus juggles"]
    )
    assert redactor.finds_in(text) is is_found


def test_sentences_keep_what_is_not_its_own() -> None:
    redactor = Redactor([SENTENCE], ["Walrus juggles"])
    assert redactor.clean_sentence("published “Walrus juggles”") == f"published “{TAKEN_DOWN}”"
    assert redactor.clean_sentence("published “A bridge opens”") == "published “A bridge opens”"
    added = json.dumps([{"added": {"name": "quote", "object": SENTENCE}}])
    assert redactor.clean_sentence(added) == TAKEN_DOWN


def test_every_field_with_words_is_thought_of() -> None:
    """A new field that holds texts must be looked at here: may it hold words of an article?"""
    fields = {
        f"{model._meta.model_name}.{field.name}"
        for model in copied_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField | models.JSONField)
        and not field.choices
        and model._meta.app_label in ("articles", "timeline")
        and not model._meta.model_name.startswith("historical")  # type: ignore[union-attr]
    }
    go_with_it = {
        "article.text", "article.suggestion", "article.title", "article.author", "article.url",
        "article.text_hash", "article.language", "mention.rule", "mention.why", "mention.kind",
        "mention.edtf", "mention.granularity", "mention.anchor", "quote.exact", "quote.prefix",
        "quote.suffix", "quote.headline", "quote.counted", "quote.counted_why",
        "quote.second_hand",
    }  # fmt: skip
    are_redacted = {"change.what", "change.before", "change.after", "event.headline",
                    "event.summary", "event.date_reason", "event.picture_alt",
                    "event.picture_credit", "failure.where",
                    "failure.reason"}  # fmt: skip
    are_no_articles_words = {
        "event.edtf", "event.granularity", "event.decided", "timeline.slug", "timeline.title",
        "timeline.introduction", "topic.name", "topic.slug", "topic.aliases", "ignoredname.name",
        "publisher.name", "publisher.slug", "savedview.name", "savedview.query", "tombstone.url",
        "tombstone.text_hash", "tombstone.publisher", "tombstone.reason", "failure.folder",
            "failedsignin.who", "picture.digest",
    }  # fmt: skip
    assert fields == go_with_it | are_redacted | are_no_articles_words
