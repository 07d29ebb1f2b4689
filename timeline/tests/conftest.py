"""Who asks: a curator and others, each with a browser of their own."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from timeline.tests.factories import make_curator


@pytest.fixture
def curator(db: None) -> Client:
    """A signed-in curator: staff, no superuser."""
    client = Client()
    client.force_login(make_curator())
    return client


@pytest.fixture
def clerk(db: None) -> Client:
    """A member of staff without any permission."""
    client = Client()
    client.force_login(User.objects.create_user("bob", password="open", is_staff=True))
    return client


@pytest.fixture(scope="module")
def rows_of_module(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """What fixtures of a module make is there for all of its tests, and then taken back.

    Each test is undone alone, but what was read into Python isn't: give copies, or ids.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
