"""Resolving: what the matches mean, in reading order."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from articles.dates.before_christ import in_its_era
from articles.dates.context import Context
from articles.dates.days import iso_day
from articles.dates.edtf import parse_edtf
from articles.dates.english.calendars import calendar_note
from articles.dates.find import find
from articles.dates.languages import grammar_of
from articles.dates.meaning import Meaning, Place, timex_of
from articles.dates.mention import END_OF_STRETCH, Mention
from articles.dates.rule import Match
from articles.dates.story import tells_a_history
from articles.dates.words import in_words


def find_dates(text: str, published: date | None, language: str = "en") -> list[Mention]:
    """The mentions of time in a text, in order, never overlapping.

    Relative ones are counted from `published`; without it they stay unresolved and say so.
    `language` is a BCP 47 tag; of its texts none are read where no grammar is known for it.
    """
    return [mention for *_, made in read_dates(text, published, language) for mention in made]


def read_dates(
    text: str, published: date | None, language: str = "en"
) -> Iterator[tuple[int, int, list[Mention]]]:
    """Where each reading begins and ends with all its words, "since" and "from" too; its mentions.

    A stretch has two mentions, any other date one.
    """
    grammar = grammar_of(language)
    if grammar is None:
        return
    day = published.toordinal() if published else None
    context = Context(text, day, language, grammar.tense_of)
    matches = find(text, grammar)
    context.story.is_history = tells_a_history(matches, day, grammar.leaning)
    for found in matches:
        context.readings.clear()
        for match, meaning in meanings(context, found):
            yield match.start, match.end, list(mentions(context, match, meaning))


def meanings(context: Context, match: Match) -> Iterator[tuple[Match, Meaning]]:
    """the meaning of a match; a join that doesn't hold comes apart, a refused match gives none."""
    meaning = context.read(match, context.frames.pop(match.start, None))
    match, meaning = in_its_era(context.text, match, meaning)
    if meaning is None:
        for part in match.dates:
            yield from meanings(context, part)
        return
    if meaning.kind in ("date", "time") and not meaning.is_aside:
        for place in places(match, meaning):
            context.tell(place)
    yield match, meaning


def places(match: Match, meaning: Meaning) -> tuple[Place, ...]:
    """Where the mentions that a match makes stand, and what each says by itself."""
    return meaning.places or (Place(match.start, match.end, meaning.span, meaning.timex),)


def mentions(context: Context, match: Match, meaning: Meaning) -> Iterator[Mention]:
    """The mention that a reading makes; of a stretch two, of which the first says the whole."""
    first, *last = places(match, meaning)
    whole = mention_at(first, context, match, meaning)
    yield whole
    for end in last:
        yield end_of_stretch(end, context, whole)


def mention_at(place: Place, context: Context, match: Match, meaning: Meaning) -> Mention:
    """The mention at a place of what a match means."""
    span = meaning.span
    return Mention(
        start=place.start,
        end=place.end,
        text=context.text[place.start : place.end],
        kind=meaning.kind,
        edtf=span.edtf if span else "",
        first_day=span.first_day if span else None,
        last_day=span.last_day if span else None,
        granularity=meaning.granularity or (span.granularity if span else ""),
        timex=place.timex or (timex_of(span) if span else ""),
        rule=match.rule.name,
        anchor=meaning.anchor if span else "",
        why=why(context, match, meaning),
    )


def end_of_stretch(place: Place, context: Context, whole: Mention) -> Mention:
    """The mention of the end of a stretch whose whole another mention says."""
    edges, last = whole.edtf.partition("/")[1:]
    open_span = parse_edtf(f"../{last}" if edges else f"[..{whole.edtf.partition('..')[2]}")
    words = context.text[place.start : place.end]
    return replace(
        whole,
        start=place.start,
        end=place.end,
        text=words,
        kind="time" if "T" in place.timex else "date",
        edtf=open_span.edtf,
        first_day=None,
        granularity=open_span.granularity,
        timex=place.timex,
        rule=END_OF_STRETCH,
        anchor=f"mention {whole.start}:{whole.end}",
        why=f"“{words}” ends the stretch that “{whole.text}” begins.",
    )


KINDS = {
    "duration": "is a length of time, not a date",
    "recurring": "names times that come again, not one date",
    "vague": "is too vague for a date",
}


def read_at(match: Match, meaning: Meaning) -> tuple[int, int]:
    """Where the words stand that were read: with "since", and with the event they count from."""
    if len(meaning.places) != 1:
        return match.start, match.end
    [place] = meaning.places
    if meaning.span is None:
        return place.start, place.end
    return match.start, max(match.end, place.end)


def why(context: Context, match: Match, meaning: Meaning) -> str:
    """How the words were read, in a sentence for people."""
    words = f"“{' '.join(context.text[slice(*read_at(match, meaning))].split())}”"
    if meaning.span is None:
        if meaning.kind in KINDS:
            return f"{words} {KINDS[meaning.kind]}."
        return f"{words} can’t be resolved: {meaning.note}."
    says = in_words(meaning.span.edtf)
    note = f" ({note})" if (note := calendar_note(meaning)) else ""
    if not meaning.anchor:
        is_plain = says.partition(" ")[2].lower() in words.lower()
        return f"{words} is written out{'' if is_plain else f': {says}'}{note}."
    if meaning.anchor == "publication":
        base = f"publication {in_words(iso_day(context.published or 0))}"
    else:
        start, _, end = meaning.anchor.removeprefix("mention ").partition(":")
        base = f"“{context.text[int(start) : int(end)]}” before it"
    return f"{words}, counted from {base}, is {says}{note}."
