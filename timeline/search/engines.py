"""The full-text search of either database, SQLite's FTS5 and PostgreSQL's tsvector.

Both get the words that `terms` makes of a text, so that both find the same.
"""

import json
import sys
from array import array
from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db.backends.base.base import BaseDatabaseWrapper
from pyroaring import BitMap

from timeline.search.terms import Term

# Stands between texts, so that no phrase is found across them; no text has it as a word.
BORDER = "\ue000"


class Document(NamedTuple):
    """An event's words: `stems` in their order, `words` each once."""

    event: int
    stems: Sequence[str]
    words: Sequence[str]


class Fts5:
    """SQLite. Its tokenizer "ascii" keeps our words whole, whatever their letters."""

    write = "INSERT INTO timeline_search (rowid, stems, words) VALUES (%s, %s, %s)"
    id = "rowid"

    def row(self, document: Document) -> tuple[int, str, str]:
        """Words with spaces between them."""
        return document.event, " ".join(document.stems), " ".join(document.words)

    def matching(self, term: Term) -> tuple[str, list[str]]:
        """A query in FTS5's language. Words have no quotes that could end a string."""
        query = f'stems : "{" ".join(term.stems)}"'
        if term.is_open and len(term.words) == 1:
            query += f' OR words : "{term.words[0]}" *'
        elif term.is_open:
            query += f' OR stems : "{" ".join([*term.stems[:-1], term.words[-1]])}" *'
        return "SELECT rowid FROM timeline_search WHERE timeline_search MATCH %s", [query]

    def fetched(self, cursor: Any, statement: str, parameters: Sequence[str] = ()) -> BitMap:
        """The ids that the statement gives, as one value: so many rows would take twice as long."""
        told = f"SELECT json_group_array(rowid) FROM ({statement})"  # noqa: S608
        cursor.execute(told, parameters)
        return BitMap(json.loads(cursor.fetchone()[0]))


class Tsvector:
    """PostgreSQL. Its vectors are given as such, past its parsers and dictionaries.

    Stems and words are in one vector, words with a sign before them that no stem has.
    """

    write = "INSERT INTO timeline_search (event, said) VALUES (%s, %s::tsvector)"
    id = "event"

    def row(self, document: Document) -> tuple[int, str]:
        """Words in quotes, stems with their places."""
        stems = (f"'{word}':{place}" for place, word in enumerate(document.stems, start=1))
        return document.event, " ".join([*stems, *(f"'={word}'" for word in document.words)])

    def matching(self, term: Term) -> tuple[str, list[str]]:
        """A condition on vectors. Words have no quotes that could end a lexeme."""
        query = _followed(term.stems)
        if term.is_open and len(term.words) == 1:
            query += f" | '={term.words[0]}':*"
        elif term.is_open:
            query += f" | {_followed([*term.stems[:-1], term.words[-1]])}:*"
        # In a SELECT of its own the query is unknown to the planner, which would read through all
        # vectors, far from their rows, for a word that most events say; the index never takes long.
        return "SELECT event FROM timeline_search WHERE said @@ (SELECT %s::tsquery)", [query]

    def fetched(self, cursor: Any, statement: str, parameters: Sequence[str] = ()) -> BitMap:
        """The ids that the statement gives, as one value of four bytes each, as the index has them.

        In figures a third of a million would take a third longer.
        """
        each = "substring(int8send(event) FROM 5)"
        cursor.execute(f"SELECT string_agg({each}, '') FROM ({statement}) AS found", parameters)  # noqa: S608
        ids = array("I", cursor.fetchone()[0] or b"")
        if sys.byteorder == "little":
            ids.byteswap()
        return BitMap(ids)


def _followed(words: Sequence[str]) -> str:
    return " <-> ".join(f"'{word}'" for word in words)


Engine = Fts5 | Tsvector


def engine_of(connection: BaseDatabaseWrapper) -> Engine:
    """The engine of a connection."""
    return Fts5() if connection.vendor == "sqlite" else Tsvector()
