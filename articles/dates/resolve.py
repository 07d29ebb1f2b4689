"""Resolving: what the matches mean, in reading order."""

from collections.abc import Iterator
from datetime import date

from articles.dates.context import Context
from articles.dates.days import iso_day
from articles.dates.find import find
from articles.dates.meaning import Meaning, timex_of
from articles.dates.mention import Mention
from articles.dates.rule import Match
from articles.dates.words import in_words


def find_dates(text: str, published: date | None, language: str = "en") -> list[Mention]:
    """The mentions of time in a text, in order, never overlapping.

    Relative ones are counted from `published`; without it they stay unresolved and say so.
    Texts in another language than English (a BCP 47 tag) give none for now.
    """
    if language.partition("-")[0].lower() != "en":
        return []
    context = Context(text, published.toordinal() if published else None, language)
    return [
        mention(context, match, meaning)
        for found in find(text)
        for match, meaning in meanings(context, found)
    ]


def meanings(context: Context, match: Match) -> Iterator[tuple[Match, Meaning]]:
    """the meaning of a match; a join that doesn't hold comes apart, a refused match gives none."""
    meaning = context.read(match)
    if meaning is None:
        for part in match.dates:
            yield from meanings(context, part)
        return
    if meaning.span is not None and meaning.kind in ("date", "time"):
        context.tell(match, meaning.span)
    yield match, meaning


def mention(context: Context, match: Match, meaning: Meaning) -> Mention:
    """The mention that a reading makes."""
    span = meaning.span
    return Mention(
        start=match.start,
        end=match.end,
        text=context.text[match.start : match.end],
        kind=meaning.kind,
        edtf=span.edtf if span else "",
        first_day=span.first_day if span else None,
        last_day=span.last_day if span else None,
        granularity=meaning.granularity or (span.granularity if span else ""),
        timex=meaning.timex or (timex_of(span) if span else ""),
        rule=match.rule.name,
        anchor=meaning.anchor if span else "",
        why=why(context, match, meaning),
    )


KINDS = {
    "duration": "is a length of time, not a date",
    "recurring": "names times that come again, not one date",
    "vague": "is too vague for a date",
}


def why(context: Context, match: Match, meaning: Meaning) -> str:
    """How the words were read, in a sentence for people."""
    words = f"“{' '.join(context.text[match.start : match.end].split())}”"
    if meaning.span is None:
        if meaning.kind in KINDS:
            return f"{words} {KINDS[meaning.kind]}."
        return f"{words} can’t be resolved: {meaning.note}."
    says = in_words(meaning.span.edtf)
    if not meaning.anchor:
        is_plain = says.partition(" ")[2].lower() in words.lower()
        return f"{words} is written out." if is_plain else f"{words} is written out: {says}."
    if meaning.anchor == "publication":
        base = f"publication {in_words(iso_day(context.published or 0))}"
    else:
        start, _, end = meaning.anchor.removeprefix("mention ").partition(":")
        base = f"“{context.text[int(start) : int(end)]}” before it"
    note = f" ({meaning.note})" if meaning.note else ""
    return f"{words}, counted from {base}, is {says}{note}."
