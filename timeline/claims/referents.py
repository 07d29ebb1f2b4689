"""Whom “the firm” means at the head of a sentence, where that is certain. Plain Python.

Whom “he” and “she” mean is told by `persons`; “they” is left alone.
"""

import re

NAME = r"[A-Z][\w&.’'-]*(?:\s(?:(?:of|for|and|the)\s)?[A-Z][\w&.’'-]*){0,5}"
# What a sentence begins with, behind “In April 2018, ” or “Meanwhile, ”.
HEAD = re.compile(
    rf"\W*(?:[A-Z][a-z]+[^,A-Z]{{0,20}}[^,]{{0,25}},\s)??(?P<name>{NAME})(?=\s[a-z]|,\s)"
)
WITHIN = re.compile(rf"(?<=[a-z,;]\s){NAME}")
BODY = r"""(?:firm|company|group|giant|bank|club|charity|agency|maker|carrier|airline|retailer|party
    |union|ministry|corporation|start-?up|publisher)"""
THE_BODY = re.compile(rf"the\s(?P<noun>{BODY})\b", re.IGNORECASE | re.VERBOSE)
OF_A_BODY = re.compile(
    r"\b(?:Inc|Corp|Ltd|plc|PLC|LLC|AG|SA|Co|Group|Bank|Ministry|Board|Company|Association|Union"
    r"|Party|Agency|Airlines|Airways|Motors|Foods|Holdings|Technologies|Systems|Partners|Club"
    r"|United|City|Rovers|Town|Power|Energy|Media|Foundation|Trust|Federation|Labs|Stores)\b"
)
# “Nordsee’s chief left. The firm …”
OWNER = re.compile(r"['’]s$")
OPENS = re.compile(
    r"(?:The|An?|It|He|She|They|We|You|This|That|These|Those|There|His|Her|Its|Their|Our|My|One|Some|Many"
    r"|Most|Few|All|Both|No|Not|But|And|If|When|While|As|After|Before|Since|So|What|Who|Why|How|Yet|Also)"
)
CALENDAR = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


def is_of_a_body(name: str) -> bool:
    """Whether a name is one word, or has one that only bodies have: Huawei, Harbour Bank."""
    return " " not in name or bool(OF_A_BODY.search(name))


class Referents:
    """Remembers which body the sentences of a text begin with, in reading order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._heard: list[str] = []
        self._latest = ""
        self._meant: dict[str, str] = {}

    def named_by(self, head: str) -> str:
        """The name that “the firm” stands for here, or ""."""
        body = THE_BODY.match(head)
        if not body:
            return ""
        self._take_note()
        noun = body["noun"].lower()
        if self._latest and self._is_a_name(self._latest):
            self._meant[noun] = self._latest
        return self._meant.get(noun, "")

    def hear(self, sentence: str) -> None:
        """Take note of whom a sentence begins with, and whether it names others beside."""
        self._heard.append(sentence)  # to be looked at if it is asked: most texts never do

    def _take_note(self) -> None:
        for sentence in self._heard:
            self._note(sentence)
        self._heard.clear()

    def _note(self, sentence: str) -> None:
        found = HEAD.match(sentence)
        if not found or THE_BODY.match(sentence):
            if not THE_BODY.search(sentence):
                self._latest = ""
            return
        name = OWNER.sub("", found["name"])
        others = {
            one for one in WITHIN.findall(sentence, found.end()) if not CALENDAR.match(one)
        } - {name}
        if name != self._latest:
            self._meant.clear()
        self._latest = name if is_of_a_body(name) and not others else ""

    def _is_a_name(self, name: str) -> bool:
        """Whether the text never has it small, as it has “police” or “sales”."""
        if OPENS.fullmatch(name):
            return False
        return name.lower() == name or not re.search(rf"\b{re.escape(name.lower())}\b", self._text)
