"""What the sources of one event disagree on, in words. Quotes come with articles and mentions."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, permutations
from typing import TypeVar

from articles.dates import in_words
from timeline.agreement import Reading, corrects, exclude_each_other, excludes
from timeline.models import Quote
from timeline.planned import Told
from timeline.precision import label_in_text
from timeline.quoted import AnyQuote
from timeline.reasons import disagreements
from timeline.telling import lead_of
from timeline.tellings import tell

# So many quotes are compared with each other by what they say.
QUOTES_COMPARED = 10
BOUND = re.compile(r"\[\.\.([^\]]+)\]")
OneQuote = TypeVar("OneQuote", bound=AnyQuote)
DONE = (Told.HAPPENED, Told.LASTING, Told.REPORTED)


def reading_of(quote: AnyQuote) -> Reading | None:
    """The date that a quote gives; None if it gives none."""
    when = quote.when
    if when is None:
        return None
    article = quote.article
    source = article.publisher_id or f"article {article.pk}"
    return Reading(when, source, article.published_day)


def have_other_dates(quotes: Iterable[AnyQuote]) -> bool:
    """Whether two sources give dates that exclude each other, neither of a plan."""
    return exclude_each_other(list(_dates(quotes).values()))


def disputes(quotes: Iterable[Quote]) -> list[str]:
    """What the quotes of an event disagree on: its date, whether it happened, and facts.

    The beginnings of their articles should be loaded as `beginning`.
    """
    by_publication = sorted(quotes, key=lambda one: (one.article.published_day or 0, one.pk))
    return [
        *_of_dates(by_publication),
        *_of_status(by_publication),
        *_of_facts(by_publication[:QUOTES_COMPARED]),
    ]


def _dates(quotes: Iterable[OneQuote]) -> dict[OneQuote, Reading]:
    told = {quote: reading_of(quote) for quote in quotes if quote.told != Told.PLANNED}
    return {quote: reading for quote, reading in told.items() if reading}


def _of_dates(quotes: Sequence[Quote]) -> Iterator[str]:
    """“Ledger: 4 November 2019; Courier, later: 5 November 2019”, the later corrections last."""
    dates = _dates(quotes)
    at_odds = {
        quote: reading
        for quote, reading in dates.items()
        if any(excludes(reading, other) for other in dates.values())
    }
    if not at_odds:
        return
    said: dict[str, list[str]] = {}
    for quote, reading in at_odds.items():
        is_correction = any(corrects(reading, other) for other in at_odds.values())
        note = "later, correcting itself, " if is_correction else ""
        said.setdefault(reading.when.edtf, []).append(f"{note}{_source(quote)}")
    parts = [f"{label_in_text(edtf)} ({', '.join(sources)})" for edtf, sources in said.items()]
    yield f"sources disagree on the date: {'; '.join(parts)}"


def _of_status(quotes: Sequence[Quote]) -> Iterator[str]:
    """A source that tells as still ahead what another had told as done."""
    for done, plan in permutations(quotes, 2):
        if still_planned(done, plan):
            told = f"{_when(done)} ({_source(done)}), as planned {_when(plan)} ({_source(plan)})"
            yield f"sources disagree on whether it had happened: told as done {told}"
            return


def still_planned(done: Quote, plan: Quote) -> bool:
    """Whether the one was told as done when the other still told it as planned."""
    if done.told not in DONE or plan.told != Told.PLANNED:
        return False
    days = done.article.published_day, plan.article.published_day
    return days[0] is not None and days[1] is not None and days[0] <= days[1]


def _when(quote: Quote) -> str:
    """“by 4 November 2019”, “in 2020”."""
    when = quote.when
    if when is None:
        return "without a date"
    bound = BOUND.fullmatch(when.edtf)
    return f"by {label_in_text(bound[1])}" if bound else in_words(when.edtf)


def _of_facts(quotes: Sequence[Quote]) -> list[str]:
    """Numbers, names and places in which two quotes differ."""
    told = [(quote, tell(quote, _lead(quote))) for quote in quotes if quote.when]
    said: dict[str, str] = {}
    for (ours, one), (theirs, other) in combinations(told, 2):
        for found in disagreements(one, other):
            sources = f"{_source(ours)}; {_source(theirs)}"
            said.setdefault(found, f"sources disagree: {found} ({sources})")
    return list(said.values())


def _lead(quote: Quote) -> str:
    beginning: str | None = getattr(quote, "beginning", None)
    article = quote.article
    return lead_of(article.title, article.text if beginning is None else beginning)


def _source(quote: Quote) -> str:
    """“Harbour Ledger, 5 November 2019”."""
    article = quote.article
    name = str(article.publisher or "") or article.title or "unnamed source"
    published = article.published_on
    return f"{name}, {label_in_text(published.isoformat())}" if published else f"{name}, undated"
