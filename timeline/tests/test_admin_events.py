"""Events in the admin: the box for the date, what a curator decides, and the steps."""

import pytest
from django.test import Client
from django.urls import reverse

from timeline.admin import steps
from timeline.models import Event, Status
from timeline.tests.admin_pages import act, data_of, page_of, send, sent_from, submit, told
from timeline.tests.factories import make_article, make_event, make_timeline

pytestmark = pytest.mark.django_db

TEXT = "The ferry sank in fog. The ferry was raised in 1931.\nNobody  drowned."


@pytest.mark.parametrize(
    ("typed", "edtf", "said"),
    [
        ("about May 2018", "2018-05~", "understood as 2018-05~: about May 2018"),
        ("since 2017", "2017/..", "since 2017"),
        ("12 mars 2019", "2019-03-12", "on 12 March 2019"),
        ("[..2048]", "[..2048]", "before 2049"),
        ("199X", "199X", "in the 1990s"),
    ],
)
def test_the_date_box_takes_words(curator: Client, typed: str, edtf: str, said: str) -> None:
    event = make_event("2001", is_published=False)
    page = submit(curator, page_of(event), edtf=typed)
    event.refresh_from_db()
    assert (event.edtf, event.decided) == (edtf, ["edtf"])
    assert said in told(page)
    assert f"{said}</output>" in page.content.decode()
    live = curator.get(reverse("admin:timeline_event_read_date"), {"edtf": typed})
    assert said in live.content.decode()


def test_more_events_than_one_change_can_hold_are_refused(
    curator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "MOST_TAKEN", 2)
    events = [make_event("2001", make_timeline(), is_published=False) for _ in range(3)]
    assert "At most 2 events at once" in told(act(curator, "reject_selected", *events))
    assert not Event.objects.filter(status=Status.REJECTED).exists()
    act(curator, "reject_selected", *events[:2])
    assert Event.objects.filter(status=Status.REJECTED).count() == 2


def test_an_event_of_many_quotes_sends_many_fields(curator: Client) -> None:
    address = page_of(make_event("2001", is_published=False))
    many = {f"quotes-{number}-stance": "supports" for number in range(1_000)}
    page = submit(curator, address, headline="A ferry sinks", **many)
    assert page.status_code == 200
    assert Event.objects.get().headline == "A ferry sinks"


@pytest.mark.parametrize("typed", ["", "soonish", "30 February 2019", "../..", "x" * 100, "<b>"])
def test_the_date_box_says_what_it_does_not_understand(curator: Client, typed: str) -> None:
    event = make_event("2001", is_published=False)
    page = submit(curator, page_of(event), edtf=typed)
    assert page.context["adminform"].form.errors["edtf"]
    assert Event.objects.get().edtf == "2001"
    live = curator.get(reverse("admin:timeline_event_read_date"), {"edtf": typed})
    assert live.status_code == 200
    assert b"<b>" not in live.content
    assert not live.content.startswith(b"understood as")


def test_only_what_changed_is_decided(curator: Client) -> None:
    event = make_event("2001", is_published=False)
    send(curator, page_of(event), headline="A ferry sinks", edtf="the year 2001")
    event.refresh_from_db()
    assert (event.headline, event.decided) == ("A ferry sinks", ["headline"])
    send(curator, page_of(event), is_planned="on", timelines=[make_timeline().pk])
    event.refresh_from_db()
    assert event.decided == ["headline", "is_planned", "timelines"]
    assert event.status == Status.CANDIDATE


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [({"is_inferred": ""}, "[..2019-11-06]"), ({"edtf": "4 Nov 2019"}, "2019-11-04")],
)
def test_an_inferred_date_is_published_once_a_curator_stands_by_it(
    curator: Client, typed: dict[str, str], edtf: str
) -> None:
    event = make_event("[..2019-11-06]", is_published=False, is_inferred=True)
    response = submit(curator, page_of(event), _step="publish")
    assert "No source says when" in told(response)
    send(curator, page_of(event), _step="publish", **typed)
    event.refresh_from_db()
    assert (event.status, event.edtf, event.is_inferred) == (Status.PUBLISHED, edtf, False)
    assert "is_inferred" not in data_of(curator, page_of(event))


def test_a_status_that_is_typed_changes_nothing(curator: Client) -> None:
    event = make_event(is_published=False)
    send(curator, page_of(event), status="published", status_shown="published")
    assert Event.objects.get().status == Status.CANDIDATE


def test_an_event_is_made_by_hand(curator: Client) -> None:
    article = make_article(TEXT)
    add = reverse("admin:timeline_event_add")
    quote = {"quotes-0-article": article.pk, "quotes-0-words": "The ferry sank in fog."}
    send(curator, add, headline="A ferry sinks", edtf="in 1930", **quote)
    event = Event.objects.get()
    assert (event.edtf, event.status) == ("1930", Status.CANDIDATE)
    assert event.decided == ["edtf", "headline", "is_planned", "summary", "timelines", "topics"]
    assert event.quotes.get().start == 0


def test_a_stale_page_overwrites_nothing(curator: Client) -> None:
    event = make_event("1930", is_published=False)
    data = data_of(curator, page_of(event))
    send(curator, page_of(event), headline="Another word", edtf="1931", _step="publish")
    stale = curator.post(page_of(event), {**data, "headline": "My word"})
    errors = str(stale.context["adminform"].form.non_field_errors())
    for said in ("ada changed this event meanwhile", "“Another word”, in 1931, published"):
        assert said in errors
    assert 'value="My word"' in stale.content.decode()
    event.refresh_from_db()
    assert (event.headline, event.edtf) == ("Another word", "1931")
    curator.post(page_of(event), sent_from(stale.context))
    event.refresh_from_db()
    assert (event.headline, event.edtf) == ("My word", "1930")


def test_what_a_reading_moved_meanwhile_is_told(curator: Client) -> None:
    event = make_event("1930", is_published=False)
    data = data_of(curator, page_of(event))
    event.edtf = "1931"
    event.save()
    for seen in (data["seen_version"], "", "x"):
        page = curator.post(page_of(event), {**data, "seen_version": seen})
        assert "A reading of its articles changed" in page.content.decode()
    assert Event.objects.get().edtf == "1931"


@pytest.mark.parametrize(
    ("step", "is_published", "status", "said"),
    [
        ("publish", False, "published", "was published"),
        ("reject", False, "rejected", "was rejected"),
        ("withdraw", True, "candidate", "made a candidate again"),
        ("publish", True, "published", "is published already"),
        ("withdraw", False, "candidate", "is candidate already"),
    ],
)
def test_a_button_saves_and_takes_a_step(
    curator: Client, step: str, is_published: bool, status: str, said: str
) -> None:
    event = make_event(is_published=is_published)
    page = submit(curator, page_of(event), _step=step, headline="Written before the step")
    event.refresh_from_db()
    assert (event.status, event.headline) == (status, "Written before the step")
    assert said in told(page)
    assert ("on no timeline" in told(page)) == (said == "was published")
    act(curator, f"{step}_selected", event)
    assert Event.objects.get().status == status


def test_nothing_publishes_an_event_without_a_quote(curator: Client) -> None:
    bare = Event.objects.create(headline="A ferry sinks", edtf="1930")
    other = make_event(is_published=False)
    for page in (
        submit(curator, page_of(bare), _step="publish"),
        act(curator, "publish_selected", bare, other),
    ):
        assert "published without a quote" in told(page)
    bare.refresh_from_db()
    other.refresh_from_db()
    assert (bare.status, other.status) == ("candidate", "published")
    assert "1 event was published" in told(page)


def test_what_was_decided_of_candidates_is_lifted(curator: Client) -> None:
    decided, open_one = make_event("1930", is_published=False), make_event(is_published=False)
    decided.decide("edtf")
    decided.save()
    page = act(curator, "lift_selected", decided, open_one)
    assert "was left to what the sources say" in told(page)
    assert "Nothing was decided" in told(page)
    decided.refresh_from_db()
    assert decided.decided == []


def test_events_are_joined_into_the_one_that_is_chosen(curator: Client) -> None:
    first, second = make_event("1930", is_published=False), make_event("1931", is_published=False)
    page = act(curator, "join_selected", first, second)
    for shown in (first.headline, "In 1930", "In 1931", second.quotes.get().exact):
        assert shown in page.content.decode()
    page = act(curator, "join_selected", first, second, into=str(second.pk))
    first.refresh_from_db()
    assert (first.joined_into, first.status, second.quotes.count()) == (second, "rejected", 2)
    assert "2 events are one now" in told(page)
    page = curator.get(page_of(first))
    assert b"joined into" in page.content
    assert b"_step" not in page.content
    third = make_event(is_published=False)
    page = act(curator, "join_selected", first, third, into=str(third.pk))
    assert "already joined" in told(page)


@pytest.mark.parametrize("into", ["", "0", "x"])
def test_a_wrong_choice_joins_nothing(curator: Client, into: str) -> None:
    events = [make_event(is_published=False), make_event(is_published=False)]
    assert b"Which event stays?" in act(curator, "join_selected", *events, into=into).content
    assert "select 2 to 50" in told(act(curator, "join_selected", events[0]))
    assert not Event.objects.filter(status="rejected").exists()
