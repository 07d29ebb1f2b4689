"""Passwords can't be guessed by the thousand, and who signs in may what the roles say."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from timeline.models import FailedSignIn
from timeline.models.failed_sign_in import FREE
from timeline.roles import BESIDES, CURATOR, permissions_of
from timeline.signing_in import address_of
from timeline.tests.roles import make_user

pytestmark = pytest.mark.django_db
PAGES = ("sign_in", "admin:login")


def attempt(page: str, password: str, address: str = "10.0.0.1", name: str = "nora") -> Any:
    """The answer to one attempt to sign in."""
    sent = {"username": name, "password": password}
    return Client(REMOTE_ADDR=address).post(reverse(page), sent)


@pytest.fixture
def nora(db: None) -> User:
    return make_user(CURATOR, "nora")


@pytest.mark.parametrize("page", PAGES)
def test_after_some_failures_in_a_row_one_waits(nora: User, page: str) -> None:
    for _ in range(FREE):
        assert "Too many" not in attempt(page, "wrong").content.decode()
    # Also with the right password, which guessing would have come upon; and by the other page.
    for one in PAGES:
        assert "Try again in 1 minute." in attempt(one, "open", name="Nora").content.decode()
    assert attempt(page, "open", "10.0.0.2").status_code == 302
    assert "Too many" not in attempt(page, "open", name="ada").content.decode()
    FailedSignIn.objects.update(last_at=timezone.now() - timedelta(seconds=31))
    assert "Too many" not in attempt(page, "wrong").content.decode()
    FailedSignIn.objects.filter(failures=FREE + 1).update(
        last_at=timezone.now() - timedelta(seconds=31)
    )
    assert "Too many" in attempt(page, "open").content.decode()  # the wait has doubled


def test_the_right_password_begins_anew(nora: User) -> None:
    for _ in range(3):
        for _ in range(FREE - 1):
            attempt("sign_in", "wrong")
        assert attempt("sign_in", "open").status_code == 302
    assert not FailedSignIn.objects.exists()


def test_what_was_long_ago_is_forgotten(nora: User) -> None:
    for _ in range(FREE):
        attempt("sign_in", "wrong")
    FailedSignIn.objects.update(last_at=timezone.now() - timedelta(days=2))
    assert attempt("sign_in", "open", name="another").status_code == 200
    assert [one.failures for one in FailedSignIn.objects.all()] == [1]


def test_neither_account_nor_address_is_kept(nora: User) -> None:
    attempt("sign_in", "wrong")
    assert not {"nora", "10.0.0.1"} & set(FailedSignIn.objects.get().who.split())


@pytest.mark.parametrize(
    ("is_trusted", "address"), [(False, "10.0.0.1"), (True, "192.0.2.7")]
)  # fmt: skip
def test_behind_a_proxy_the_address_is_what_it_saw(
    settings: Any, is_trusted: bool, address: str
) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if is_trusted else None
    forwarded = {"X-Forwarded-For": "1.1.1.1, 192.0.2.7"}
    asked = RequestFactory().get("/", headers=forwarded, REMOTE_ADDR="10.0.0.1")
    assert address_of(asked) == address


@pytest.mark.parametrize("role", BESIDES)
def test_what_one_may_is_asked_once(role: str, django_assert_num_queries: Any) -> None:
    user = make_user(role)
    with django_assert_num_queries(1):
        may = user.get_all_permissions()
        assert not user.has_perm("auth.delete_group")
    assert may == {f"{app}.{name}" for app, name in permissions_of(role)}


def test_a_superuser_may_all_and_who_is_shut_out_nothing(db: None) -> None:
    root = User.objects.create_superuser("root")
    assert "auth.delete_group" in root.get_all_permissions()
    shut_out = make_user(CURATOR, "gone")
    shut_out.is_active = False
    assert shut_out.get_all_permissions() == set()
