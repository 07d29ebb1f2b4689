"""How a date is shown: its words, its sign, and what HTML's time element may say of it."""

import re
from dataclasses import dataclass

from articles.dates import Span, in_words, parse_edtf

# The dates of EDTF that HTML's datetime attribute knows too: no year 0, none BCE, no doubt.
HTML_DATE = re.compile(r"(?!0000)\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", re.ASCII)
BY_A_DAY = re.compile(r"\[\.\.(\d{4}-\d\d-\d\d)\]", re.ASCII)


def gettext_noop(text: str) -> str:
    """The text itself, which is translated where it is shown."""
    return text


WITHIN = {
    "week": gettext_noop("some time in the week"),
    "weekend": gettext_noop("some time in the weekend"),
    "month": gettext_noop("some time in the month"),
    "season": gettext_noop("some time in the season"),
    "quarter": gettext_noop("some time in the quarter"),
    "half": gettext_noop("some time in the half-year"),
    "year": gettext_noop("some time in the year"),
    "decade": gettext_noop("some time in the decade"),
    "century": gettext_noop("some time in the century"),
    "era": gettext_noop("some time in the millennium"),
}
PREPOSITION = re.compile(r"(?:on|in) ")


@dataclass(frozen=True)
class Sign:
    """The precision of a date as a shape (names of CSS classes) and in words, part by part."""

    shape: str
    parts: tuple[str, ...]

    @property
    def words(self) -> str:
        """All that is to be said of the precision; "" for a day."""
        return ", ".join(self.parts)


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
        ("about", gettext_noop("approximate"), span.is_approximate),
        ("perhaps", gettext_noop("uncertain"), span.is_uncertain),
        ("planned", gettext_noop("planned"), is_planned),
    ]
    held = [(name, word) for name, word, holds in doubts if holds]
    return Sign(
        shape=" ".join([shape, *(name for name, _ in held)]),
        parts=tuple(filter(None, [*(word for _, word in held), words])),
    )


def _extent(span: Span) -> tuple[str, str]:
    """Shape and words of how the date fills its span: at a point, within it, all through it."""
    if span.is_throughout:
        if span.last_day is None:
            return "through open-end", gettext_noop("all through, no end known")
        if span.first_day is None:
            return "through open-start", gettext_noop("all through, no beginning known")
        return "through", gettext_noop("all through")
    if span.last_day is None:
        return "within open-end", gettext_noop("some time after")
    if span.first_day is None:
        return "within open-start", gettext_noop("some time before")
    if span.first_day == span.last_day:
        return "day", ""
    return "within", WITHIN.get(span.granularity, gettext_noop("some time within"))
