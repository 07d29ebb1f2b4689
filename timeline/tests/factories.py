"""Small rows for tests, complete enough to be shown."""

from collections.abc import Iterable
from datetime import date
from itertools import count
from typing import Any

from django.contrib.auth.models import Permission, User

from articles.models import Article, Mention, Publisher
from timeline.curating.curation import publish
from timeline.models import Event, Quote, Timeline, Topic

numbers = count(1)


def make_timeline(slug: str = "", **fields: Any) -> Timeline:
    """A public timeline."""
    slug = slug or f"story-{next(numbers)}"
    return Timeline.objects.create(slug=slug, title=f"The story of {slug}", **fields)


def make_article(
    text: str = "The bridge opened yesterday.", *, publisher: str = "Harbour Post", **fields: Any
) -> Article:
    """An article with a publisher, a URL of its own and a publication date."""
    number = next(numbers)
    given = {
        "title": f"Report {number}",
        "url": f"https://news.example.org/{number}",
        "published_on": date(2019, 11, 5),
        "publisher": Publisher.objects.named(publisher) if publisher else None,
    }
    return Article.objects.create(text=text, **given | fields)


def make_quote(
    event: Event, article: Article | None = None, words: str = "", *, dated: str = "", **fields: Any
) -> Quote:
    """A quote of the words (all of the text if none are given), of which `dated` are its date."""
    article = article or make_article(f"It was told in report {next(numbers)}: it happened.")
    words = words or article.text
    start = article.text.index(words)
    mention = _mention(article, article.text.index(dated, start), dated, event) if dated else None
    return Quote.objects.create(
        event=event,
        article=article,
        start=start,
        end=start + len(words),
        exact=words,
        mention=mention,
        **fields,
    )


def _mention(article: Article, start: int, words: str, event: Event) -> Mention:
    days = {"first_day": event.first_day, "last_day": event.last_day}
    return Mention.objects.get_or_create(
        article=article, start=start, end=start + len(words),
        defaults={"kind": "date", "edtf": event.edtf, "rule": "test", "why": f"“{words}” is read.",
                  "granularity": event.granularity, **days},
    )[0]  # fmt: skip


def make_event(
    edtf: str = "2019-11-04",
    timeline: Timeline | None = None,
    *,
    headline: str = "",
    topics: Iterable[str] = (),
    is_published: bool = True,
    article: Article | None = None,
    words: str = "",
    dated: str = "",
    **fields: Any,
) -> Event:
    """An event with one quote, published if not said otherwise."""
    headline = headline or f"Event number {next(numbers)} happens"
    event = Event.objects.create(edtf=edtf, headline=headline, **fields)
    make_quote(event, article, words, dated=dated)
    if is_published:  # then publishing writes the history of what follows
        event.skip_history_when_saving = True  # type: ignore[attr-defined]
    event.topics.set(
        Topic.objects.get_or_create(slug=name.lower(), defaults={"name": name})[0]
        for name in topics
    )
    if timeline:
        event.timelines.add(timeline)
    if is_published:
        del event.skip_history_when_saving  # type: ignore[attr-defined]
        publish(event)
    return event


def make_curator(username: str = "ada") -> User:
    """A user of the admin who may view and change events and articles."""
    user = User.objects.create_user(username, password="open", is_staff=True)
    models = ("event", "quote", "timeline", "topic", "article", "publisher")
    user.user_permissions.set(Permission.objects.filter(content_type__model__in=models))
    return user
