"""Who may read a timeline, and who works on it."""

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db import models

User = AbstractUser | AnonymousUser


class Reach(models.TextChoices):
    """Who may read a timeline."""

    PUBLIC = "public", "everybody"
    MEMBERS = "members", "members"
    CURATORS = "curators", "those who work on it"


def is_curator(user: User) -> bool:
    """Whether the user works on timelines, and so may see what is not published."""
    return bool(user.is_active and user.has_perm("timeline.view_event"))


def reaches_of(user: User) -> list[Reach]:
    """Which timelines the user may read, by their reach."""
    if is_curator(user):
        return list(Reach)
    if user.has_perm("timeline.read_timeline"):
        return [Reach.PUBLIC, Reach.MEMBERS]
    return [Reach.PUBLIC]
