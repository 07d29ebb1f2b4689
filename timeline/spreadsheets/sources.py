"""The articles that the rows of a table quote: those that are known, else made of what they quote.

Of an article that nobody has read, a table gives the quotes alone; they become its text, each with
the words that the table gives around it. A row without a quote becomes an article of its own, the
curator's own notes.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from articles.models import Article, PublishedBasis, Tombstone, text_hash
from articles.readers import Record
from articles.readers.cleaning import one_line
from articles.store import Unstored, read_record, store_new
from timeline.curating.quoting import only_place_of
from timeline.spreadsheets.passages import join_passages
from timeline.spreadsheets.rows import OWN_NOTES, NamedArticle, SheetRow

# So many articles of one source and day, without an address, are looked into for a quote.
MOST_ALIKE = 20


class QuotePlace(NamedTuple):
    """Where a quote stands."""

    article: Article
    start: int
    end: int


class SheetArticles:
    """The articles of one table. `expect` is told all rows before the first is placed.

    `made` are those that were stored for it.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.made: list[Article] = []
        self._texts: dict[NamedArticle, str] = {}
        # One text is asked for by each of its rows.
        self._hash = cache(text_hash)

    def expect(self, rows: Iterable[SheetRow]) -> None:
        """Put together what is quoted of each article that isn't known."""
        passages: dict[NamedArticle, dict[str, None]] = defaultdict(dict)
        for said in rows:
            if said.quote and said.source.is_one and self._known(said) is None:
                passages[said.source][_passage(said)] = None
        self._texts = {source: join_passages(quoted) for source, quoted in passages.items()}

    def find(self, said: SheetRow) -> QuotePlace | None:
        """Where the row's quote stands in an article that is stored."""
        if said.quote and (known := self._known(said)):
            return known
        article = self._known_text(*self._name(said))
        return self._in_own(article, said) if article else None

    def make(self, rows: list[SheetRow]) -> list[QuotePlace]:
        """The same in articles that are made of the rows, those of one source together."""
        made: dict[tuple[str, str], Article | Unstored] = {}
        for said in rows:
            if (name := self._name(said)) not in made:
                made[name] = self._known_text(*name) or _read(name[0], self._source(said))
        new = [one for one in made.values() if isinstance(one, Unstored)]
        store_new(new)
        self.made += [one.article for one in new]
        return [self._in_own(_article(made[self._name(said)]), said) for said in rows]

    def _name(self, said: SheetRow) -> tuple[str, str]:
        """What no two articles share."""
        return self._text(said), self._source(said).url

    def _source(self, said: SheetRow) -> NamedArticle:
        if said.quote:
            return said.source
        return NamedArticle(one_line(f"{self.name}: {said.headline}"), OWN_NOTES, None, "")

    def check(self, said: SheetRow) -> None:
        """Raise ValidationError if the article that would be made of the row was taken down."""
        text, url = self._name(said)
        Tombstone.objects.refuse([Article(url=url, text_hash=self._hash(text))])

    def _known(self, said: SheetRow) -> QuotePlace | None:
        """In an article at the row's address, or that looks like it; the newest first."""
        for article in _alike(said):
            if place := _place_in(article, said):
                return place
        return None

    def _text(self, said: SheetRow) -> str:
        """The text of the article that is made of the row, and of others with the same source."""
        if not said.quote:
            return said.note
        return self._texts.get(said.source) or _passage(said)

    def _known_text(self, text: str, url: str) -> Article | None:
        return Article.objects.filter(text_hash=self._hash(text), url=url, text=text).first()

    def _in_own(self, article: Article, said: SheetRow) -> QuotePlace:
        """In an article that is made of rows: the first line of a note, the quote of a passage."""
        if not said.quote:
            return QuotePlace(article, 0, len(said.note.partition("\n")[0]))
        start = article.text.index(_passage(said)) + len(said.before)
        return QuotePlace(article, start, start + len(said.quote))


def _passage(said: SheetRow) -> str:
    return f"{said.before}{said.quote}{said.after}"


def _alike(said: SheetRow) -> QuerySet[Article]:
    """The articles that the row may mean."""
    source = said.source
    if source.url:
        return Article.objects.filter(url=source.url)
    same = Article.objects.filter(url="", title=source.title, published_on=source.published)
    same = same.filter(publisher__name=source.publisher or None)
    return same.filter(text__contains=said.quote)[:MOST_ALIKE]


def _place_in(article: Article, said: SheetRow) -> QuotePlace | None:
    """Where the words stand: with those around them, else the only place where they do."""
    passage = _passage(said)
    if article.text.count(passage) == 1:
        start = article.text.index(passage) + len(said.before)
        return QuotePlace(article, start, start + len(said.quote))
    try:
        return QuotePlace(article, *only_place_of(said.quote, article))
    except ValidationError:
        return None


def _read(text: str, source: NamedArticle) -> Unstored:
    record = Record(
        text=text, title=source.title, url=source.url, publisher=source.publisher,
        published=source.published,
        published_basis=PublishedBasis.GIVEN if source.published else "",
    )  # fmt: skip
    return read_record(record)


def _article(one: Article | Unstored) -> Article:
    return one.article if isinstance(one, Unstored) else one
