"""What pages need of a quote, its article and its mention: whether they are models or flat rows."""

from datetime import date
from typing import Protocol

from articles.dates import Span, parse_edtf
from timeline.claims.planned import Dated, by_publication, date_told


class AnyPublisher(Protocol):
    """Who published an article."""

    @property
    def name(self) -> str: ...


class AnyArticle(Protocol):
    """An article without its text; `public_reach` is how much of it the public may read."""

    @property
    def pk(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def author(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def published_on(self) -> date | None: ...
    @property
    def published_day(self) -> int | None: ...
    @property
    def public_reach(self) -> str: ...
    @property
    def publisher_id(self) -> int | None: ...
    @property
    def publisher(self) -> AnyPublisher | None: ...


class AnyMention(Dated, Protocol):
    """The words that date a quote, and how they were read."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def anchor(self) -> str: ...
    @property
    def why(self) -> str: ...


class Datable(Protocol):
    """What gives an event a date: words of it, or what follows from others."""

    @property
    def told(self) -> str: ...
    @property
    def counted(self) -> str: ...
    @property
    def article(self) -> AnyArticle: ...
    @property
    def mention(self) -> AnyMention | None: ...


class AnyQuote(Datable, Protocol):
    """The exact words of an article that an event stands on."""

    @property
    def pk(self) -> int: ...
    @property
    def exact(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def stance(self) -> str: ...
    @property
    def counted_why(self) -> str: ...
    @property
    def second_hand(self) -> str: ...
    @property
    def when(self) -> Span | None: ...


class AnyEvent(Protocol):
    """What the dates of an event's quotes are compared with."""

    @property
    def edtf(self) -> str: ...
    @property
    def last_day(self) -> int | None: ...
    @property
    def is_planned(self) -> bool: ...


def date_given(quote: Datable) -> Span | None:
    """The date that the words give the event, told as they do when they were published."""
    if quote.counted:
        return parse_edtf(quote.counted)
    if quote.mention is None:
        return by_publication(quote.told, quote.article.published_day)
    if not quote.mention.edtf:
        return None
    return date_told(quote.mention, quote.told, quote.article.published_day)


def read_at(quote: AnyQuote) -> tuple[int, int] | None:
    """Where in the quote the words stand that its date was read from; None if it names none.

    Also “since”, or the end of a stretch, which its mention leaves out: its `why` begins with all.
    """
    if quote.mention is None:
        return None
    start, end = quote.mention.start - quote.start, quote.mention.end - quote.start
    read = quote.mention.why.partition("”")[0].removeprefix("“")
    at = quote.exact.rfind(read, 0, start + len(read))
    return (at, at + len(read)) if at >= 0 and end <= at + len(read) else (start, end)
