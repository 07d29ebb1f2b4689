"""The index of published events: which events fit a selection, and how many.

The index says which events and how many, the database what they say. To find:

    found = index_of(timeline).find(Selection(topic="ferries", words="harbour"))
    found.total                      how many events
    found.facet("topic")             [Choice(value="ferries", events=12), …], with all other filters
    found.histogram(edges)           how many may lie in each stretch between two day numbers
    found.begun(edges)               how many stand there in order of time, each counted once
    found.span                       (first, last) day number, or None
    found.page(after=id)             Page: the ids of at most 50 events, and cursors
    found.beside(id)                 the events just before and after one of these
    found.in_order()                 all ids in order of time
    found.events(ids)                these events, or all in order of time, read 500 at a time

A Found is of one moment: whatever changes meanwhile, its numbers agree with each other. Another
timeline's events and unpublished ones are never in it. Counting asks the database nothing.
"""

from timeline.index.asking import TimelineIndex, index_of
from timeline.index.found import Choice, Found

__all__ = ["Choice", "Found", "TimelineIndex", "index_of"]
