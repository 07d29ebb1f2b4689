"""Words typed by readers and curators: which events say them."""

from typing import Any

from django.db.models import Exists, OuterRef, Q

from articles.models import Article
from timeline.databases import ListAsText


def quoted(*limits: Q, **conditions: Any) -> Exists:
    """Whether an event has a quote of which all of this holds."""
    from timeline.models import Quote

    return Exists(Quote.objects.filter(*limits, event=OuterRef("pk"), **conditions))


def tells(word: str) -> Q:
    """Whether an event says the word, or a topic of it is called so, by whichever of its names.

    Words that the event's page withholds can't be searched for. An apostrophe is found in either
    form, whichever the keyboard has.
    """
    open_to_all = ~Q(article__in=Article.objects.withheld())
    found = Q()
    for form in {word, word.replace("'", "’"), word.replace("’", "'")}:
        found |= (
            Q(headline__icontains=form)
            | Q(summary__icontains=form)
            | Q(quoted(open_to_all, exact__icontains=form))
            | Q(_about(form))
        )
    return found


def _about(word: str) -> Exists:
    from timeline.models import Topic

    topics = Topic.objects.alias(other_names=ListAsText("aliases"))
    called = Q(name__icontains=word) | Q(other_names__icontains=word)
    return Exists(topics.filter(called, events=OuterRef("pk")))
