"""An article's text with the words that name a time marked, and what each was read as."""

from collections.abc import Iterable

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from articles.models import DATED, Mention


def marked_text(text: str, mentions: Iterable[Mention]) -> SafeString:
    """The text as HTML with each mention marked; everything in it is escaped."""
    parts, end = [], 0
    for mention in mentions:
        if mention.start >= end:
            parts += [escape(text[end : mention.start]), _mark(text, mention)]
            end = mention.end
    parts.append(escape(text[end:]))
    return mark_safe("".join(parts))  # noqa: S308  # each part was escaped above


def _mark(text: str, mention: Mention) -> SafeString:
    """The words of a mention. What they were read as stands in an attribute, from which the
    stylesheet shows it: so it isn't copied along when a curator copies a quote.
    """
    return format_html(
        '<mark id="at-{}" class="mention {}" title="{}" data-reading="{}">{}</mark>',
        mention.start,
        f"unresolved-mention {mention.kind}-mention"
        if waits(mention)
        else f"{mention.kind}-mention",
        mention.why,
        label(mention),
        text[mention.start : mention.end],
    )


def waits(mention: Mention) -> bool:
    """Whether it names a date that isn't known yet."""
    return mention.kind in DATED and not mention.edtf


def label(mention: Mention) -> str:
    """Its EDTF, else what else it is."""
    return mention.edtf or ("date not known" if mention.kind in DATED else mention.kind)
