"""Sentences of a text, as offsets."""

import re

# A mark that may end a sentence, with the quotes and brackets that close after it, and its notes.
STOP = re.compile(
    r"(?P<mark>[.!?…]+)[\"'”’»)\]]{0,3}(?:\[[\w ]{1,15}\]|[⁰¹²³⁴-⁹]){0,9}(?=\s|$)"
    r"|[。！？]+[\"'”’」』）)\]]{0,3}"
)
LINE_END = re.compile(r"\n\s*")
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen rep gov gen col lt capt sgt rev hon st mt ft jr sr inc corp ltd co bros"
    " vs etc e.g i.e cf al vol pp ed eds approx dept est ca"
    " a.m p.m u.s u.k u.n e.u d.c u.s.a b.c a.d ph.d".split()
)
# Short for a month or weekday with a capital only: "he sat." ends a sentence.
CALENDAR = frozenset(
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
    " Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun".split()
)
# Words of their own, short for another only before a number: "No. 4".
NUMBERED = frozenset("no nos fig art".split())
# "am 4. November", "im 19. Jahrhundert": in German a full stop makes a number an ordinal.
AFTER_ORDINAL = frozenset(
    "januar jänner februar märz april mai juni juli august september oktober november dezember"
    " jahrhundert jahrhunderts quartal".split()
)
# These do end a sentence when the next one begins with a word that starts sentences.
OFTEN_LAST = frozenset(
    "inc corp ltd co bros st etc a.m p.m u.s u.k u.n e.u d.c u.s.a b.c a.d".split()
)
STARTERS = frozenset(
    "the a an this that these those it he she they we i you but and in on at as for if when while"
    " after before since according meanwhile however also last next there his her its their nobody"
    " everyone no yes many most some all both who what why how where our my".split()
)
HARD_WRAP = (55, 90)
NUMBER_OF_ITEM = re.compile(r"\s*\(?(?:\d{1,2}|[a-z])[.)]")
# "Well . . . he left", but some texts set every full stop apart: "He left . She stayed ."
DOTS = re.compile(r"\.\s\.")
NO_LETTER = re.compile(r"\W")
NO_WORD = re.compile(r"[^\w.]")
ITEM = re.compile(r"[-*•–]\s|\(?\d{1,2}[.)]\s")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the sentences, trimmed of white space, in order, never overlapping."""
    sentences: list[tuple[int, int]] = []
    begin = 0
    for end, next_begin in line_ends(text):
        sentences.extend(sentences_of_block(text, begin, end))
        begin = next_begin
    return sentences


def line_ends(text: str) -> list[tuple[int, int]]:
    """Where each block of running prose ends and the next begins; the last ends with the text."""
    ends: list[tuple[int, int]] = []
    line_begin = 0
    for match in LINE_END.finditer(text):
        if text.count("\n", match.start(), match.end()) > 1 or not continues(
            text, line_begin, match.start(), match.end()
        ):
            ends.append((match.start(), match.end()))
        line_begin = match.end()
    ends.append((len(text), len(text)))
    return ends


def continues(text: str, begin: int, end: int, next_begin: int) -> bool:
    """Whether a line is hard-wrapped prose that runs on into the next line, no longer than that.

    A title before the long line of a paragraph doesn't.
    """
    if ITEM.match(text, next_begin) or ITEM.match(text, begin):
        return text[next_begin : next_begin + 1].islower()
    if text[next_begin : next_begin + 1].islower():
        return True
    tail = text[max(begin, end - 16) : end].rstrip("\"'”’»)]")
    is_ended = tail.endswith((".", "!", "?")) and not (
        tail.endswith(".")
        and is_short(last_word(tail, len(tail) - 1), text[next_begin : next_begin + 60])
    )
    line_end = text.find("\n", next_begin, next_begin + HARD_WRAP[1] + 2)
    is_wrapped_too = line_end >= 0 or len(text) <= next_begin + HARD_WRAP[1]
    return HARD_WRAP[0] <= end - begin <= HARD_WRAP[1] and is_wrapped_too and not is_ended


def sentences_of_block(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """The sentences between two offsets that contain no break of paragraph."""
    sentences = []
    for stop in STOP.finditer(text, begin, end):
        if ends_sentence(text, stop, end) and not NUMBER_OF_ITEM.fullmatch(text, begin, stop.end()):
            sentences.append((begin, stop.end()))
            begin = stop.end()
    sentences.append((begin, end))
    trimmed = (trim(text, *sentence) for sentence in sentences)
    return [(first, last) for first, last in trimmed if first < last]


def ends_sentence(text: str, stop: re.Match[str], end: int) -> bool:
    """Whether a full stop, question or exclamation mark really ends a sentence."""
    rest = text[stop.end() : min(end, stop.end() + 60)].lstrip()
    if not rest:
        return True
    opener = rest.lstrip("\"'“‘«([—–-")
    if opener[:1].islower():
        return False
    if stop["mark"] != ".":
        return True
    if text[stop.start() - 1 : stop.start()].isspace():
        return not DOTS.search(text, max(0, stop.start() - 3), stop.end() + 3)
    return not is_short(last_word(text, stop.start()), opener)


def is_short(word: str, rest: str) -> bool:
    """Whether a full stop after a word only marks it as shortened, given what comes after."""
    next_word = NO_LETTER.split(rest, maxsplit=1)[0].lower()
    starts = next_word in STARTERS
    if len(word) <= 2 and word.isdigit():
        return next_word in AFTER_ORDINAL
    if word in CALENDAR or word.lower() in OFTEN_LAST:
        return not starts
    if word.lower() in NUMBERED:
        return rest[:1].isdigit()
    is_initial = len(word) == 1 and word.isupper() and word != "I"
    return is_initial or word.lower() in ABBREVIATIONS


def last_word(text: str, end: int) -> str:
    """The word, with its inner full stops, that ends here; of a long one the last 12 characters."""
    return NO_WORD.split(text[max(0, end - 12) : end])[-1]


def trim(text: str, begin: int, end: int) -> tuple[int, int]:
    """The offsets without the white space at both ends."""
    piece = text[begin:end]
    return begin + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
