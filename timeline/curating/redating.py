"""What moves with an article's publication date or language: tried first, recorded, and undone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import Max

from articles.dates import in_words
from articles.models import Article, PublishedBasis
from timeline.curating.changes import Recording, recording
from timeline.events.reread import Reread, reread
from timeline.index.triggers import this_transaction
from timeline.models import Event, Status, Touched, User

MOST_MOVES = 50
CHANGED = "Meanwhile its text is read otherwise. Look at the suggestion again."
Act = Callable[[], Reread]


@dataclass(frozen=True)
class Move:
    """An event that quotes the article: its date in words before and after, "" where it is not."""

    headline: str
    status: str
    before: str
    after: str

    @property
    def is_same(self) -> bool:
        """Whether its date stays."""
        return self.before == self.after


@dataclass(frozen=True)
class Preview:
    """What would move, and what the reading would contradict."""

    moves: list[Move]
    contradicted: list[Event]

    @property
    def moved(self) -> list[Move]:
        """The events that would change, come, or go."""
        return [move for move in self.moves if not move.is_same]


class _TakenBackError(Exception):
    """Ends a transaction of which nothing shall stay."""


def preview(article: Article, act: Act) -> Preview:
    """What the act, which reads the article again, would move; it is done, and taken back."""
    before = _dated(article)
    after: dict[int, Event] = {}
    done = Reread()
    try:
        with transaction.atomic():
            done = act()
            after = _dated(article)
            raise _TakenBackError
    except _TakenBackError:
        pass
    both = [(before.get(pk), after.get(pk)) for pk in sorted(before.keys() | after.keys())]
    return Preview([_move(*pair) for pair in both][:MOST_MOVES], done.contradicted)


def recorded(by: User | None, what: str, article: Article, act: Act) -> tuple[Reread, Recording]:
    """Do what reads the article again, so that it can be undone with all that it moved.

    What it touches isn't known before: it is done once, taken back, and done again.
    """
    touched: set[int] = set()
    try:
        with transaction.atomic():
            begun = _last_touched()
            act()
            touched = _touched_since(begun)
            raise _TakenBackError
    except _TakenBackError:
        pass
    with recording(by, what, touched, [article.pk]) as made:
        begun = _last_touched()
        done = act()
        made.event_ids |= _touched_since(begun)
    return done, made


def redating(article: Article, day: date | None, basis: str = PublishedBasis.CURATOR) -> Act:
    """The act that sets the publication date, and reads the article by it."""

    def act() -> Reread:
        fresh = Article.objects.get(pk=article.pk)
        fresh.published_on, fresh.published_basis = day, basis
        fresh.save()
        return reread(fresh)

    return act


def accepting(article: Article, day: str) -> Act:
    """The act that takes the day that the text itself suggests as its publication date.

    Raises ValidationError if the article is dated, or suggests another day, meanwhile.
    """
    if article.published_on:
        raise ValidationError(f"Meanwhile it was set to {article.published_on}.")
    if not day or day != article.suggestion.get("day"):
        raise ValidationError(CHANGED)
    return redating(article, date.fromisoformat(day), PublishedBasis.ACCEPTED)


def _dated(article: Article) -> dict[int, Event]:
    told = Event.objects.exclude(status=Status.REJECTED).filter(quotes__article=article)
    return {event.pk: event for event in told.distinct()}


def _move(before: Event | None, after: Event | None) -> Move:
    event = after or before
    assert event is not None  # noqa: S101  # one of them is there
    words = [in_words(one.edtf) if one else "" for one in (before, after)]
    return Move(event.headline, event.get_status_display(), *words)


def _last_touched() -> int:
    """The last row of the database's own log of events that were touched."""
    return Touched.objects.aggregate(last=Max("pk"))["last"] or 0


def _touched_since(begun: int) -> set[int]:
    """The events that this transaction touched since, also those that went.

    PostgreSQL shows what others committed meanwhile, too. Names and the like are 0 or less.
    """
    ours = this_transaction(connection)
    rows = Touched.objects.filter(pk__gt=begun, event__gt=0, written_by=ours)
    return set(rows.values_list("event", flat=True))
