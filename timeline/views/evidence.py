"""The pages of one event and of one article: what a date stands on."""

from typing import Any
from urllib.parse import quote, urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models import PublicText, Tombstone
from timeline.access import article_for, event_for
from timeline.entries import Look, count_of, is_disputed, quote_entry, quote_html
from timeline.index import index_of
from timeline.index.selection import Selection
from timeline.models import is_curator
from timeline.page.passages import passages_of
from timeline.page.readings import readings_that_differ
from timeline.page.reports import first_reported, told_since
from timeline.page.revisions import revisions_of
from timeline.page.structured import event_data, script_text


@require_safe
def event(request: HttpRequest, pk: int) -> HttpResponse:
    """One event with all its quotes; of a joined event's address, the way to the other."""
    found = event_for(request.user, pk)
    if found.pk != pk:
        return redirect(found, permanent=False)
    timelines = list(found.timelines.visible_to(request.user))
    quotes, look = list(found.quotes.all()), Look.now(timezone.localdate())
    canonical = f"{settings.ORIGIN.url}{found.get_absolute_url()}"
    context: dict[str, Any] = {
        "event": found,
        "today": look.today,
        "quotes": [quote_html(quote_entry(quote, look), look) for quote in quotes],
        "count": count_of(quotes, look.language),
        "is_disputed": is_disputed(quotes),
        "reported": first_reported(quotes),
        "told_since": told_since(quotes),
        "timelines": timelines,
        "is_curator": is_curator(request.user),
        "canonical": canonical,
        "readings": readings_that_differ(quotes),
        "neighbours": index_of(timelines[0]).find(Selection()).beside(found.pk)
        if timelines
        else None,
        "revisions": revisions_of(found),
        "report": error_report(found.headline, canonical),
        "data": script_text(event_data(found, canonical)),
    }
    return render(request, "timeline/event.html", context)


def error_report(headline: str, url: str) -> str:
    """The link by which readers report an error: a letter that names the page, or a page."""
    if not settings.CONTACT.startswith("mailto:"):
        return settings.CONTACT
    subject = _("An error in “%(headline)s”") % {"headline": headline}
    return f"{settings.CONTACT}?{urlencode({'subject': subject, 'body': url}, quote_via=quote)}"


@require_safe
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """An article, as far as the reader may see it, with its published quotes marked.

    Of one that was taken down, that it was.
    """
    if stone := Tombstone.objects.filter(article=pk).first():
        return render(request, "articles/taken_down.html", {"stone": stone}, status=410)
    found, quotes = article_for(request.user, pk)
    curates = is_curator(request.user)
    reach = PublicText.FULL if curates else found.public_reach
    passages = passages_of(found.text, list(quotes), reach)
    context = {
        "article": found,
        "passages": passages,
        "reach": reach,
        "is_replaced": found.is_replaced,
        "public_sees": PublicText(found.public_reach).label,
        "is_curator": curates,
    }
    return render(request, "articles/page.html", context)
