"""How events are shown: in which language, on which day, with which words, as known by when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, pgettext

from timeline.search import Term


class Wording:
    """The words that every quote may need, translated once."""

    def __init__(self) -> None:
        self.in_context = gettext("In context")
        self.original = gettext("Original")
        self.undated = gettext("undated")
        self.unnamed = gettext("Unnamed source")
        self.disagrees = gettext("Disagrees")
        self.withheld = gettext("This source’s words are not shown here.")
        self.sources_disagree = gettext("sources disagree")
        self.in_english = lang_of("en", get_language() or "")
        self.byline = gettext("by %(author)s")
        self.second_hand = gettext("Second-hand: %(why)s")
        self.many_sources = gettext("%(number)s quotes from %(sources)s sources")
        self.date_words = gettext("Date words: %(said)s")
        self.later = gettext("Published later")
        self.perhaps_later = gettext("Perhaps published later")
        self.today = gettext("%(count)s (%(number)s today)")
        self.and_then = pgettext("between parts of a list", ", ")
        self.sentence = pgettext("a sentence", "%s.")


@lru_cache
def wording_in(language: str) -> Wording:
    """The words in the reader's language, which the argument names."""
    return Wording()


@dataclass(frozen=True)
class Look:
    """All that besides its rows decides how an event is shown."""

    language: str
    today: date
    terms: tuple[Term, ...] = ()
    is_open: bool = False
    # The day by which what is shown was known; later quotes are told apart.
    known_by: int | None = None

    @classmethod
    def now(cls, today: date, terms: Sequence[Term] = (), known_by: int | None = None) -> "Look":
        """As the reader's language has it."""
        return cls(get_language() or "", today, tuple(terms), known_by=known_by)

    @cached_property
    def say(self) -> Wording:
        """The words that every quote may need, in the reader's language."""
        return wording_in(self.language)


def lang_of(tag: str, language: str) -> SafeString:
    """The lang attribute, after a space, of words in a language that isn't the page's; or ""."""
    is_same = tag == (language or "en").partition("-")[0]
    return SafeString("" if is_same else f' lang="{escape(tag)}"')
