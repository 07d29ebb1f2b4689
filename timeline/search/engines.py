"""The full-text search of either database, SQLite's FTS5 and PostgreSQL's tsvector.

Both get the words that `terms` makes of a text, so that both find the same.
"""

from collections.abc import Sequence
from typing import NamedTuple

from django.db.backends.base.base import BaseDatabaseWrapper

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

    create = (
        "CREATE VIRTUAL TABLE timeline_search USING fts5"
        "(stems, words, tokenize = 'ascii', columnsize = 0)",
    )
    write = "INSERT INTO timeline_search (rowid, stems, words) VALUES (%s, %s, %s)"
    remove = "DELETE FROM timeline_search WHERE rowid = %s"
    ids = "SELECT rowid FROM timeline_search"

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


class Tsvector:
    """PostgreSQL. Its vectors are given as such, past its parsers and dictionaries."""

    create = (
        "CREATE TABLE timeline_search "
        "(event bigint PRIMARY KEY, stems tsvector NOT NULL, words tsvector NOT NULL)",
        "CREATE INDEX timeline_search_stems ON timeline_search USING gin (stems)",
        "CREATE INDEX timeline_search_words ON timeline_search USING gin (words)",
    )
    write = (
        "INSERT INTO timeline_search (event, stems, words) VALUES (%s, %s::tsvector, %s::tsvector)"
    )
    remove = "DELETE FROM timeline_search WHERE event = %s"
    ids = "SELECT event FROM timeline_search"

    def row(self, document: Document) -> tuple[int, str, str]:
        """Words in quotes, with their places."""
        stems = " ".join(f"'{word}':{place}" for place, word in enumerate(document.stems, start=1))
        return document.event, stems, " ".join(f"'{word}'" for word in document.words)

    def matching(self, term: Term) -> tuple[str, list[str]]:
        """A condition on vectors. Words have no quotes that could end a lexeme."""
        condition, parameters = "stems @@ %s::tsquery", [_followed(term.stems)]
        if term.is_open and len(term.words) == 1:
            condition += " OR words @@ %s::tsquery"
            parameters.append(f"'{term.words[0]}':*")
        elif term.is_open:
            condition += " OR stems @@ %s::tsquery"
            parameters.append(f"{_followed([*term.stems[:-1], term.words[-1]])}:*")
        return f"SELECT event FROM timeline_search WHERE {condition}", parameters  # noqa: S608


def _followed(words: Sequence[str]) -> str:
    return " <-> ".join(f"'{word}'" for word in words)


Engine = Fts5 | Tsvector


def engine_of(connection: BaseDatabaseWrapper) -> Engine:
    """The engine of a connection."""
    return Fts5() if connection.vendor == "sqlite" else Tsvector()
