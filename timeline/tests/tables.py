"""Tables go out and come in, for tests; and a story whose texts spreadsheets trip over."""

from datetime import date
from typing import Any

from django.contrib.auth.models import User

from articles.models import Article
from timeline.models import Event, Timeline, with_evidence
from timeline.spreadsheets.columns import guess
from timeline.spreadsheets.importing import ImportReport, import_sheet
from timeline.spreadsheets.outcomes import ImportContext
from timeline.spreadsheets.reading import read_sheet
from timeline.spreadsheets.writing import FORMATS
from timeline.tests.factories import make_article, make_event, make_quote, make_timeline

TODAY = date(2026, 11, 25)


def bring(data: bytes, by: User, name: str = "table.csv", *, decides: bool = True) -> ImportReport:
    """Import a file onto the timeline “story”, its columns as they are guessed."""
    timeline = Timeline.objects.get_or_create(slug="story", defaults={"title": "Story"})[0]
    sheet = read_sheet(data, name, TODAY)
    context = ImportContext(timeline, by, name, TODAY, decides)
    return import_sheet(sheet, guess(sheet.headers), context)


def table(*lines: str) -> bytes:
    return "\n".join(lines).encode()


def written(ending: str) -> bytes:
    """All events in a format."""
    return FORMATS[ending].write(with_evidence(Event.objects.in_order()))


def rows_written(ending: str) -> Any:
    """The same as its rows, of which a workbook's bytes differ by the time of writing."""
    sheet = read_sheet(written(ending), f"x.{ending}", TODAY)
    return sheet.headers, sheet.rows


def make_story() -> None:
    """Events in every state, with texts that spreadsheets trip over."""
    story = make_timeline("story")
    long = make_article(
        "=SUM(A1) said nobody. The bridge, “at last”, opened on 4 May 2018; it rained. Much later, "
        "after many words that say nothing at all of it, the ferry was sold in June 2019. The end.",
        title="-1 bridge", publisher="Post",
    )  # fmt: skip
    event = make_event(
        "2018-05-04", story, headline="+The bridge opens", topics=["Bridges", "Rain"],
        article=long, words="The bridge, “at last”, opened on 4 May 2018; it rained.",
        dated="4 May 2018", summary="'=1+1\nis two; and\ttabs",
    )  # fmt: skip
    other = make_article("On the 4th the bridge was closed.", publisher="", url="", title="Diary")
    make_quote(event, other, stance="disputes")
    make_event("2019-06~", story, headline="The ferry is sold", article=long,
               words="the ferry was sold in June 2019", is_planned=True)  # fmt: skip
    make_event("-0043-03-15", story, headline="@Caesar", is_published=False,
               article=make_article("Caesar fell.", url=""))  # fmt: skip
    rejected = make_event("[..2048]", story, is_published=False)
    rejected.status = "rejected"
    rejected.save()


def empty() -> None:
    """Delete all but accounts and topics."""
    for event in Event.objects.published():
        event.status = "candidate"
        event.save()
    Event.objects.all().delete()
    Article.objects.all().delete()
    Timeline.objects.all().delete()
