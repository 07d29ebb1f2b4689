"""Which quotes only pass on what another source has: by their own words. Plain Python.

A quote is second-hand that credits an outlet (“Reuters reported”), or that says what an earlier one
says, in the same words: syndicated copies, and reports that copy.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.merging.tagging import TopicFinder
from timeline.merging.wording import WORD, meaning

AGENCIES = """Reuters;Associated Press;AP;Agence France-Presse;AFP;Bloomberg;Xinhua;TASS;DPA;EFE;
ANSA;BBC;CNN;NPR;CNBC;New York Times;Wall Street Journal;Washington Post;Financial Times;Guardian;
Economist;Al Jazeera;South China Morning Post;Der Spiegel;Le Monde;El País"""
# “the Harbour Gazette”, which need not be known.
OUTLET = re.compile(
    r"""\b(?:[A-Z][\w’'&-]*\ ){1,3}(?:News|Times|Post|Daily|Journal|Herald|Tribune|Gazette|Chronicle
    |Telegraph|Press|Magazine|Weekly|Ledger|Courier|Observer|Standard|Mail|Mirror)\b""",
    re.VERBOSE,
)
BEFORE = re.compile(
    r"""\b(?:according\ to|reported\ (?:by|in)|reports?\ (?:by|from|in)|cit(?:ing|ed\ by)|via|told
    |interview(?:ed)?\ (?:with|by|in)|speaking\ to|quoted\ by)(?:\ (?:the|a|an))?\ $""",
    re.IGNORECASE | re.VERBOSE,
)
AFTER = re.compile(
    r"""(?:[’']s)?,?\ (?:\w+\ )?(?:reported|reports|wrote|writes|has\ learned|revealed)\b
    |[’']s\ report""",
    re.VERBOSE,
)
CUE_LENGTH = 30
CREDITS = "credits "
# What has fewer words that say something may be said alike by chance: it is compared as written.
FEWEST_WORDS = 5


@dataclass(frozen=True)
class Said:
    """A quote's words, its publisher ("" if unknown), and whether it credits an outlet."""

    words: str
    publisher: str
    credits: bool


def outlets(publishers: Iterable[str]) -> TopicFinder:
    """Finds the publishers, and the agencies that everybody cites."""
    known = (" ".join(name.split()) for name in AGENCIES.split(";"))
    return TopicFinder(enumerate([name] for name in (*publishers, *known)))


def credited(words: str, publisher: str, known: TopicFinder) -> str:
    """The outlet that the words credit with what they tell, other than their publisher; or ""."""
    places = [(found.start, found.end) for found in known.find(words)]
    for start, end in [*places, *(match.span() for match in OUTLET.finditer(words))]:
        is_credit = BEFORE.search(words, max(0, start - CUE_LENGTH), start) or AFTER.match(
            words, end
        )
        name = words[start:end]
        if is_credit and not _is_same(name, publisher):
            return name
    return ""


def repeated(said: Sequence[Said]) -> list[str | None]:
    """Of each quote, of those in order of publication, the publisher whose words it repeats.

    None where the words are its own, "" where an unknown publisher had them first.
    """
    first: dict[object, str] = {}
    found: list[str | None] = []
    for number, one in enumerate(said):
        key = _wording(one.words)
        own = one.publisher or f"\n{number}"  # who is unknown is nobody else
        origin = first.setdefault(key, own)
        found.append(None if origin == own else origin.partition("\n")[0])
    return found


def _wording(words: str) -> object:
    said = tuple(filter(None, map(meaning, WORD.findall(words))))
    return said if len(said) >= FEWEST_WORDS else " ".join(words.split())


def _is_same(name: str, publisher: str) -> bool:
    plain, own = (one.casefold().removeprefix("the ") for one in (name, publisher))
    return plain == own
