"""What curators do: each step, its record, and its undoing.

bringing_back   rows are made what they were, all of a table at once
changes         what a curator did, and its undoing
curation        publish, reject, withdraw, join, split
quoting         words of an article are quoted by hand
redating        what moves with a publication date: tried first, and undone
rows            rows of events and quotes, locked and compared
told_changes    what a change did, in words
topics          topics tag the events that name them, and are merged
typed_dates     the dates that curators type
"""
