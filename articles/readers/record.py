"""What the readers give: an Item for each article, with its Record or why there is none."""

from dataclasses import dataclass
from datetime import date


class ReadError(Exception):
    """What is wrong with an article and what to do, in a sentence, and its line or 0."""

    def __init__(self, sentence: str, line: int = 0) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.line = line

    def __str__(self) -> str:
        return f"line {self.line}: {self.sentence}" if self.line else self.sentence


@dataclass(frozen=True)
class Record:
    """One article as read. Offsets into it count code points of `text`, which is in NFC.

    `language` is a BCP 47 tag, or "" where none is given. `published_basis` says how `published`
    is known: "header", "page" or "" (then it is not known).
    """

    text: str
    title: str = ""
    url: str = ""
    publisher: str = ""
    author: str = ""
    language: str = ""
    published: date | None = None
    published_basis: str = ""


@dataclass(frozen=True)
class Item:
    """One article of a file: where it stands ("news.jsonl:12"), and a record, an error or a note.

    Exactly one of the three is set. `error` is a sentence on a failure; `note` one on a file that
    was passed over, which is no failure.
    """

    where: str
    record: Record | None = None
    error: str = ""
    note: str = ""


def failed(where: str, error: ReadError) -> Item:
    """Give the Item of an article that cannot be read; its line, where known, joins `where`."""
    return Item(f"{where}:{error.line}" if error.line else where, error=error.sentence)
