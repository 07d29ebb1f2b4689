"""What a sentence says things are done to. Plain Python."""

import re

from timeline.claims.verbs import VERB
from timeline.merging.wording import WORD, meaning

# Behind a verb, what it is done to ends with one of these, or with the sentence.
END_OF_OBJECT = re.compile(
    r"[^\w\s’'-]|\b(?:about|after|against|and|as|at|because|before|but|by|during|for|from|if|in|into"
    r"|near|of|on|or|over|since|than|that|through|to|under|until|what|when|where|which|while|who"
    r"|with)\b",
    re.IGNORECASE,
)
# Of what is planned the verb itself comes behind: “will open the pier”.
PLANNED = re.compile(r"\s*(?:be\s)?\w+")


def objects_of(said: str) -> frozenset[str]:
    """What a sentence says things are done to, as meanings: what stands right behind a verb."""
    objects: set[str] = set()
    for verb in VERB.finditer(said):
        if verb.lastgroup not in ("done", "plan"):
            continue
        end = verb.end()
        if verb.lastgroup == "plan" and (itself := PLANNED.match(said, end)):
            end = itself.end()
        stop = END_OF_OBJECT.search(said, end)
        objects.update(map(meaning, WORD.findall(said, end, stop.start() if stop else len(said))))
    return frozenset(objects - {""})
