"""Corpora: JSON Lines, compressed or not, a document each; which of them stay unread."""

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any


def read_documents(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """The documents of the files."""
    for path in paths:
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def published(document: dict[str, Any]) -> date | None:
    """The day of a document's creation, if it has one."""
    try:
        return date.fromisoformat((document.get("dct") or "")[:10])
    except ValueError:
        return None


def is_held_out(name: str) -> bool:
    """Whether a document belongs to the part that stays unread."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 5 == 0
