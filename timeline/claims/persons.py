"""Whom “he” and “she” mean at the head of a sentence, where nobody else can be meant. Plain Python.

Only who the sentence before begins with is meant, and only if that names nobody else: what a wrong
guess says of a person is worse than a headline that leans on its quote.
"""

import re

from timeline.claims.referents import CALENDAR, OF_A_BODY

NAME = r"[A-Z][\w’'-]+(?:\s(?:[A-Z]\.|van|von|de|del|bin|al|el|da|[A-Z][\w’'-]+)){0,4}"
# “Ada Low, 61, …”, “In May Ms. Low …”; “Low’s brother” is somebody else.
HEAD = re.compile(
    rf"""\W*(?:[A-Z][a-z]+[^,A-Z]{{0,20}}[^,]{{0,25}},\s)??
    (?:(?P<title>Mr|Ms|Mrs|Miss|Sir|Dr|Lord|Lady|Dame)\.?\s)?(?P<name>{NAME})(?<!['’]s)
    (?=\s[a-z]|,\s(?:\d|who\b|whose\b|an?\b|the\b))""",
    re.VERBOSE,
)
# “He”, “In 1991 she”, “Her moment”
PRONOUN_HEAD = re.compile(
    r"\W*(?:[A-Z][^,]{0,60},\s|(?:In|On|By|Since|From|Until)\s[^,]{1,30}?\s)?"
    r"(?P<pronoun>[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b(?!['’-])"
)
PRONOUN = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
# What may be somebody else’s, where nothing said yet of which sex somebody is.
NOT_OWN = re.compile(
    r"\b(?:he|him|himself|she|hers|herself|(?<!\bas\s)(?<!\bof\s)(?<!\bwith\s)(?<!\bin\s)(?<!\bfor\s)"
    r"(?<!\bfrom\s)(?<!\bafter\s)(?:his|her))\b",
    re.IGNORECASE,
)
OF_A_WOMAN = re.compile(r"(?:she|hers?|herself|Ms|Mrs|Miss|Lady|Dame)", re.IGNORECASE)
# Places, houses and what is written have names of two words, too.
NO_PERSON = re.compile(
    r"""\b(?:North\w*|South\w*|East\w*|West\w*|New|Old|Great|San|Saint|St|Los|Las|Mount|Lake|Cape|Fort
    |Port|County|States?|Street|Road|House|Court|Hospital|University|School|College|Church|Cathedral
    |Islands?|River|Bay|Act|Cup|League|News|Times|Post|Press|Police|Parliament|Congress|Senate|Council
    |Committee|Army|Navy|Republic|Kingdom|Prize|Awards?|Festival|Square|Park|Center|Centre|Institute
    |Service|Department|Office|The|An?|Both|After|Before|When|While|As|If|But|And|For|All)\b""",
    re.VERBOSE,
)
CAPITALS = re.compile(r"(?<=[\w,;.]\s)[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*")
THING_OR_PLACE = re.compile(r"\b(?:in|at|of|from|near|on|into|the|an?)\s$", re.IGNORECASE)
BESIDE = re.compile(r"\b(?:by|with|and|or|than|against|like|told|met|asked|saw)\s$", re.IGNORECASE)
SOMEBODY = re.compile(
    r"""\b(?:(?:step|grand)?(?:mother|father|son|daughter|brother|sister)|wife|husband|parent|uncle|aunt
    |cousin|friend|colleague|partner|boss|man|woman|boy|girl|child|baby|boyfriend|girlfriend|officer
    |judge|doctor|nurse|lawyer|client|victim|suspect|driver|passenger|president|minister|mayor|king
    |queen|prince|princess|captain|coach|player|actor|actress|singer|author|spokes\w+|predecessor
    |successor|rival|opponent|nephew|niece|widow|widower|gunman|teenager|patient|student|teacher
    |rapper|pope|bishop|priest|senator|governor|chairman|director|reporter|another|other)s?\b""",
    re.IGNORECASE | re.VERBOSE,
)
# What says who the subject is: “, a former mayor”, “was a judge”, “as minister”.
PREDICATE = re.compile(
    r"(?:,|\b(?:is|was|be|been|became|become|becoming|as))\s"
    r"(?:(?:an?|the|one|only|its|his|her)\s)?(?:[\w’'-]+\s){0,3}$"
)


class Persons:
    """Remembers whom the sentences of a text begin with, in reading order."""

    def __init__(self) -> None:
        self._heard: list[str] = []
        self._surnames: set[str] = set()
        self._name = ""
        self._is_woman: bool | None = None

    def hear(self, sentence: str) -> None:
        """Take note of whom a sentence begins with, and whether it names others beside."""
        self._heard.append(sentence)  # to be looked at if it is asked: most texts never do

    def meant_by(self, pronoun: str) -> str:
        """The name of whom a pronoun at the head of the next sentence means, or ""."""
        for sentence in self._heard:
            self._note(sentence)
        self._heard.clear()
        return self._name if self._is_woman in (None, _of_a_woman(pronoun)) else ""

    def _note(self, sentence: str) -> None:
        if led := PRONOUN_HEAD.match(sentence):
            is_woman = _of_a_woman(led["pronoun"])
            self._name = self._name if self._is_woman in (None, is_woman) else ""
            self._is_woman = is_woman
        elif led := HEAD.match(sentence):
            title, name = led["title"], led["name"]
            self._name = name if self._is_person(name) or title else ""
            self._is_woman = _of_a_woman(title) if title and title != "Dr" else None
        else:
            self._name = ""
        if led and self._name and self._names_another(sentence, led.end()):
            self._name = ""

    def _is_person(self, name: str) -> bool:
        """Whether a name of several words may be a person's; of one, if it ended such a name."""
        if NO_PERSON.search(name) or OF_A_BODY.search(name) or CALENDAR.match(name):
            return False
        *first, last = name.split()
        if first:
            self._surnames.add(last)
        return last in self._surnames

    def _names_another(self, sentence: str, begin: int) -> bool:
        """Whether a sentence names, behind its beginning, one more who may be meant after it."""
        for one in CAPITALS.finditer(sentence, begin):
            is_thing = THING_OR_PLACE.search(sentence, 0, one.start()) or CALENDAR.match(one[0])
            is_person = self._is_person(one[0]) or BESIDE.search(sentence, 0, one.start())
            if is_person and not is_thing and not self._name.endswith(one[0].split()[-1]):
                return True
        said = PRONOUN if self._is_woman is not None else NOT_OWN
        if any(_of_a_woman(one[0]) is not self._is_woman for one in said.finditer(sentence, begin)):
            return True
        told = SOMEBODY.finditer(sentence, begin)
        return any(not PREDICATE.search(sentence, begin, one.start()) for one in told)


def _of_a_woman(word: str) -> bool:
    """Whether a pronoun or a title is a woman's."""
    return OF_A_WOMAN.fullmatch(word) is not None
