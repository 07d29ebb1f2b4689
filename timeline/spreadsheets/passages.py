"""Passages of one text, put together as far as they overlap. Plain Python."""

from collections.abc import Iterable

GAP = "\n\n[…]\n\n"
# Fewer characters that two passages share may be chance.
LEAST_SHARED, MOST_SHARED = 16, 1_000
# So many stretches, the last, are looked at for what a passage shares with them.
MOST_COMPARED = 50


def join_passages(passages: Iterable[str]) -> str:
    """One text in which every passage stands, with a mark where something is left out.

    >>> join_passages(["Fog lay on the harbour. A ferry", "lay on the harbour. A ferry sank."])
    'Fog lay on the harbour. A ferry sank.'
    >>> join_passages(["Fog lay.", "A ferry sank."])
    'Fog lay.\\n\\n[…]\\n\\nA ferry sank.'
    """
    chunks: list[str] = []
    for passage in passages:
        chunk = passage
        joined = True
        while joined:
            joined = False
            for other in chunks[-MOST_COMPARED:]:
                if (both := _together(other, chunk)) is not None:
                    chunks.remove(other)
                    chunk, joined = both, True
                    break
        chunks.append(chunk)
    return GAP.join(chunks)


def _together(one: str, other: str) -> str | None:
    """Both as one stretch, if one holds the other, or the end of one is the other's beginning."""
    if other in one:
        return one
    if one in other:
        return other
    return _overlapping(one, other) or _overlapping(other, one)


def _overlapping(first: str, second: str) -> str | None:
    """Both, by the most that they share: where the second's beginning stands earliest."""
    beginning = second[:LEAST_SHARED]
    at = first.find(beginning, max(1, len(first) - MOST_SHARED))
    while at != -1:
        if second.startswith(first[at:]):
            return first[:at] + second
        at = first.find(beginning, at + 1)
    return None
