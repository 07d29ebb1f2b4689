"""Quotes of decided events that stayed on a version of an article that was replaced since."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from django.db.models import Q, QuerySet

from articles.models import Article
from timeline.claims.anchoring import Anchor, How, anchor
from timeline.models import Quote, Status


class DiffPart(NamedTuple):
    """Words that both versions have (“”), or only the old (“del”) or the new one (“ins”)."""

    tag: str
    words: str


@dataclass(frozen=True)
class Stranded:
    """A quote on an old version, the newest version, and where its words stand there, if found."""

    quote: Quote
    newest: Article
    place: Anchor | None

    @property
    def verdict(self) -> str:
        """“stands”, “changed” or “gone”."""
        if self.place is None:
            return "gone"
        return "changed" if self.place.how == How.CORRECTED else "stands"

    @property
    def per_cent(self) -> int:
        """How far into the new text the place is."""
        place = self.place.start if self.place else 0
        return 100 * place // max(1, len(self.newest.text))

    @property
    def pieces(self) -> list[DiffPart]:
        """The words of both, with what went and what came."""
        new = self.newest.text[self.place.start : self.place.end] if self.place else ""
        return compared(self.quote.exact, new)


def stranded_quotes() -> QuerySet[Quote]:
    """Quotes of events that stand, on replaced versions, unless a curator left them there.

    What was left over a version is shown again once that is replaced, too.
    """
    replaced = Q(article__replaced_by__isnull=False)
    left = Q(kept_over__isnull=False, kept_over__replaced_by__isnull=True)
    quotes = Quote.objects.filter(replaced).exclude(event__status=Status.REJECTED).exclude(left)
    return quotes.select_related("event", "article__publisher").order_by("-article", "pk")


def stranded(quote: Quote) -> Stranded:
    """The quote, with the newest version of its article, and its place there."""
    newest = quote.article.newest()
    return Stranded(quote, newest, anchor(quote.article.text, quote.start, quote.end, newest.text))


def compared(old: str, new: str) -> list[DiffPart]:
    """The words of the old and the new, in pieces that both have or only one."""
    ours, theirs = old.split(), new.split()
    pieces: list[DiffPart] = []
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, first, last, begin, end in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(DiffPart("", " ".join(ours[first:last])))
        else:
            pieces += [DiffPart("del", " ".join(ours[first:last]))] * (first < last)
            pieces += [DiffPart("ins", " ".join(theirs[begin:end]))] * (begin < end)
    return pieces
