"""Who does what: every action, for everybody and each role."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core import signing
from django.db import transaction
from django.test import Client
from django.urls import reverse

from articles.models import Article
from timeline.admin.importing import SALT
from timeline.models import Event, SavedView, Timeline
from timeline.roles import ADMINISTRATOR, CONTRIBUTOR, CURATOR
from timeline.tests.admin_pages import act, data_of, page_of
from timeline.tests.roles import LADDER, World, make_world, may, visitor
from timeline.tests.test_desk import at

pytestmark = pytest.mark.django_db
# Each action: the lowest role that may, what is sent, and how it shows that it was done.
Act = Callable[[Client, World], object]
Done = Callable[[World], object]


def now(event: Event) -> Event:
    return Event.objects.get(pk=event.pk)


def desk(step: str, **data: Any) -> Act:
    """A step at the desk, of whose page nothing must be shown to the visitor."""

    def send(client: Client, world: World) -> Any:
        event = now(world.candidate)
        held = {"headline": event.headline, "edtf": event.edtf, "seen_version": str(event.version)}
        return client.post(at(event), {**held, **data, "step": step.format(world=world)})

    return send


def of_article(step: str, **data: str) -> Act:
    """A step at the desk of articles."""

    def send(client: Client, world: World) -> Any:
        seen = {"seen": str(world.article.published_on or "")}
        typed = {name: value.format(world=world) for name, value in data.items()}
        return client.post(
            reverse("desk_article", args=[world.article.pk]), {**seen, **typed, "step": step}
        )

    return send


def listed(action: str, **data: Any) -> Act:
    """An action on the list of events."""
    return lambda client, world: act(
        client, action, world.candidate, world.other, into=str(world.other.pk), **data
    )


def step_of_page(event: str, step: str, **data: Any) -> Act:
    """A button on the page of an event, sent as that page was shown to a curator."""

    def send(client: Client, world: World) -> Any:
        which = world.candidate if event == "candidate" else world.published[event]
        root = Client()
        root.force_login(User.objects.get(username="root"))
        sent = data_of(root, page_of(which))
        return client.post(page_of(which), {**sent, **data, "_continue": "1", "_step": step})

    return send


def status(event: str) -> Done:
    return lambda world: now(world.candidate).status == event


def imported(**sent: str) -> Act:
    """A table of one row, of which the last column says that it is published."""

    def send(client: Client, world: World) -> Any:
        sheet = {"headers": ["headline", "date", "status"], "first": 2, "unkept": [],
                 "rows": [["Of a table", "2018", "published"]]}  # fmt: skip
        columns = {f"column-{at}": name for at, name in enumerate(["headline", "date", "status"])}
        page = {"sheet": signing.dumps(sheet, salt=SALT, compress=True), "name": "table.csv",
                "timeline": world.timelines["public"].pk}  # fmt: skip
        return client.post(reverse("admin:timeline_event_import"), {**page, **columns, **sent})

    return send


def lift_decided(client: Client, world: World) -> Any:
    """Something is decided of the candidate, and lifted."""
    world.candidate.decide("headline")
    world.candidate.save()
    return listed("lift_selected")(client, world)


ACTIONS: dict[str, tuple[str, Act, Done]] = {
    "add an article": (
        CONTRIBUTOR,
        lambda client, world: client.post(
            reverse("admin:articles_article_add"),
            {"text": "The ferry sank in May 2018.", "timeline": world.timelines["public"].pk},
        ),
        lambda world: Event.objects.filter(status="candidate", edtf="2018-05").exists(),
    ),
    "propose an event": (
        CONTRIBUTOR,
        lambda client, world: client.post(
            reverse("admin:timeline_event_add"),
            {"headline": "Proposed", "edtf": "2018", "quotes-TOTAL_FORMS": 1,
             "quotes-INITIAL_FORMS": 0, "quotes-0-article": world.article.pk,
             "quotes-0-words": "It happened", "quotes-0-stance": "supports"},
        ),
        lambda world: Event.objects.filter(headline="Proposed", status="candidate").exists(),
    ),
    "correct a candidate": (
        CONTRIBUTOR, step_of_page("candidate", "", headline="Corrected"),
        lambda world: now(world.candidate).headline == "Corrected",
    ),
    "correct it at the desk": (
        CONTRIBUTOR, desk("save", headline="Corrected"),
        lambda world: now(world.candidate).headline == "Corrected",
    ),
    "correct what is published": (
        CURATOR, step_of_page("public", "", headline="Corrected"),
        lambda world: now(world.published["public"]).headline == "Corrected",
    ),
    "publish by a button": (CURATOR, step_of_page("candidate", "publish"), status("published")),
    "reject by a button": (CURATOR, step_of_page("candidate", "reject"), status("rejected")),
    "withdraw by a button": (
        CURATOR, step_of_page("public", "withdraw"),
        lambda world: now(world.published["public"]).status == "candidate",
    ),
    "publish from the list": (CURATOR, listed("publish_selected"), status("published")),
    "reject from the list": (CURATOR, listed("reject_selected"), status("rejected")),
    "lift what was decided": (
        CURATOR, lift_decided, lambda world: now(world.candidate).decided == [],
    ),
    "join": (
        CURATOR, listed("join_selected"),
        lambda world: now(world.candidate).joined_into == world.other,
    ),
    "keep a view of the desk": (
        CONTRIBUTOR, lambda client, world: client.post(reverse("desk_keep"), {"name": "Mine"}),
        lambda world: SavedView.objects.filter(name="Mine").exists(),
    ),
    "quote an article by hand": (
        CONTRIBUTOR, of_article("quote", words="{world.article.text}", date="2018"),
        lambda world: Event.objects.filter(edtf="2018", decided=["edtf"]).exists(),
    ),
    "date an article at the desk": (
        CURATOR, of_article("set", day="3 March 2001"),
        lambda world: Article.objects.get(pk=world.article.pk).published_on == date(2001, 3, 3),
    ),
    "accept at the desk": (CURATOR, desk("accept"), status("published")),
    "reject at the desk": (CURATOR, desk("reject"), status("rejected")),
    "merge at the desk": (
        CURATOR, desk("merge {world.other.pk}"),
        lambda world: now(world.candidate).joined_into == world.other,
    ),
    "split": (
        CURATOR,
        lambda client, world: client.post(
            reverse("admin:timeline_event_split", args=[world.candidate.pk]),
            {"quote": world.candidate.quotes.order_by("pk")[0].pk},
        ),
        lambda world: world.candidate.quotes.count() == 1,
    ),
    "judge different": (
        CURATOR,
        lambda client, world: client.post(
            reverse("admin:timeline_event_apart", args=[world.candidate.pk]),
            {"one": world.candidate.quotes.order_by("pk")[0].pk,
             "other": world.other.quotes.get().pk},
        ),
        lambda world: type(world.judgement).objects.count() == 2,
    ),
    "lift a judgement": (
        CURATOR,
        lambda client, world: client.post(
            reverse("admin:timeline_judgement_delete", args=[world.judgement.pk]), {"post": "yes"}
        ),
        lambda world: not type(world.judgement).objects.exists(),
    ),
    "undo what another did": (
        CURATOR,
        lambda client, world: client.post(
            reverse("admin:timeline_change_undo", args=[world.change.pk])
        ),
        lambda world: now(world.candidate).summary == "",
    ),
    "set a publication date": (
        CURATOR,
        lambda client, world: client.post(
            page_of(world.article),
            {"published_on": "2018-01-01", "initial-published_on": "2019-11-05",
             "title": "Report public", "language": "en"},
        ),
        lambda world: str(Article.objects.get(title="Report public").published_on) == "2018-01-01",
    ),
    "open a timeline to everybody": (
        CURATOR,
        lambda client, world: client.post(
            reverse("admin:timeline_timeline_change", args=[world.timelines["curators"].pk]),
            {"title": "Open", "slug": "for-curators", "reach": "public"},
        ),
        lambda world: Timeline.objects.filter(title="Open", reach="public").exists(),
    ),
    "make a topic": (
        CURATOR,
        lambda client, world: client.post(
            reverse("admin:timeline_topic_add"), {"name": "Rain", "slug": "rain"}
        ),
        lambda world: type(world.topic).objects.filter(slug="rain").exists(),
    ),
    "delete an article": (
        CURATOR,
        lambda client, world: client.post(
            reverse("admin:articles_article_delete", args=[world.other.quotes.get().article_id]),
            {"post": "yes"},
        ),
        lambda world: not Event.objects.filter(pk=world.other.pk).exists(),
    ),
    "take an article down": (
        ADMINISTRATOR,
        lambda client, world: client.post(
            reverse("admin:articles_article_take_down", args=[world.article.pk]),
            {"reason": "Asked for."},
        ),
        lambda world: not Article.objects.filter(title="Report public").exists(),
    ),
    "import a table": (
        CONTRIBUTOR, imported(step="import"),
        lambda world: Event.objects.filter(headline="Of a table", status="candidate").exists(),
    ),
    "import a table that publishes": (
        CURATOR, imported(step="import", decides="on"),
        lambda world: Event.objects.filter(headline="Of a table", status="published").exists(),
    ),
    "give a role": (
        ADMINISTRATOR,
        lambda client, world: client.post(
            reverse("admin:auth_user_change", args=[world.account.pk]),
            {"username": "eve", "groups": [Group.objects.get(name=CURATOR).pk], "is_active": "on",
             "date_joined_0": "2026-01-01", "date_joined_1": "00:00"},
        ),
        lambda world: world.account.groups.exists(),
    ),
}  # fmt: skip


@pytest.mark.parametrize("role", LADDER)
def test_who_does_what(role: str) -> None:
    world = make_world()
    client = visitor(role)
    wrong = []
    for name, (lowest, send, done) in ACTIONS.items():
        with transaction.atomic():
            send(client, world)
            if bool(done(world)) is not may(role, lowest):
                wrong.append((name, lowest))
            transaction.set_rollback(True)
    assert wrong == []
