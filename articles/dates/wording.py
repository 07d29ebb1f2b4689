"""Wordings: a rule's name that looks like the text it reads, made a regular expression.

The language of the names: words stand for themselves (in any case); `<month>` is a slot of the
vocabulary, and `<date>` what another rule has found; `[the]` may be missing; `ago|back` are
alternatives (`last_year` is one alternative of two words); `,`, `-`, `'s` and `'` join without a
gap; `!of|in` must not follow.
"""

import re
from collections.abc import Iterable

from articles.dates.writing import GAP, Writing

ATOM = re.compile(r"(?<!\S)'s?(?!\S)|[\[\],–-]|[^\s\[\],–-]+")
JOINT = {
    ",": r"(?:\s?,)?" + GAP,
    "'s": "['’]s" + GAP,
    "'": "['’]" + GAP,
    "-": "[-\u2010-\u2014]",
    "–": r"\s?[-\u2010-\u2014]\s?",
}
DATE = "<date>"


def compiled(name: str, writing: Writing, *, is_naming: bool) -> str:
    """The regular expression of a rule's wording."""
    seen: dict[str, int] = {}
    pattern, gap, is_leading = "", "", False
    for atom in ATOM.findall(name):
        match atom:
            case "[":
                is_leading = not gap
                pattern += "(?:"
            case "]":
                pattern += (writing.gap if is_leading else "") + ")?"
                gap, is_leading = ("" if is_leading else writing.gap), False
            case "," | "-" | "–" | "'s" | "'":
                pattern += JOINT[atom]
                gap = ""
            case str() if atom.startswith("!"):
                unwanted = alternatives(atom[1:], seen, writing, is_naming=is_naming)
                pattern += rf"(?!{writing.gap}{unwanted}{writing.end})"
            case _:
                pattern += gap + alternatives(atom, seen, writing, is_naming=is_naming)
                gap = "" if is_leading else writing.gap
    return f"{writing.begin}{pattern}{writing.end}"


def steps(name: str, writing: Writing) -> list[tuple[str, ...]]:
    """The regular expression of a rule's wording in pieces: where rules that begin alike may part.

    A gap, an atom and a bracketed group are a piece each. A wording that begins with a group
    that may be missing gives two expressions, with it and without.
    """
    pieces = [writing.begin]
    atoms = ATOM.findall(name)
    for count in range(1, len(atoms) + 1):
        if atoms[:count].count("[") == atoms[:count].count("]"):
            pattern = compiled(" ".join(atoms[:count]), writing, is_naming=False)
            piece = pattern.removesuffix(writing.end).removeprefix("".join(pieces))
            gap = writing.gap if piece.startswith(writing.gap) else ""
            pieces += [gap, piece.removeprefix(gap)]
    pieces = [piece for piece in (*pieces, writing.end) if piece]
    first = 1 if writing.begin else 0
    if name.startswith("["):
        lead = pieces.pop(first)
        return [tuple(pieces), (*pieces[:first], lead.removesuffix("?"), *pieces[first:])]
    return [tuple(pieces)]


def any_of(patterns: list[tuple[str, ...]]) -> str:
    """One pattern for all, in which a common beginning stands, and is tried, only once."""
    rests: dict[str, list[tuple[str, ...]]] = {}
    for first, *rest in patterns:
        rests.setdefault(first, []).append(tuple(rest))
    branches = [
        first + (any_of(after) if (after := [rest for rest in found if rest]) else "")
        for first, found in rests.items()
    ]
    return f"(?:{'|'.join(branches)})"


def by_first_letter(patterns: Iterable[str]) -> str:
    """One pattern for all, of which only those that begin as the text does are tried.

    `re` looks ahead for a branch's first character by itself, but not where case is ignored.
    """
    rests: dict[str, list[str]] = {}
    for pattern in patterns:
        letter = pattern[0] if pattern[0].isalpha() else ""
        rests.setdefault(letter, []).append(pattern.removeprefix(letter))
    branches = [
        rf"{f'(?-i:[{letter}{letter.upper()}])' if letter else ''}(?:{'|'.join(found)})"
        for letter, found in rests.items()
    ]
    return f"(?:{'|'.join(branches)})"


def alternatives(atom: str, seen: dict[str, int], writing: Writing, *, is_naming: bool) -> str:
    """The pattern of `ago|back`, `<month>|<season>` or a single word or slot."""
    patterns = [
        slot_pattern(word[1:-1], seen, writing, is_naming=is_naming)
        if word.startswith("<")
        else writing.gap.join(re.escape(part) for part in word.split("_"))
        for word in sorted(atom.split("|"), key=words_in, reverse=True)
    ]
    return patterns[0] if len(patterns) == 1 else f"(?:{'|'.join(patterns)})"


def words_in(word: str) -> int:
    """Of how many words an alternative is: "present_time" is tried before "present"."""
    return 0 if word.startswith("<") else word.count("_")


def slot_pattern(slot: str, seen: dict[str, int], writing: Writing, *, is_naming: bool) -> str:
    """A slot's pattern, named after the slot (`month`, then `month2`) where names are wanted."""
    if slot == "date":
        return DATE
    seen[slot] = seen.get(slot, 0) + 1
    group = f"?P<{slot}{seen[slot] if seen[slot] > 1 else ''}>" if is_naming else "?:"
    return f"({group}{writing.slots[slot].pattern})"


def needed_words(name: str, writing: Writing) -> frozenset[str]:
    """Words, in lower case, of which one stands in whatever the rule reads; if none must, none.

    Of an alternative of two words it is the first.
    """
    needed: frozenset[str] = frozenset()
    is_optional = False
    for atom in ATOM.findall(name):
        is_optional = atom == "[" or (is_optional and atom != "]")
        if not is_optional and atom not in (*JOINT, "]") and "<" not in atom and atom[0] != "!":
            first = [writing.words.search(word.replace("_", " ")) for word in atom.split("|")]
            needed = frozenset(found[0].lower() for found in first if found)
    return needed


def first_keys(name: str, writing: Writing) -> frozenset[str]:
    """The keys of the words that a rule's text may begin with, articles left out."""
    keys: set[str] = set()
    is_optional = False
    for atom in ATOM.findall(name):
        if atom in ("[", "]"):
            is_optional = atom == "["
            continue
        if atom in JOINT or atom.startswith("!"):
            continue
        words = atom.split("|")
        slots = [writing.slots[word[1:-1]] for word in words if word.startswith("<")]
        keys.update(*(slot.starts for slot in slots))
        literals = {word.split("_")[0] for word in words if not word.startswith("<")}
        for literal in literals - writing.articles:
            keys |= writing.keys(literal)
        is_article = literals & writing.articles
        may_be_article = is_article or any(slot.may_be_article for slot in slots)
        if not is_optional and not may_be_article:
            break
    return frozenset(keys)
