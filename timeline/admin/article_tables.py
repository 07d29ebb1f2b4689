"""Tables of what was read in an article, and of the events that quote it."""

from collections.abc import Iterable

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from articles.dates import in_words
from articles.models import Article, Mention
from timeline.curating.marking import label, waits


def mention_table(article: Article, mentions: Iterable[Mention]) -> SafeString:
    """Words, EDTF, words for it, rule and reason of each mention, in the order of the text."""
    rows = [
        {
            "words": article.text[mention.start : mention.end],
            "mention": mention,
            "in_words": in_words(mention.edtf) if mention.edtf else "",
            "label": label(mention),
            "waits": waits(mention),
        }
        for mention in mentions
    ]
    return render_to_string("admin/articles/article/mentions.html", {"rows": rows})


def quote_table(article: Article) -> SafeString:
    """The events that quote the article, with the words."""
    quotes = article.quotes.select_related("event").order_by("start")
    return render_to_string("admin/articles/article/quotes.html", {"quotes": quotes})
