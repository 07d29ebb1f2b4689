"""A small world for tests of who may what: timelines of every reach, and visitors of every role."""

from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth.models import Group, User
from django.test import Client

from articles.models import Article, PublicText, Tombstone
from timeline.curating.changes import recording
from timeline.events.judging import DIFFERENT, judge
from timeline.models import Change, Event, IgnoredName, Judgement, Reach, Timeline, Topic
from timeline.roles import BESIDES, READER, make_roles
from timeline.tests.factories import make_article, make_event, make_quote, make_timeline

ANYONE, ACCOUNT, NOBODY = "anyone", "account without a role", "nobody"
LADDER = [ANYONE, ACCOUNT, *BESIDES]


def make_user(role: str, username: str = "") -> User:
    """An account with the role; from contributors on it may sign in to the admin."""
    make_roles(apps)  # in a test that empties the database they are gone
    user = User.objects.create_user(
        username or role.lower(), password="open", is_staff=role not in (ACCOUNT, READER)
    )
    user.groups.set(Group.objects.filter(name=role))
    return user


def visitor(role: str) -> Client:
    """The browser of somebody with the role."""
    client = Client()
    if role != ANYONE:
        client.force_login(make_user(role, "visitor"))
    return client


def may(role: str, lowest: str) -> bool:
    """Whether the role is the lowest that may, or above it."""
    return lowest != NOBODY and LADDER.index(role) >= LADDER.index(lowest)


@dataclass
class World:
    """An event published on a timeline of each reach, candidates, and what else has a page."""

    timelines: dict[str, Timeline]
    published: dict[str, Event]
    candidate: Event
    other: Event
    change: Change
    judgement: Judgement
    topic: Topic
    ignored: IgnoredName
    account: User
    stone: Tombstone

    @property
    def article(self) -> Article:
        """The article of the public event."""
        return self.published["public"].quotes.get(article__title="Report public").article


def make_world() -> World:
    """One of each."""
    timelines = {reach: make_timeline(f"for-{reach}", reach=reach) for reach in Reach.values}
    published = {
        reach: make_event(
            "2019", timeline, headline=f"Told to {reach}", topics=[f"Topic{reach}"],
            article=make_article(f"It happened in 2019, for {reach}.", title=f"Report {reach}",
                                 publisher=f"{reach} Post", public_text=PublicText.FULL),
        )
        for reach, timeline in timelines.items()
    }  # fmt: skip
    article = make_article("Held back. It is told again.", title="Report of candidates")
    candidate, other = (
        make_event("2020", timelines["public"], is_published=False, article=article, words=words)
        for words in ("Held back.", "It is told again.")
    )
    make_quote(candidate)
    root = User.objects.create_superuser("root", password="open")
    with recording(root, "withdrew", [candidate.pk]) as made:
        candidate.summary = "More"
        candidate.save()
    assert made.change
    quotes = [event.quotes.order_by("pk")[0] for event in published.values()]
    return World(
        timelines, published, candidate, other, made.change,
        judge(quotes[0], [quotes[1]], DIFFERENT, root)[0], Topic.objects.order_by("pk")[0],
        IgnoredName.objects.create(name="Fog"), User.objects.create_user("eve", password="open"),
        Tombstone.objects.create(article=10**9, text_hash="0", reason="Asked for."),
    )  # fmt: skip
