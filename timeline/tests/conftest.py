"""Who asks: a curator and others, each with a browser of their own."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

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
