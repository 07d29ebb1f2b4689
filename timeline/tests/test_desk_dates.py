"""The date of a candidate beside what its sources read; conflicts are resolved with a reason."""

import pytest
from django.test import Client
from django.urls import reverse

from timeline.models import Event, Timeline
from timeline.tests.admin_pages import told
from timeline.tests.factories import make_article, make_event, make_timeline
from timeline.tests.test_desk import at, take

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Timeline:
    return make_timeline("harbour")


def in_conflict(story: Timeline) -> Event:
    """A candidate that two papers date differently."""
    both = [
        make_event(f"2012-05-0{day}", story, is_published=False, dated=f"{day} May 2012",
                   article=make_article(f"It sank on {day} May 2012.", publisher=paper))
        for day, paper in ((4, "Ledger"), (5, "Courier"))
    ]  # fmt: skip
    event, other = both
    for quote in other.quotes.all():
        quote.event = event
        quote.save()
    other.delete()
    for quote in event.quotes.all():
        quote.told = "happened"
        quote.save()
    return event


def test_each_source_reads_beside_the_date(curator: Client, story: Timeline) -> None:
    event = in_conflict(story)
    dates = curator.get(at(event)).context["dates"]
    assert [(line.who, line.words, line.agrees) for line in dates.lines] == [
        ("This event", "4 May 2012", True),
        ("Ledger", "4 May 2012", True),
        ("Courier", "5 May 2012", False),
    ]
    assert dates.are_at_odds
    own, same, later = dates.lines
    assert own.x == same.x < later.x
    page = curator.get(reverse("desk_date", args=[event.pk]), {"edtf": "since 5 May 2012"})
    assert "understood as 2012-05-05/..: since 5 May 2012" in page.content.decode()
    assert page.content.decode().count("excluded by this date") == 1
    page = curator.get(reverse("desk_date", args=[event.pk]), {"edtf": "<b>fog"})
    assert "“&lt;b&gt;fog” isn’t understood" in page.content.decode()


def test_a_conflict_is_resolved_with_a_reason(curator: Client, story: Timeline) -> None:
    event = in_conflict(story)
    quote = event.quotes.get(article__publisher__name="Courier")
    assert "Its sources disagree" in told(take(curator, event, f"choose {quote.pk}"))
    page = take(curator, event, "save", edtf="5 May 2012")
    assert "Its sources disagree" in str(page.context["form"].errors)
    event.refresh_from_db()
    assert event.edtf == "2012-05-04"
    why = "The Courier\n had a reporter there."
    take(curator, event, f"choose {quote.pk}", date_reason=why)
    event.refresh_from_db()
    assert (event.edtf, event.date_reason, event.decided) == (
        "2012-05-05", "The Courier had a reporter there.", ["edtf"],
    )  # fmt: skip
    stale = {"step": f"choose {quote.pk}", "date_reason": "Mine", "seen_version": "1"}
    assert "changed this event meanwhile" in told(curator.post(at(event), stale))
    take(curator, event, "accept")
    page = curator.get(event.get_absolute_url())
    assert "Why this date: The Courier had a reporter there." in page.content.decode()
    take(curator, event, "undo")
    take(curator, event, "undo")
    event.refresh_from_db()
    assert (event.edtf, event.date_reason) == ("2012-05-04", "")
