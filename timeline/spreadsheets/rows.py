"""A row of a table as what it says of an event, checked; what is wrong with it is said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from articles.dates import EdtfError, parse_edtf
from articles.readers import ReadError
from articles.readers.cleaning import one_line
from articles.readers.fields import read_url
from timeline.curating.typed_dates import span_typed
from timeline.models import Quote, Status

OWN_NOTES = "own notes"
# What a row may say of an event itself.
FIELDS = ("headline", "edtf", "summary", "is_planned")
YES, NO = {"yes", "y", "true", "1", "x", "planned"}, {"no", "n", "false", "0"}
MOST_TOPICS = 30


@dataclass(frozen=True)
class NamedArticle:
    """The article that a row names."""

    title: str
    publisher: str
    published: date | None
    url: str

    @property
    def is_one(self) -> bool:
        """Whether rows that name it mean one article."""
        return bool(self.url or self.title)


@dataclass(frozen=True)
class SheetRow:
    """What a row says: None, or "", where it says nothing."""

    id: UUID | None
    headline: str
    edtf: str
    summary: str
    topics: tuple[str, ...]
    is_planned: bool | None
    status: str
    quote: str
    before: str
    after: str
    stance: str
    source: NamedArticle
    note: str

    @property
    def key(self) -> Any:
        """What rows of one event share."""
        return self.id or (self.headline.casefold(), self.edtf)


def read_row(cells: Mapping[str, str], others: Mapping[str, str], today: date) -> SheetRow:
    """What the cells say, by what their columns hold; `others` are those that hold nothing known.

    Raises ValidationError with all that is wrong.
    """
    around = {name: cells.get(name, "") for name in ("before", "after")}
    cells = {name: cell.strip() for name, cell in cells.items()}
    problems: list[str] = []

    def read(name: str, reader: Any) -> Any:
        try:
            return reader(cells.get(name, ""))
        except ValidationError as error:
            problems.extend(error.messages)
            return None

    headline = one_line(cells.get("headline", ""), 300)
    if not headline:
        problems.append("It has no headline.")
    edtf = read("date", lambda typed: _date(typed, cells.get("end", ""), today))
    source = NamedArticle(
        one_line(cells.get("article", ""), 500),
        one_line(cells.get("publisher", "")),
        read("published", lambda typed: _day(typed, today)),
        read("url", _url) or "",
    )
    said = SheetRow(
        read("id", _id), headline, edtf or "", cells.get("summary", ""), _topics(cells),
        read("planned", _yes_or_no), read("status", _status) or "", cells.get("quote", ""),
        around["before"], around["after"], read("stance", _stance) or "", source,
        _note(cells, others),
    )  # fmt: skip
    if problems:
        raise ValidationError(problems)
    return said


def _date(typed: str, end: str, today: date) -> str:
    """The date, or from it to the end of what lasted, as EDTF."""
    if not typed:
        raise ValidationError("It has no date.")
    edtf = span_typed(typed, today).edtf
    if not end:
        return edtf
    try:
        return parse_edtf(f"{edtf}/{span_typed(end, today).edtf}").edtf
    except EdtfError as error:
        raise ValidationError(f"“{typed}” to “{end}” is no stretch of time: {error}") from error


def _day(typed: str, today: date) -> date | None:
    if not typed:
        return None
    try:
        return date.fromisoformat(span_typed(typed, today).edtf)
    except ValueError as error:
        raise ValidationError(f"The day of publication “{typed}” is no day.") from error


def _url(typed: str) -> str:
    try:
        return read_url(typed)
    except ReadError as error:
        raise ValidationError(str(error)) from error


def _id(typed: str) -> UUID | None:
    try:
        return UUID(typed) if typed else None
    except ValueError as error:
        raise ValidationError(
            f"“{typed[:40]}” is no id: leave it empty for a new event."
        ) from error


def _yes_or_no(typed: str) -> bool | None:
    word = typed.casefold()
    if word and word not in YES | NO:
        raise ValidationError(f"Planned is “yes” or “no”, not “{typed[:40]}”.")
    return word in YES if word else None


def _status(typed: str) -> str:
    word = typed.casefold()
    if word and word not in Status.values:
        raise ValidationError(f"There is no status “{typed[:40]}”.")
    return word


def _stance(typed: str) -> str:
    word = typed.casefold()
    if word and word not in Quote.Stance.values:
        raise ValidationError(f"A quote “supports” or “disputes”, not “{typed[:40]}”.")
    return word


def _topics(cells: Mapping[str, str]) -> tuple[str, ...]:
    names = (one_line(name) for name in cells.get("topics", "").split(";"))
    return tuple(dict.fromkeys(filter(None, names)))[:MOST_TOPICS]


def _note(cells: Mapping[str, str], others: Mapping[str, str]) -> str:
    """The row as a text to quote from: date and headline first, as the curator wrote them."""
    when = " to ".join(filter(None, [cells.get("date"), cells.get("end")]))
    first = one_line(f"{when}: {cells.get('headline', '')}", 600)
    named = {**others, "Address": cells.get("url", ""), "Source": cells.get("publisher", "")}
    lines = [f"{name}: {value}" for name, value in named.items() if value]
    return "\n\n".join(filter(None, [first, cells.get("summary"), "\n".join(lines)]))
