"""Dates in the reader's language. The words themselves are those of `precision`."""

from articles.dates import in_words
from timeline import precision


def phrase(edtf: str) -> str:
    """The date as a phrase: "on 4 November 2019"."""
    return in_words(edtf)


def label(edtf: str) -> str:
    """The date as a label within a sentence: "4 November 2019"."""
    return precision.label_in_text(edtf)
