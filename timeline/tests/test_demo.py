"""The demo's fixture is what its articles and recorded curation give, and loads anywhere."""

import io
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import connection

from articles.models import Article
from articles.readers import Record
from timeline.demo import SLUG, build_demo
from timeline.events.ingest import ingest_record
from timeline.merging.days import can_agree
from timeline.models import Event, Quote, Status, Timeline

pytestmark = pytest.mark.django_db

FIXTURES = Path(settings.BASE_DIR) / "fixtures"


def export() -> str:
    out = io.StringIO()
    call_command("export_events", "--status=all", stdout=out)
    return out.getvalue()


def test_the_fixture_is_built_from_the_articles_and_the_curation() -> None:
    assert build_demo(FIXTURES / "demo") == (FIXTURES / "demo.json").read_text(encoding="utf-8"), (
        "fixtures/demo.json is out of date: run manage.py build_demo"
    )


def test_loading_twice_into_a_database_in_use_changes_nothing_else() -> None:
    own = Timeline.objects.create(slug="harbour", title="The harbour")
    ingest_record(Record(text="The yard opened on 4 May 2012."), own)
    before = export()
    call_command("loaddata", "demo", verbosity=0)
    loaded = export()
    call_command("loaddata", "demo", verbosity=0)
    assert export() == loaded
    Timeline.objects.get(slug=SLUG).events.all().delete()
    assert export() == before


def test_what_was_loaded_holds_what_must_hold() -> None:
    call_command("loaddata", "demo", verbosity=0)
    for quote in Quote.objects.select_related("article", "mention"):
        quote.clean()
    published = Event.objects.published()
    assert 20 <= published.count() <= 26
    assert all(event.quotes.exists() for event in published)
    for event in Event.objects.all():
        stored = (event.first_day, event.last_day, event.sort_day, event.sort_span)
        event.save()
        assert (event.first_day, event.last_day, event.sort_day, event.sort_span) == stored


def test_every_public_quote_has_the_words_of_its_date() -> None:
    call_command("loaddata", "demo", verbosity=0)
    quotes = Quote.objects.filter(event__status="published", mention=None)
    assert [str(quote) for quote in quotes] == []


def test_no_quote_contradicts_its_event_in_silence() -> None:
    call_command("loaddata", "demo", verbosity=0)
    quotes = Quote.objects.filter(event__status="published", stance="supports")
    for quote in quotes.select_related("event", "mention"):
        if quote.mention and quote.mention.edtf:
            assert can_agree(quote.mention, quote.event), str(quote)


def test_it_shows_what_it_is_meant_to_show() -> None:
    call_command("loaddata", "demo", verbosity=0)
    published = Event.objects.published()
    assert Event.objects.filter(status=Status.CANDIDATE).count() >= 3
    assert Article.objects.filter(published_on=None).count() == 1
    assert published.filter(quotes__stance="disputes").count() == 1
    assert published.filter(is_planned=True).count() >= 2
    assert published.filter(quotes__second_hand__startswith="credits ").count() == 1
    assert published.filter(quotes__told="reported").exists()
    shapes = {"~", "..", "/", "X", "-"}
    assert all(any(shape in event.edtf for event in published) for shape in shapes)
    for edtf, sources in (("2017-06", 2), ("2018-04", 3), ("2019-11-04", 3)):
        event = published.get(edtf=edtf)
        assert event.quotes.values("article").distinct().count() >= sources


def test_the_demo_goes_into_no_other_database() -> None:
    with pytest.raises(CommandError, match=r"demo\.sqlite3"):
        call_command("demo")
    assert not get_user_model().objects.exists()


def test_a_second_demo_keeps_edits_and_renews_the_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connection.settings_dict, "NAME", "/somewhere/demo.sqlite3")
    out = io.StringIO()
    call_command("demo", stdout=out)
    curator = get_user_model().objects.get()
    password = out.getvalue().split()[-1]
    assert curator.check_password(password)
    assert curator.is_staff
    assert not curator.is_superuser
    assert curator.has_perms(["timeline.change_event", "articles.add_article"])
    event = Event.objects.published()[0]
    event.headline = "Edited"
    event.save()
    Timeline.objects.update(slug="renamed")
    call_command("demo", stdout=out)
    event.refresh_from_db()
    curator.refresh_from_db()
    assert event.headline == "Edited"
    assert Timeline.objects.count() == 1
    assert not curator.check_password(password)
