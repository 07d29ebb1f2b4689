"""What a quote tells, for comparing. Plain Python: no Django, no database, no clock."""

import re
from dataclasses import dataclass
from functools import cached_property

from timeline.claims.planned import Days
from timeline.merging.deeds import objects_of
from timeline.merging.second_hand import AGENCIES
from timeline.merging.wording import counts, meanings, names, negated, roles, weighed

# So many characters of an article, about three sentences, say what it is about.
LEAD = 300
# “TARN, May 4 (Reuters) -” says where the report comes from, not what happened.
DATELINE = re.compile(
    rf"^[^\n]{{0,150}}?\((?:{'|'.join(' '.join(AGENCIES.split()).split(';'))})\)\s*(?:[–—]|--?)\s",
    re.MULTILINE,
)


@dataclass(frozen=True, eq=False)
class Telling:
    """What a quote says besides its date, the beginning of its article, and its days.

    The days are those on which others may tell the same, `named` those of the date that its words
    name: what a report of a day tells was done by then. `names_date` tells whether it has such
    words, `is_in_lead` whether it stands in the beginning. What follows from these is worked out
    when it is first asked for.
    """

    said: str
    lead: str
    is_in_lead: bool
    first_day: int | None
    last_day: int | None
    is_planned: bool = False
    named: Days = (None, None)
    names_date: bool = True

    @cached_property
    def words(self) -> frozenset[str]:
        """What its words mean."""
        return meanings(self.said)

    @cached_property
    def names(self) -> frozenset[frozenset[str]]:
        """The names in it, each as what its words mean."""
        return names(self.said)

    @cached_property
    def known(self) -> frozenset[str]:
        """Its words that are part of a name in it or in the lead."""
        around = (name for line in self.lead.splitlines() for name in names(line))
        return self.words & frozenset[str]().union(*self.names, *around)

    @cached_property
    def beginning(self) -> frozenset[str]:
        """What the words of its article's beginning mean."""
        return meanings(self.lead)

    @cached_property
    def objects(self) -> frozenset[str]:
        """What it says things are done to."""
        return objects_of(self.said)

    @cached_property
    def roles(self) -> dict[str, frozenset[str]]:
        """The names after “with”, “in” or “of”, by that word."""
        return roles(self.said)

    @cached_property
    def counts(self) -> frozenset[tuple[str, str]]:
        """Its numbers, each with what is counted."""
        return counts(self.said)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Its numbers."""
        return frozenset(number for number, _ in self.counts)

    @cached_property
    def denied(self) -> frozenset[str]:
        """What it says did not happen."""
        return negated(self.said)

    @cached_property
    def context(self) -> dict[str, float]:
        """Its words and those of the lead, weighed."""
        return weighed(self.lead) if self.is_in_lead else weighed(self.lead, self.said)

    @cached_property
    def about(self) -> frozenset[str]:
        """The words of its context."""
        return frozenset(self.context)


def telling(
    quote: str,
    date_start: int,
    date_end: int,
    first_day: int | None,
    last_day: int | None,
    lead: str = "",
    *,
    named: Days | None = None,
    is_planned: bool = False,
) -> Telling:
    """The telling of a quote whose date stands at `date_start:date_end` of it.

    `named` is that date if others may tell the same on more days than these. `lead` is the
    beginning of its article; without one, the quote is all that is known of it.
    """
    said = DATELINE.sub("", f"{quote[:date_start]} {quote[date_end:]}")
    around = DATELINE.sub("", lead)
    return Telling(
        said,
        around,
        quote in lead,
        first_day,
        last_day,
        is_planned,
        named or (first_day, last_day),
        date_start < date_end,
    )


def lead_of(title: str, text: str) -> str:
    """What an article is about: its title and the beginning of its text."""
    beginning = text[:LEAD]
    return beginning if title in beginning else f"{title}\n{beginning}"
