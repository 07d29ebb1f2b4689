"""The review desk: candidates one after another, decided with their evidence in view."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from timeline.access import pk_of
from timeline.events.proposals import _beside, _nearest
from timeline.models import Change, Event, Timeline
from timeline.tests.admin_pages import sent_by, told
from timeline.tests.factories import make_article, make_event, make_quote, make_timeline

pytestmark = pytest.mark.django_db
DESK = "/desk/"


@pytest.fixture
def story() -> Timeline:
    return make_timeline("harbour")


@pytest.fixture
def events(story: Timeline) -> list[Event]:
    """Four candidates, in the order of the queue: the first is told by most."""
    made = [make_event(f"201{n}", story, is_published=False) for n in range(4)]
    make_quote(made[0], make_article("It was told again, in the Post.", publisher="Post"))
    return made


def at(event: Event, query: str = "") -> str:
    return reverse("desk_candidate", args=[event.pk]) + query


def take(client: Client, event: Event, step: str, query: str = "", **changes: Any) -> Any:
    """The response, redirects followed, to a step with what the page's form holds."""
    form = client.get(at(event, query)).context["form"]
    data = {**sent_by(form), **changes, "step": step}
    return client.post(at(event, query), data, follow=True)


def test_the_queue_begins_with_the_most_told(curator: Client, events: list[Event]) -> None:
    page = curator.get(DESK, follow=True)
    assert page.redirect_chain == [(at(events[0]), 302)]
    assert "3 more after it" in page.content.decode()
    assert [event for event, _ in page.context["upcoming"]] == events[1:]
    assert page.context["previous"] is None
    assert curator.get(at(events[2])).context["previous"] == at(events[1])
    page = take(curator, events[0], "reject")
    assert "2 more after it" in page.content.decode()


def test_accepting_stores_publishes_and_goes_on(curator: Client, events: list[Event]) -> None:
    page = take(curator, events[0], "accept", headline="The ferry\n sails", edtf="about May 2010")
    assert page.redirect_chain == [(at(events[1]), 302)]
    event = Event.objects.get(pk=events[0].pk)
    assert (event.status, event.headline, event.edtf) == (
        "published",
        "The ferry sails",
        "2010-05~",
    )
    assert str(Change.objects.get()) == "published “The ferry sails”"


def test_what_is_decided_is_passed_over(curator: Client, events: list[Event]) -> None:
    take(curator, events[1], "reject")
    page = take(curator, events[0], "reject")
    assert page.redirect_chain == [(at(events[2]), 302)]
    take(curator, events[2], "reject")
    last = take(curator, events[3], "reject")
    assert last.redirect_chain[-1][0] == DESK
    assert "No candidate waits" in last.content.decode()


def test_a_step_that_cannot_be_taken_says_why(curator: Client, events: list[Event]) -> None:
    page = take(curator, events[0], "accept", edtf="31 February 2019")
    assert page.context["form"].errors["edtf"]
    page = take(curator, events[1], "split", quote="x")
    assert "but not all" in told(page)
    stale = sent_by(curator.get(at(events[2])).context["form"])
    take(curator, events[2], "save", headline="Corrected by another")
    page = curator.post(at(events[2]), {**stale, "headline": "Mine", "step": "accept"})
    assert "changed this event meanwhile" in str(page.context["form"].errors)
    assert Event.objects.filter(status="candidate").count() == 4
    assert curator.post(at(events[0]), {"step": "sing"}).status_code == 400


def test_what_another_published_meanwhile_is_not_rejected(
    curator: Client, events: list[Event]
) -> None:
    stale = sent_by(curator.get(at(events[0])).context["form"])
    take(curator, events[0], "accept")
    page = curator.post(at(events[0]), {**stale, "step": "reject"})
    assert "changed this event meanwhile" in told(page)
    assert "Published ·" in page.content.decode()
    assert Event.objects.get(pk=events[0].pk).status == "published"


def test_only_what_a_row_may_have_is_an_id() -> None:
    sent = ["7", "9" * 18, "9" * 19, "9" * 5000, "x", "", "٣", "-1", " 7"]
    assert [*map(pk_of, sent)] == [7, 10**18 - 1, 0, 0, 0, 0, 0, 0, 0]


@pytest.mark.parametrize("number", ["9" * 18, "9" * 30])
def test_an_id_that_can_be_none_finds_none(
    curator: Client, events: list[Event], number: str
) -> None:
    def answer(address: str, **data: str) -> tuple[int, str]:
        page = curator.post(address, data, follow=True)
        return page.status_code, told(page) if page.status_code == 200 else ""

    here = at(events[0])
    split = reverse("admin:timeline_event_split", args=[events[0].pk])
    apart = reverse("admin:timeline_event_apart", args=[events[0].pk])
    assert answer(here, step=f"merge {number}")[0] == 404
    assert answer(here, step=f"different {number} {number}")[0] == 404
    assert answer("/desk/versions/", step=f"move {number}")[0] == 404
    assert answer(apart, one=number, other=number)[0] == 404
    assert "two events or more" in answer(here, step="gather", together=number)[1]
    assert "but not all" in answer(here, step="split", quote=number)[1]
    assert "but not all" in answer(split, quote=number)[1]
    assert not Change.objects.exists()


def test_an_inferred_date_is_stood_by(curator: Client, events: list[Event]) -> None:
    events[0].is_inferred = True
    events[0].save()
    page = curator.get(DESK + "?kind=inferred", follow=True)
    assert "no more after it" in page.content.decode()
    assert "date is inferred from publication" in told(take(curator, events[0], "accept"))
    take(curator, events[0], "accept", is_inferred="")
    assert Event.objects.published().get() == events[0]
    assert "is_inferred" not in curator.get(at(events[1])).context["form"].fields


def test_topics_are_given_by_name(curator: Client, events: list[Event]) -> None:
    make_event("2001", topics=["Ferries", "Fog"])
    take(curator, events[0], "save", topic_names="fog, Ferries,")
    assert [str(topic) for topic in events[0].topics.all()] == ["Ferries", "Fog"]
    page = take(curator, events[0], "save", topic_names="Rain")
    assert "There is no topic “Rain” yet" in str(page.context["form"].errors)
    take(curator, events[0], "save", topic_names="")
    assert not events[0].topics.exists()


def test_merging_into_what_is_proposed(curator: Client, story: Timeline) -> None:
    words = "Harbour Bank bought the Fogtown ferry yard for 12 million crowns in May 2012."
    first, second = (
        make_event("2012-05", story, is_published=False, article=make_article(words + more),
                   words=words, dated="May 2012")
        for more in ("", " It was told.")
    )  # fmt: skip
    page = curator.get(at(second))
    assert [proposal.event for proposal, _ in page.context["proposals"]] == [first]
    take(curator, second, f"merge {first.pk}")
    second.refresh_from_db()
    assert (second.joined_into, first.quotes.count()) == (first, 2)


def test_what_is_different_is_proposed_no_more(curator: Client, story: Timeline) -> None:
    words = "Harbour Bank bought the Fogtown ferry yard for 12 million crowns in May 2012."
    first, second = (
        make_event("2012-05", story, is_published=False, article=make_article(words + more),
                   words=words, dated="May 2012")
        for more in ("", " It was told.")
    )  # fmt: skip
    pair = f"{second.quotes.get().pk} {first.quotes.get().pk}"
    assert f'value="different {pair}"' in curator.get(at(second)).content.decode()
    page = take(curator, second, f"different {pair}")
    assert page.redirect_chain == [(at(second), 302)]
    assert page.context["proposals"] == []
    assert take(curator, second, "undo").context["proposals"]
    assert curator.post(at(second), {"step": "different 0 x"}).status_code == 404


def test_splitting_and_undoing(curator: Client, events: list[Event]) -> None:
    quote = events[0].quotes.last()
    assert quote
    page = take(curator, events[0], "split", quote=str(quote.pk))
    assert page.redirect_chain == [(at(events[0]), 302)]
    assert Event.objects.count() == 5
    take(curator, events[1], "reject")
    for of in (events[1], events[0]):
        page = take(curator, events[3], "undo")
        assert page.redirect_chain == [(at(of), 302)]
    assert Event.objects.count() == Event.objects.filter(status="candidate").count() == 4
    assert "nothing that could be undone" in told(take(curator, events[3], "undo"))


def test_undoing_what_made_an_event_goes_on_elsewhere(curator: Client, events: list[Event]) -> None:
    article = make_article("The pier opened in 2013.")
    sent = {"step": "quote", "words": article.text, "date": "2013"}
    curator.post(reverse("desk_article", args=[article.pk]), sent)
    page = curator.post(at(Event.objects.latest("pk")), {"step": "undo"}, follow=True)
    assert "Undid: made" in told(page)
    assert page.redirect_chain[-1] == (at(events[0]), 302)
    assert Event.objects.count() == len(events)


def test_the_queue_is_narrowed(curator: Client, events: list[Event]) -> None:
    events[2].is_planned = True
    events[2].save()
    query = "?kind=planned&timeline=harbour"
    page = curator.get(f"{DESK}{query}", follow=True)
    assert page.redirect_chain == [(at(events[2], "?kind=planned&timeline=harbour"), 302)]
    assert "no more after it" in page.content.decode()
    assert take(curator, events[2], "reject", query).redirect_chain[-1][0] == f"{DESK}{query}"
    nothing = curator.get(f"{DESK}?q=nowhere&timeline=unknown")
    assert b"None fits what is asked for" in nothing.content


def test_htmx_gets_the_candidate_alone(curator: Client, events: list[Event]) -> None:
    whole, part = (curator.get(at(events[0]), headers=h) for h in ({}, {"HX-Request": "true"}))
    assert b"<html" in whole.content
    assert b"<html" not in part.content
    assert part["HX-Push-Url"] == at(events[0])
    assert "HX-Request" in part["Vary"]


def test_quotes_stand_amid_their_words(curator: Client, story: Timeline) -> None:
    words = "The pier opened in 2013."
    text = f"{'Fog lay. ' * 50}{words} <b>Rain</b> fell.{' It rained.' * 50}"
    event = make_event("2013", story, article=make_article(text), words=words, dated="2013")
    (one,) = curator.get(at(event)).context["evidence"]
    assert one.before.startswith("… ")
    assert one.before.endswith("Fog lay. ")
    assert one.after.startswith(" <b>Rain</b> fell.")
    assert one.after.endswith(" …")
    page = curator.get(at(event)).content.decode()
    assert "&lt;b&gt;Rain" in page
    assert "in <mark>2013</mark>" in page


def test_curators_alone_sit_there(client: Client, clerk: Client, events: list[Event]) -> None:
    for address in (DESK, at(events[0])):
        assert clerk.get(address).status_code == 403
        assert client.get(address)["Location"].startswith(reverse("admin:login"))
        clerk.post(address, {"step": "reject"})
        client.post(address, {"step": "reject"})
    assert Event.objects.filter(status="candidate").count() == 4


def test_proposals_are_the_nearest_in_time(story: Timeline, monkeypatch: Any) -> None:
    monkeypatch.setattr("timeline.events.proposals.EVENTS_COMPARED", 2)
    words = "Harbour Bank bought the Fogtown ferry yard for 12 million crowns."
    event, far, *_, near = (
        make_event(day, story, is_published=False, dated=dated,
                   article=make_article(f"{words} So it was on {dated}, told {day}."))
        for day, dated in (
            ("2012-05-10", "10 May 2012"), ("2012-05", "May 2012"), ("2012-05-08", "8 May 2012"),
            ("2012-05-09", "9 May 2012"), ("2012-05-10", "10 May 2012"),
        )
    )  # fmt: skip
    compared = {quote.event for quote in _beside(event)}
    assert near in compared
    assert far not in compared
    assert len(compared) == 3


@pytest.mark.skipif(connection.vendor != "sqlite", reason="it is SQLite that may choose otherwise")
def test_the_nearest_are_found_by_an_index(events: list[Event]) -> None:
    for part in _nearest(events[0]):
        plan = part.explain()
        assert "event_order" in plan
        assert "event_status_order" not in plan
