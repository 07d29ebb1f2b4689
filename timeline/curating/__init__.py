"""What curators do: each step, its record, and its undoing.

changes         what a curator did, and its undoing
curation        publish, reject, withdraw, join, split, quote
redating        what moves with a publication date: tried first, and undone
rows            rows of events and quotes, compared and brought back
told_changes    what a change did, in words
typed_dates     the dates that curators type
"""
