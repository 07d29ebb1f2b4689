"""Whom a claim is about, where its words only say “the firm”, “he”, or nothing. Plain Python."""

import re

from timeline.claims.persons import Persons
from timeline.claims.referents import BODY, Referents
from timeline.claims.verbs import begins_with_verb

# “In April 2018, the firm …”, “In 1991 he …”
LEANING_HEAD = re.compile(
    rf"""(?:[^,]{{1,40}},\s|(?:in|on|by|since)\s[^,]{{1,30}}?\s)?
    (?P<head>the\s{BODY}\b|(?P<person>s?he)\b)(?!['’-])""",
    re.IGNORECASE | re.VERBOSE,
)


class Naming:
    """The bodies and persons that the sentences of a text begin with, in reading order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._bodies = Referents(text)
        self._persons = Persons()

    def hear(self, sentence: str) -> None:
        """Take note of whom a sentence names."""
        self._bodies.hear(sentence)
        self._persons.hear(sentence)

    def name_of(self, who: str, told: tuple[int, int], sentence_start: int) -> str:
        """Whom the words at `told` are about, as it is certain, if `who` is what is known; else "".

        Also where the subject stands in the clause before: “She won in May, and lost in June”.
        """
        lacks_subject = not who and begins_with_verb(self._text, told[0])
        begin = sentence_start if lacks_subject else told[0]
        head = LEANING_HEAD.match(self._text, begin, told[1])
        if head and head["person"]:
            is_own = begin == sentence_start or not who
            return self._persons.meant_by(head["person"]) if is_own else ""
        if head:  # not who says so: “the group would leave on Monday, Low said”
            return self._bodies.named_by(head["head"])
        return (self._bodies.named_by(who) or who) if who else ""
