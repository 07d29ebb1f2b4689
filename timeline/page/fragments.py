"""Links to the very words on a publisher's page: URL text fragments, `#:~:text=`.

https://wicg.github.io/scroll-to-text-fragment/
"""

import re
from urllib.parse import quote as percent_encode

# Quotes of more words are named by their first and last ones: short links, and words that a
# page's own markup or a changed comma in the middle can't break.
WHOLE_WORDS = 8
EDGE_WORDS = 3
WEB = re.compile(r"https?:", re.IGNORECASE)
PLAIN = re.compile(r"[A-Za-z0-9 ._~]+").fullmatch


def text_fragment(words: str) -> str:
    """The fragment, without "#", that makes a browser scroll to the words and mark them."""
    parts = words.split()
    if len(parts) <= WHOLE_WORDS:
        return f":~:text={_encode(parts)}"
    return f":~:text={_encode(parts[:EDGE_WORDS])},{_encode(parts[-EDGE_WORDS:])}"


def link_to_words(url: str, words: str) -> str:
    """The URL with a text fragment; "" for what isn't http or https.

    A fragment that the URL has stays in front, as the specification asks. Without words, the
    URL alone.
    """
    if not WEB.match(url):
        return ""
    if not words.strip():
        return url
    return f"{url}{'' if '#' in url else '#'}{text_fragment(words)}"


def _encode(words: list[str]) -> str:
    text = " ".join(words)
    # For what stays as it is quote() would take most of the time of a whole link. "-", "&" and ","
    # mean something in the fragment; it would leave "-" as it is.
    plain = text if PLAIN(text) else percent_encode(text, safe=" ").replace("-", "%2D")
    return plain.replace(" ", "%20")
