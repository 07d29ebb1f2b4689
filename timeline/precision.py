"""How a date is shown: its words, its sign, and what HTML's time element may say of it."""

import re
from dataclasses import dataclass

from articles.dates import Span, in_words, parse_edtf

# The dates of EDTF that HTML's datetime attribute knows too: no year 0, none BCE, no doubt.
HTML_DATE = re.compile(r"(?!0000)\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", re.ASCII)
BY_A_DAY = re.compile(r"\[\.\.(\d{4}-\d\d-\d\d)\]", re.ASCII)
PREPOSITION = re.compile(r"(?:on|in) ")


@dataclass(frozen=True)
class Sign:
    """The precision of a date as a shape (names of CSS classes) and in words ("" for a day)."""

    shape: str
    words: str


def bare_words(edtf: str) -> str:
    """The date as a label: "4 November 2019", "Spring 2018", "Before 2049", "44 BC"."""
    label = label_in_text(edtf)
    return label[:1].upper() + label[1:]


def label_in_text(edtf: str) -> str:
    """The date as a label within a sentence: "4 November 2019", "spring 2018", "the 1990s"."""
    if bound := BY_A_DAY.fullmatch(edtf):
        return f"by {label_in_text(bound[1])}"
    return PREPOSITION.sub("", in_words(edtf), count=1)


def html_date(edtf: str) -> str:
    """The value of a datetime attribute, or "" where HTML's grammar has none for the date."""
    return edtf if HTML_DATE.fullmatch(edtf) else ""


def sign_of(edtf: str, *, is_planned: bool = False) -> Sign:
    """What the date's shape on the rail is, and the same in words."""
    span = parse_edtf(edtf)
    shape, words = _extent(span)
    doubts = [
        ("about", "approximate", span.is_approximate),
        ("perhaps", "uncertain", span.is_uncertain),
        ("planned", "planned", is_planned),
    ]
    held = [(name, word) for name, word, holds in doubts if holds]
    return Sign(
        shape=" ".join([shape, *(name for name, _ in held)]),
        words=", ".join(filter(None, [*(word for _, word in held), words])),
    )


def _extent(span: Span) -> tuple[str, str]:
    """Shape and words of how the date fills its span: at a point, within it, all through it."""
    if span.is_throughout:
        if span.last_day is None:
            return "through open-end", "all through, no end known"
        if span.first_day is None:
            return "through open-start", "all through, no beginning known"
        return "through", "all through"
    if span.last_day is None:
        return "within open-end", "some time after"
    if span.first_day is None:
        return "within open-start", "some time before"
    if span.first_day == span.last_day:
        return "day", ""
    period = {"day": "", "half": "half-year"}.get(span.granularity, span.granularity)
    return "within", f"some time in the {period}" if period else "some time within"
