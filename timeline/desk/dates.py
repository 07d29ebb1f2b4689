"""The date of an event beside what each of its sources reads, on one small axis."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.dates import EdtfError, Span, parse_edtf
from timeline.axis.density import overlapping
from timeline.axis.scale import Scale, scale_of
from timeline.axis.ticks import Tick, ticks_of
from timeline.axis.widths import TIERS
from timeline.curating.date_box import sentence_of, understand
from timeline.merging.days import can_agree
from timeline.models import Event, Quote
from timeline.phrasing.precision import label_in_text

LEAST_WIDTH = 1.5  # per cent, so that a day among years is seen
NARROWEST = next(iter(TIERS))
# Days that an open end or a lone day is given room for, at least, and a share of what is shown.
ROOM, ROOM_SHARE = 3, 10


class DateBar(NamedTuple):
    """A date as a bar: whose it is, in words, where it begins and how wide it is, in per cent.

    It is hollow where the date is some time within. `quote` is the id of the quote that it is
    chosen by; 0 for the event's own date.
    """

    who: str
    words: str
    quote: int
    x: float
    width: float
    is_hollow: bool
    agrees: bool


@dataclass(frozen=True)
class Dates:
    """The sentence for what was typed, the lines to compare, and the ticks below them."""

    sentence: str
    lines: list[DateBar]
    ticks: list[Tick]

    @property
    def own(self) -> str:
        """The event's own date in words; "" if it isn't understood."""
        return next((line.words for line in self.lines if not line.quote), "")

    @property
    def are_at_odds(self) -> bool:
        """Whether a source reads a date that excludes the event's."""
        return not all(line.agrees for line in self.lines)


def dates_of(event: Event, quotes: Sequence[Quote], typed: str | None = None) -> Dates:
    """The event's date, or the one typed in its place, and those of the quotes."""
    sentence, own = _own(event, typed)
    read = [(quote, when) for quote in quotes if (when := quote.when)]
    spans = [*([own] if own else []), *(when for _, when in read)]
    scale = _scale(spans)
    if scale is None:
        return Dates(sentence, [], [])
    lines = [_line("This event", own, 0, scale, own)] if own else []
    lines += [
        _line(quote.article.source or "Unnamed source", when, quote.pk, scale, own)
        for quote, when in read
    ]
    return Dates(sentence, lines, [tick for tick in ticks_of(scale) if tick.tier == NARROWEST])


def _own(event: Event, typed: str | None) -> tuple[str, Span | None]:
    """What the box says of the date in it, and its span; None of what isn't understood."""
    if typed is None:
        return sentence_of(event.edtf), parse_edtf(event.edtf)
    try:
        understood = understand(typed, timezone.localdate())
        return understood.sentence, parse_edtf(understood.edtf)
    except (ValidationError, EdtfError) as error:
        return " ".join(getattr(error, "messages", [str(error)])), None


def _scale(spans: Sequence[Span]) -> Scale | None:
    days = [day for span in spans for day in (span.first_day, span.last_day) if day is not None]
    if not days:
        return None
    first, last = min(days), max(days)
    room = max(ROOM, (last - first) // ROOM_SHARE)
    return scale_of(first - room, last + room, overlapping([(first, last)]), is_folded=False)


def _line(who: str, span: Span, quote: int, scale: Scale, own: Span | None) -> DateBar:
    begin = 0.0 if span.first_day is None else scale.at(span.first_day)
    end = 100.0 if span.last_day is None else scale.at(span.last_day + 1)
    width = max(LEAST_WIDTH, end - begin)
    x = min(begin, 100 - width)
    is_hollow = not span.is_throughout and span.first_day != span.last_day
    agrees = own is None or can_agree(span, own)
    return DateBar(who, label_in_text(span.edtf), quote, x, width, is_hollow, agrees)
