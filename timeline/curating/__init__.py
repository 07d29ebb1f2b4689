"""What curators do: each step, its record, and its undoing.

bringing_back   rows are made what they were, all of a table at once
changes         what a curator did is recorded
curation        publish, reject, withdraw, join, split
judging         quotes are judged to tell different events
quoting         words of an article are quoted by hand
redating        what moves with a publication date: tried first, and undone
rows            rows of events and quotes, locked and compared
topics          topics tag the events that name them, and are merged
typed_dates     the dates that curators type
undoing         a change is undone, unless what it changed was changed again

And what the pages share on which they do it, of the admin and the desk:

date_box        the box for a date, which says what it understood
event_form      an event's fields; what is changed in them is a curator's word
marking         an article's text with its dates marked
meanwhile       what was stored while a page was open is shown first
proposing       what may be the same event
telling         messages of what came of a step
told_changes    what a change did, in words
"""
