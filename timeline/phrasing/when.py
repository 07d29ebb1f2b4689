"""Dates in the reader's language, at the precision that they have."""

from django.utils.translation import get_language

from articles.dates import in_words
from timeline.phrasing.chinese import in_chinese
from timeline.phrasing.precision import bare_words, label_in_text


def is_chinese() -> bool:
    """Whether the reader reads Chinese; all others are given English."""
    return (get_language() or "").startswith("zh")


def phrase(edtf: str) -> str:
    """The date as a phrase: "on 4 November 2019"."""
    return in_chinese(edtf) if is_chinese() else in_words(edtf)


def label(edtf: str) -> str:
    """The date as a label within a sentence: "4 November 2019", "spring 2018"."""
    return in_chinese(edtf) if is_chinese() else label_in_text(edtf)


def bare(edtf: str) -> str:
    """The date as a label that stands alone: "4 November 2019", "Spring 2018"."""
    return in_chinese(edtf) if is_chinese() else bare_words(edtf)
