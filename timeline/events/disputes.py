"""What the sources of one event disagree on, in words of the reader's language.

Quotes come with articles and mentions.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, permutations
from typing import TypeVar

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from timeline.claims.planned import Told
from timeline.claims.quoted import AnyQuote
from timeline.events.tellings import tell
from timeline.merging.agreement import SourceDate, corrects, exclude_each_other, excludes
from timeline.merging.reasons import Difference, disagreements
from timeline.merging.telling import lead_of
from timeline.models import Quote
from timeline.phrasing.when import label, phrase

# So many quotes are compared with each other by what they say.
QUOTES_COMPARED = 10
BOUND = re.compile(r"\[\.\.([^\]]+)\]")
OneQuote = TypeVar("OneQuote", bound=AnyQuote)
DONE = (Told.HAPPENED, Told.LASTING, Told.REPORTED)


def reading_of(quote: AnyQuote) -> SourceDate | None:
    """The date that a quote gives; None if it gives none."""
    when = quote.when
    if when is None:
        return None
    article = quote.article
    source = article.publisher_id or f"article {article.pk}"
    return SourceDate(when, source, article.published_day)


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


def _dates(quotes: Iterable[OneQuote]) -> dict[OneQuote, SourceDate]:
    told = {quote: reading_of(quote) for quote in quotes if quote.told != Told.PLANNED}
    return {quote: reading for quote, reading in told.items() if reading}


def _of_dates(quotes: Sequence[Quote]) -> Iterator[str]:
    """“Ledger: 4 November 2019; Courier, later: 5 November 2019”, the later corrections last."""
    given = _dates(quotes)
    at_odds = {
        quote: reading
        for quote, reading in given.items()
        if any(excludes(reading, other) for other in given.values())
    }
    if not at_odds:
        return
    said: dict[str, list[str]] = {}
    for quote, reading in at_odds.items():
        is_correction = any(corrects(reading, other) for other in at_odds.values())
        note = _("later, correcting itself, %(source)s") if is_correction else "%(source)s"
        said.setdefault(reading.when.edtf, []).append(note % {"source": _source(quote)})
    comma = pgettext("between parts of a list", ", ")
    dates = [
        _("%(date)s (%(sources)s)") % {"date": label(edtf), "sources": comma.join(sources)}
        for edtf, sources in said.items()
    ]
    yield _("sources disagree on the date: %(dates)s") % {"dates": _("; ").join(dates)}


def _of_status(quotes: Sequence[Quote]) -> Iterator[str]:
    """A source that tells as still ahead what another had told as done."""
    for done, plan in permutations(quotes, 2):
        if still_planned(done, plan):
            yield _(
                "sources disagree on whether it had happened: "
                "told as done %(done)s (%(who)s), as planned %(planned)s (%(whom)s)"
            ) % {
                "done": _when(done), "who": _source(done),
                "planned": _when(plan), "whom": _source(plan),
            }  # fmt: skip
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
        return _("without a date")
    bound = BOUND.fullmatch(when.edtf)
    return _("by %(when)s") % {"when": label(bound[1])} if bound else phrase(when.edtf)


def _of_facts(quotes: Sequence[Quote]) -> list[str]:
    """Numbers, names and places in which two quotes differ."""
    told = [(quote, tell(quote, _lead(quote))) for quote in quotes if quote.when]
    said: dict[Difference, str] = {}
    for (ours, one), (theirs, other) in combinations(told, 2):
        for found in disagreements(one, other):
            told_by = {"what": _difference(found), "who": _source(ours), "whom": _source(theirs)}
            said.setdefault(found, _("sources disagree: %(what)s (%(who)s; %(whom)s)") % told_by)
    return list(said.values())


def _difference(found: Difference) -> str:
    """“12 against 15 ferries”."""
    ours, theirs = (get_text_list(list(words), _("and")) for words in found[:2])
    if not theirs:
        return _("only one denies %(words)s") % {"words": ours}
    against = _("%(ours)s against %(theirs)s") % {"ours": ours, "theirs": theirs}
    return " ".join((against, *found.things))


def _lead(quote: Quote) -> str:
    beginning: str | None = getattr(quote, "beginning", None)
    article = quote.article
    return lead_of(article.title, article.text if beginning is None else beginning)


def _source(quote: Quote) -> str:
    """“Harbour Ledger, 5 November 2019”."""
    article = quote.article
    name = article.source or _("unnamed source")
    published = article.published_on
    when = label(published.isoformat()) if published else _("undated")
    return _("%(name)s, %(when)s") % {"name": name, "when": when}
