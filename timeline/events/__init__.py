"""Events are made of claims, and kept true as articles and rules change.

build           claims → candidate events
candidates      a timeline’s candidates, loaded and gathered
disputes        what the sources of an event disagree on, in words
gathering       voices like each other, gathered anew as more come
ingest          records taken in, each whole or not at all
judging         what curators judged of pairs of quotes
originals       those marked on their events
placing         quotes get their events
proposals       which events a curator may want to join
reread          what moves when rules or dates change
settling        an undecided event is what its quotes tell
tellers         who tells an event, as columns of a query
tellings        what stored quotes tell
topics          which events a topic tags; topics merged
versions        what a corrected text takes over
voice_index     voices, found by the words that they share
"""
