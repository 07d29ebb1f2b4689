"""Who sees what: every address, for everybody and each role."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client, override_settings
from django.urls import get_resolver, reverse

from articles.models import Article
from timeline.exports import FORMATS
from timeline.models import Event, Picture, Reach
from timeline.roles import (
    ADMINISTRATOR,
    CONTRIBUTOR,
    CURATOR,
    READER,
)
from timeline.tests.roles import (
    ANYONE,
    LADDER,
    NOBODY,
    World,
    make_world,
    may,
    visitor,
)
from timeline.tests.test_desk import at

pytestmark = pytest.mark.django_db
BY_REACH = {Reach.PUBLIC: ANYONE, Reach.MEMBERS: READER, Reach.CURATORS: CONTRIBUTOR}
PAGES = "changelist add change history delete simple_history".split()
# Of each model's pages in the admin, in the order of PAGES, the lowest role that sees it.
ADMIN = {
    "articles_article": (CONTRIBUTOR, CONTRIBUTOR, CONTRIBUTOR, CONTRIBUTOR, CURATOR, NOBODY),
    "articles_publisher": (CONTRIBUTOR, CURATOR, CONTRIBUTOR, CONTRIBUTOR, CURATOR, CURATOR),
    "articles_tombstone": (CONTRIBUTOR, NOBODY, CONTRIBUTOR, CONTRIBUTOR, ADMINISTRATOR),
    "timeline_event": (CONTRIBUTOR, CONTRIBUTOR, CONTRIBUTOR, CONTRIBUTOR, NOBODY, NOBODY),
    "timeline_timeline": (CONTRIBUTOR, CURATOR, CONTRIBUTOR, CONTRIBUTOR, CURATOR, CURATOR),
    "timeline_topic": (CONTRIBUTOR, CURATOR, CONTRIBUTOR, CONTRIBUTOR, CURATOR, CURATOR),
    "timeline_change": (CONTRIBUTOR, NOBODY, CONTRIBUTOR, CONTRIBUTOR, NOBODY),
    "timeline_judgement": (CONTRIBUTOR, NOBODY, CONTRIBUTOR, CONTRIBUTOR, CURATOR),
    "timeline_ignoredname": (CURATOR, CURATOR, CURATOR, CURATOR, CURATOR),
    "auth_user": (ADMINISTRATOR, ADMINISTRATOR, ADMINISTRATOR, ADMINISTRATOR, ADMINISTRATOR),
    "auth_group": (ADMINISTRATOR, NOBODY, ADMINISTRATOR, ADMINISTRATOR, NOBODY),
}


def things(world: World) -> dict[str, Any]:
    """The row of which each model's pages are looked at."""
    return {
        "articles_article": world.article,
        "articles_publisher": world.article.publisher,
        "articles_tombstone": world.stone,
        "timeline_event": world.candidate,
        "timeline_timeline": world.timelines["public"],
        "timeline_topic": world.topic,
        "timeline_change": world.change,
        "timeline_judgement": world.judgement,
        "timeline_ignoredname": world.ignored,
        "auth_user": world.account,
        "auth_group": Group.objects.order_by("pk")[0],
    }


def public_addresses(world: World) -> Iterator[tuple[str, str, str]]:
    """Name, address and lowest role of each page for readers, for each reach."""
    for name in ("home", "sign_in"):
        yield name, reverse(name), ANYONE
    for reach, lowest in BY_REACH.items():
        timeline, event = world.timelines[reach], world.published[reach]
        article = Article.objects.get(title=f"Report {reach}")
        for name in ("timeline", "timeline_json", "share"):
            yield name, reverse(name, args=[timeline.slug]), lowest
        for view in ("axis", "sources"):
            yield "timeline", f"{timeline.get_absolute_url()}?view={view}", lowest
        for ending in FORMATS:
            yield "export", reverse("export", args=[timeline.slug, ending]), lowest
        yield "event", reverse("event", args=[event.pk]), lowest
        yield "picture", reverse("picture", args=[_pictured(event, reach)]), lowest
        yield "article", reverse("article", args=[article.pk]), lowest
        # Frames know nobody.
        framed = ANYONE if reach == Reach.PUBLIC else NOBODY
        yield "embed", reverse("embed", args=[timeline.slug]), framed
        page = f"http://127.0.0.1:8000{timeline.get_absolute_url()}"
        yield "oembed", f"{reverse('oembed')}?url={page}", framed
    yield "event", reverse("event", args=[world.candidate.pk]), CONTRIBUTOR
    held_back = world.candidate.quotes.order_by("pk")[0].article_id
    yield "article", reverse("article", args=[held_back]), CONTRIBUTOR


def _pictured(event: Event, digest: str) -> int:
    """The id of a picture that the event has now."""
    drawn = {"data": b"", "width": 1, "height": 1}
    picture = Picture.objects.get_or_create(digest=digest, defaults=drawn)[0]
    said = {"picture_alt": "A ferry", "picture_credit": "Ada"}
    Event.objects.filter(pk=event.pk).update(picture=picture, **said)
    return picture.pk


def addresses(world: World) -> Iterator[tuple[str, str, str]]:
    """Name, address and lowest role of each page."""
    yield from public_addresses(world)
    yield "desk", reverse("desk"), CONTRIBUTOR
    yield "desk_keys", reverse("desk_keys"), CONTRIBUTOR
    yield "desk_candidate", at(world.candidate), CONTRIBUTOR
    yield "desk_date", reverse("desk_date", args=[world.candidate.pk]), CONTRIBUTOR
    yield "desk_articles", reverse("desk_articles"), CONTRIBUTOR
    yield "desk_article", reverse("desk_article", args=[world.article.pk]), CONTRIBUTOR
    yield "desk_versions", reverse("desk_versions"), CONTRIBUTOR
    yield "desk_failures", reverse("desk_failures"), CONTRIBUTOR
    for model, roles in ADMIN.items():
        for page, lowest in zip(PAGES, roles, strict=False):
            args = [things(world)[model].pk] if page not in ("changelist", "add") else []
            args += [_first_record(things(world)[model])] if page == "simple_history" else []
            yield f"admin:{model}_{page}", reverse(f"admin:{model}_{page}", args=args), lowest
    for name in ("index", "password_change", "password_change_done", "jsi18n"):
        yield f"admin:{name}", reverse(f"admin:{name}"), CONTRIBUTOR
    yield "admin:app_list", reverse("admin:app_list", args=["timeline"]), CONTRIBUTOR
    field = "app_label=timeline&model_name=quote&field_name=article"
    yield "admin:autocomplete", f"{reverse('admin:autocomplete')}?{field}", CONTRIBUTOR
    password = reverse("admin:auth_user_password_change", args=[world.account.pk])
    yield "admin:auth_user_password_change", password, ADMINISTRATOR
    take_down = reverse("admin:articles_article_take_down", args=[world.article.pk])
    yield "admin:articles_article_take_down", take_down, ADMINISTRATOR
    yield "admin:timeline_event_import", reverse("admin:timeline_event_import"), CONTRIBUTOR
    yield "admin:timeline_event_read_date", reverse("admin:timeline_event_read_date"), CONTRIBUTOR
    yield "admin:timeline_topic_names", reverse("admin:timeline_topic_names"), CURATOR


def _first_record(thing: Any) -> int:
    return int(thing.history.order_by("pk")[0].pk)


# They only take a step (test_roles_actions.py), lead elsewhere, or are Django's ways in and out.
NO_PAGES = {
    "admin:timeline_change_undo", "admin:timeline_event_split", "admin:timeline_event_apart",
    "admin:articles_article_accept", "admin:view_on_site", "admin:login", "admin:logout",
    "sign_out", "desk_keep", "None", "admin:None",
}  # fmt: skip


@pytest.fixture(scope="module")
def made(rows_of_module: None) -> World:
    return make_world()


@pytest.fixture
def world(made: World) -> World:
    """What a test changes of it is its own."""
    return deepcopy(made)


def is_let_in(client: Client, address: str) -> bool:
    """Whether the page is given, also on another address, without being asked to sign in."""
    answer = client.get(address)
    while answer.status_code == 302 and "login" not in answer["Location"]:
        answer = client.get(answer["Location"])
    return answer.status_code == 200


@override_settings(EMBEDDERS=["*"])
@pytest.mark.parametrize("role", LADDER)
def test_who_sees_what(world: World, role: str) -> None:
    client = visitor(role)
    wrong = [
        (address, lowest)
        for _, address, lowest in addresses(world)
        if is_let_in(client, address) is not may(role, lowest)
    ]
    assert wrong == []


def names_of(resolver: Any, space: str = "") -> Iterator[str]:
    """The names of all addresses."""
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from names_of(pattern, f"{pattern.namespace}:" if pattern.namespace else space)
        else:
            yield f"{space}{pattern.name}"


def test_no_address_is_left_out(world: World) -> None:
    tried = {name for name, _, _ in addresses(world)}
    assert {*names_of(get_resolver())} - tried == NO_PAGES


@pytest.mark.parametrize("role", LADDER)
def test_what_is_told_of_timelines_in_places_of_all(world: World, role: str) -> None:
    """Front page, event on several timelines, topics: nothing names what is closed to the role."""
    client = visitor(role)
    shared = world.published["public"]
    shared.timelines.set(world.timelines.values())
    for address in ("/", f"/events/{shared.pk}/"):
        body = client.get(address, follow=True).content.decode()
        for reach, lowest in BY_REACH.items():
            named = world.timelines[reach].title in body
            assert named is may(role, lowest), (address, reach)
    body = client.get("/t/for-public/").content.decode()
    assert "Topicmembers" not in body
    assert "Told to curators" not in body
