"""Which quotes tell one event, by how many voices, and where they disagree. Plain Python.

agreement       one date from many
clusters        which of them may all be one
conflicts       what excludes that they do
days            whether the dates of two can agree, or are one
deeds           what things are done to
grouping        which tellings are of one event, in any order
matching        whether two quotes tell the same event
names           names that texts repeat, proposed as topics
reasons         what speaks for and against it, in words
second_hand     which quotes only pass on what others have
significance    how much matters what is told
synonyms        words that news uses for one thing, and words that exclude each other
tagging         topics found in texts by their names
telling         what a quote tells, for comparing
voices          voices, and the groups that they form
wording         what words mean, name and count
"""
