"""Texts are known again by a hash that doesn't mind their white space."""

import hashlib


def text_hash(text: str) -> str:
    """The SHA-256 of the text with each run of white space as one space, in hexadecimal.

    The same text fetched twice often differs in its line breaks alone.
    """
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()
