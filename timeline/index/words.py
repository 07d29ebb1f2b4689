"""The events that say what was typed: asked of the search once, and kept while others change."""

from pyroaring import BitMap

from timeline.index.snapshot import Snapshot, TermMatches
from timeline.search import Term, catch_up, ids_saying, terms_of, texts_say

MOST_TERMS_KEPT = 100
# Where more events have changed, it is quicker to ask for all anew.
MOST_ASKED_AGAIN = 200


def ids_that_say(snapshot: Snapshot, typed: str) -> BitMap:
    """The events that say all of what was typed; none if it has no word."""
    catch_up()
    sets = [_saying(snapshot, term) for term in terms_of(typed)]
    return BitMap.intersection(*sets) if sets else BitMap()


def _saying(snapshot: Snapshot, term: Term) -> BitMap:
    said = _renewed(term, snapshot.said.pop(term, None)) or _asked(snapshot, term)
    snapshot.said[term] = said
    # Other threads ask meanwhile: a list is made at once, where an iterator would break.
    for oldest in [*snapshot.said][:-MOST_TERMS_KEPT]:
        snapshot.said.pop(oldest, None)
    carried = (snapshot.get("topic", topic) for topic in said.topics)
    return BitMap.union(said.ids & snapshot.starts.all, *carried)


def _renewed(term: Term, said: TermMatches | None) -> TermMatches | None:
    """What is known, made true of the events that have changed; None where there is too much."""
    if said is None or len(said.unsure) > MOST_ASKED_AGAIN:
        return None
    if not said.unsure:
        return said
    return TermMatches(said.ids - said.unsure | ids_saying(term, said.unsure), said.topics)


def _asked(snapshot: Snapshot, term: Term) -> TermMatches:
    called = snapshot.names.called.items()
    topics = [topic for topic, names in called if texts_say(names, term)]
    return TermMatches(ids_saying(term), tuple(topics))
