"""Full-text search: which events say the words that a reader or curator typed.

Stems and folds accents, finds phrases in quotes, and the last word by its beginning. An event says
what stands in its headline, its summary, its quotes (of articles whose words the public may read),
and in the names of its topics.
"""

from timeline.search.keeping import catch_up, queue_everything
from timeline.search.saying import ids_saying, ids_searched, saying
from timeline.search.terms import Term, terms_of, texts_say

__all__ = [
    "Term",
    "catch_up",
    "ids_saying",
    "ids_searched",
    "queue_everything",
    "saying",
    "terms_of",
    "texts_say",
]
