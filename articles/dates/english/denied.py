"""What isn't done until May, or is put off until then, is done in May, and not up to then."""

import re

DENIED = re.compile(
    r"(?:\b(?:not|never|nobody|cannot)|n['’]t)\b(?!\sonly\b)[^.;:,?!“”\"]*$", re.IGNORECASE
)
PUT_OFF = re.compile(
    r"\b(?:postponed|put\soff|delayed|adjourned|deferred|rescheduled|moved|pushed\sback)"
    r"\s(?:[^.;:,?!“”\"]*\s)?$"
)
REACH = 60


def is_denied(text: str, start: int) -> bool:
    """Whether a "not" stands before a place in its clause."""
    return bool(DENIED.search(text, max(0, start - REACH), start))


def is_put_off(text: str, start: int) -> bool:
    """Whether something is told before a place, in its clause, to be put off."""
    return bool(PUT_OFF.search(text, max(0, start - REACH), start))
