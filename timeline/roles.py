"""What each role may do: Django groups that a migration makes, and operators may change."""

from typing import Any

from django.contrib.auth.management import create_permissions
from django.db import DEFAULT_DB_ALIAS

READER, CONTRIBUTOR, CURATOR, ADMINISTRATOR = "Reader", "Contributor", "Curator", "Administrator"

# What a role may do besides what the one before it may.
BESIDES = {
    READER: {"timeline.timeline": "read"},
    CONTRIBUTOR: {
        "articles.article": "view add",
        "articles.publisher": "view",
        "timeline.event": "view add change",
        "timeline.quote": "view add change",
        "timeline.timeline": "view",
        "timeline.topic": "view",
    },
    CURATOR: {
        "articles.article": "change delete",
        "articles.publisher": "add change delete",
        "timeline.event": "publish delete",
        "timeline.quote": "delete",
        "timeline.timeline": "add change delete",
        "timeline.topic": "add change delete",
        "timeline.ignoredname": "view add change delete",
    },
    ADMINISTRATOR: {
        "articles.article": "take_down",
        "auth.user": "view add change delete",
        "auth.group": "view",
    },
}


def permissions_of(role: str) -> set[tuple[str, str]]:
    """What the role may do, as (app, codename): its own, and what those before it may."""
    roles = list(BESIDES)
    may: set[tuple[str, str]] = set()
    for one in roles[: roles.index(role) + 1]:
        for model, actions in BESIDES[one].items():
            app, _, name = model.partition(".")
            may |= {(app, f"{action}_{name}") for action in actions.split()}
    return may


def make_roles(apps: Any, using: str = DEFAULT_DB_ALIAS) -> None:
    """Make the groups that aren't there yet; one that is there stays as it is.

    `apps` may be those of a migration, at whose time Django hasn't made the permissions yet.
    """
    groups = apps.get_model("auth", "Group").objects.using(using)
    missing = [role for role in BESIDES if not groups.filter(name=role).exists()]
    for label in ("articles", "timeline", "auth") if missing else ():
        _make_permissions(apps, label, using)
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    for role in missing:
        group = groups.create(name=role)
        for app, codename in permissions_of(role):
            group.permissions.add(permissions.get(content_type__app_label=app, codename=codename))


def _make_permissions(apps: Any, label: str, using: str) -> None:
    config = apps.get_app_config(label)
    # Without it, as in a migration, Django takes the app for one that has no models.
    config.models_module = getattr(config, "models_module", None) or True
    create_permissions(config, verbosity=0, using=using, apps=apps)
