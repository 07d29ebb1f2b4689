"""An event as search engines read it: https://schema.org/Event, in JSON-LD."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from articles.models import Article
from timeline.models import Event
from timeline.phrasing.precision import html_date
from timeline.phrasing.when import phrase

# Of what ends a script, or means something in HTML. JSON reads the same with and without.
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}


def script_text(data: dict[str, Any]) -> SafeString:
    """The data as JSON that can stand in a script element, whatever its texts hold."""
    return mark_safe(json.dumps(data).translate(ESCAPES))  # noqa: S308


def event_data(event: Event, url: str) -> dict[str, Any]:
    """The event as schema.org has it; dates only where ISO 8601 can say them as they are.

    A month stays a month. Of "about", "before" and the like, which schema.org can't say, only
    the description tells, in words.
    """
    articles = {quote.article_id: quote.article for quote in event.quotes.all()}
    first, _, last = event.edtf.partition("/")
    told = {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": url,
        "url": url,
        "name": event.headline,
        "description": ". ".join(filter(None, [event.summary.strip(" ."), phrase(event.edtf)])),
        "startDate": html_date(first),
        "endDate": html_date(last),
        "eventStatus": "https://schema.org/EventScheduled" if event.is_planned else "",
        "about": [{"@type": "Thing", "name": topic.name} for topic in event.topics.all()],
        "subjectOf": [_article(article) for article in articles.values()],
    }
    return {name: value for name, value in told.items() if value}


def _article(article: Article) -> dict[str, Any]:
    told = {
        "@type": "Article",
        "headline": article.title,
        "url": article.url,
        "datePublished": article.published_on and article.published_on.isoformat(),
        "author": article.author and {"@type": "Person", "name": article.author},
        "publisher": article.publisher
        and {"@type": "Organization", "name": article.publisher.name},
    }
    return {name: value for name, value in told.items() if value}
