"""Roles: made once, and none gives itself more."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse

from timeline.models import Event
from timeline.roles import (
    ADMINISTRATOR,
    BESIDES,
    CONTRIBUTOR,
    CURATOR,
    READER,
    make_roles,
    permissions_of,
)
from timeline.tests.roles import make_user, make_world, visitor
from timeline.tests.test_desk import at, take

pytestmark = pytest.mark.django_db


def test_contributors_undo_their_own_while_nobody_decided() -> None:
    world = make_world()
    client, curator = visitor(CONTRIBUTOR), Client()
    curator.force_login(make_user(CURATOR))
    take(client, world.candidate, "save", headline="Corrected")
    take(client, world.candidate, "undo")
    assert Event.objects.get(pk=world.candidate.pk).headline == world.candidate.headline
    take(client, world.candidate, "save", headline="Corrected")
    take(curator, world.candidate, "accept")
    page = client.post(at(world.candidate), {"step": "undo"}, follow=True)
    assert b"ask a curator" in page.content
    assert Event.objects.get(pk=world.candidate.pk).headline == "Corrected"


def test_roles_are_made_once_and_stay_as_operators_change_them() -> None:
    make_roles(apps)
    Group.objects.get(name=READER).delete()
    curators = Group.objects.get(name=CURATOR)
    curators.permissions.set([Permission.objects.get(codename="take_down_article")])
    make_roles(apps)
    assert curators.permissions.get().codename == "take_down_article"
    assert {group.name for group in Group.objects.all()} == {*BESIDES}
    for role in (READER, CONTRIBUTOR, ADMINISTRATOR):
        held = Group.objects.get(name=role).permissions
        names = held.values_list("content_type__app_label", "codename")
        assert {*names} == permissions_of(role)


@pytest.mark.parametrize("target", ["root", "administrator"])
def test_nobody_takes_over_an_account_above_her(target: str) -> None:
    world = make_world()
    above = make_user(ADMINISTRATOR)
    role = Group.objects.get(name=CURATOR)
    role.permissions.add(*Permission.objects.filter(content_type__app_label="auth"))
    client = visitor(CURATOR)
    pk = User.objects.get(username=target).pk
    for name in ("auth_user_password_change", "auth_user_delete"):
        client.post(
            reverse(f"admin:{name}", args=[pk]),
            {"password1": "opensesame7", "password2": "opensesame7", "post": "yes"},
        )
    act_on = {"action": "delete_selected", "_selected_action": [pk], "post": "yes"}
    client.post(reverse("admin:auth_user_changelist"), act_on)
    assert User.objects.get(pk=pk).check_password("open")
    page = reverse("admin:auth_user_change", args=[world.account.pk])
    given = {"username": "eve", "is_superuser": "on", "groups": above.groups.get().pk}
    client.post(page, given)
    world.account.refresh_from_db()
    assert (world.account.is_superuser, world.account.groups.exists()) == (False, False)


def test_what_is_made_for_one_person_is_kept_by_no_shared_cache() -> None:
    world = make_world()
    anyone, reader = Client(), visitor(READER)
    page = world.timelines["members"].get_absolute_url()
    assert "private" in reader.get(page)["Cache-Control"]
    etag = reader.get(page)["ETag"]
    assert anyone.get(page, headers={"if-none-match": etag}).status_code == 404
    public = world.timelines["public"].get_absolute_url()
    kept = anyone.get(public)
    assert "private" not in kept.headers.get("Cache-Control", "")
    for user in (reader, visitor_again("Contributor")):
        user.get(public)
        assert anyone.get(public).content == kept.content
    assert "Cookie" in kept["Vary"]


def visitor_again(role: str) -> Client:
    """The browser of a second account."""
    client = Client()
    client.force_login(make_user(role))
    return client


def test_a_reader_signs_in_on_the_site_itself() -> None:
    world = make_world()
    make_user(READER, "nora")
    client = Client()
    page = world.timelines["members"].get_absolute_url()
    away = client.get(page)
    assert f"/sign-in/?next={page}" in away.content.decode()
    for password, status in (("wrong", 200), ("open", 302)):
        sent = {"username": "nora", "password": password, "next": page}
        assert client.post("/sign-in/", sent).status_code == status
    assert client.get(page).status_code == 200
    assert "nora" in client.get("/sign-in/").content.decode()
    assert client.post("/sign-out/")["Location"] == "/"
    assert client.get(page).status_code == 404


def test_nobody_is_led_to_another_site_by_signing_in() -> None:
    make_user(READER, "nora")
    sent = {"username": "nora", "password": "open", "next": "https://elsewhere.example.org/"}
    assert Client().post("/sign-in/", sent)["Location"] == "/"
