"""What an article says happened, and when: sentences become claims. Plain Python.

anchoring       where a quote’s words stand in a corrected text
surroundings    what stands around words that a text has more than once
asides          clauses beside what a sentence tells, with a date of their own
beside          dates of what a sentence only mentions beside what it tells
claim           which sentences are claims, and which date is theirs
attribution     who reports what a sentence tells, and whose its date is
clauses         which happening each date of a sentence dates
counted         dates that follow from another, though no words name them
dated_text      a text with its times: which of them date what a sentence tells
datelines       dates that say when a report was written
dating          whether a date is that of what a sentence tells, or only names or compares
headline        headlines made from sentences
naming          whom a claim is about, where it doesn’t say
persons         whom “he” and “she” mean
planned         how a clause is told: as happened, planned, lasting or reported
quoted          what a quote, as a model or as a flat row, lets be read
referents       whom “the firm” means
statements      which sentences state something
timeless        what has a date and yet is no happening
undated         what is told as done without saying when
verbs           what is told as done, as ahead, or as how things stand
"""
