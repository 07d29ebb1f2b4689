"""One normal form for every text, whichever reader it comes from."""

import re
import unicodedata

TITLE_LENGTH = 500
NAME_LENGTH = 200

# A form feed stands between words: it becomes a line break, so that none are glued.
_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ud800-\udfff]")
# Composing a run of combining marks takes quadratic time: absurdly long runs stay as they are.
_LONG_RUN = re.compile(r"([^\w\s\x00-\x7f]{200,})")


def clean_text(text: str) -> str:
    """Give the text as it is stored: lines end in "\\n", no controls, BOM or surrogates, NFC.

    NFC and not the bytes of the source: it looks the same on every page, and the same words pasted
    from a browser or copied from a Mac (NFD) then have one hash, and are found in the text.
    NFKC would change words ("½", "①") and is not used.
    """
    text = _UNWANTED.sub("", _LINE_BREAKS.sub("\n", text))
    if text.isascii():
        return text
    parts = _LONG_RUN.split(text)
    parts[::2] = [unicodedata.normalize("NFC", part) for part in parts[::2]]
    return "".join(parts)


def one_line(value: str, length: int = NAME_LENGTH) -> str:
    """Give a title or a name: clean, on one line, at most `length` long ("…" where cut)."""
    line = " ".join(clean_text(value).split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
