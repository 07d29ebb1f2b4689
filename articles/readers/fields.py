"""Metadata that is checked wherever it comes from: addresses and languages."""

import re
from urllib.parse import urlsplit

from articles.readers.cleaning import one_line
from articles.readers.record import ReadError

URL_LENGTH = 2_000
_NOT_IN_URL = re.compile(r'[\s<>"\\\x00-\x1f\x7f-\x9f\ud800-\udfff]')
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}", re.IGNORECASE)


def read_url(value: str) -> str:
    """Give the address, or "" for an empty one; raise ReadError unless it is http(s)."""
    url = value.strip()
    if not url:
        return ""
    if len(url) > URL_LENGTH:
        raise ReadError(f"the URL has {len(url):,} characters; give one of at most {URL_LENGTH:,}")
    if _NOT_IN_URL.search(url) or not _is_web_address(url):
        raise ReadError(
            f"“{one_line(url, 80)}” is not a web address;"
            " give one that starts with http:// or https://"
        )
    return url


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a bad port, or half an IPv6 address
        return False


def read_language(value: str) -> str:
    """Give the BCP 47 tag in its usual case ("pt-BR"), "en" for an empty one; or raise ReadError.

    Only the shape of the tag is checked, not that such a language is registered.
    """
    tag = value.strip().replace("_", "-")
    if not tag:
        return "en"
    if not _TAG.fullmatch(tag):
        raise ReadError(f"“{one_line(tag, 40)}” is not a language tag; give one like en or pt-BR")
    first, *rest = tag.lower().split("-")
    return "-".join([first, *(_subtag(part) for part in rest)])


def _subtag(part: str) -> str:
    if len(part) == 4 and part.isalpha():
        return part.title()
    return part.upper() if len(part) == 2 else part
