"""Who signs in, and what they may do."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from django.db.models import Q


class RoleBackend(ModelBackend):
    """Accounts with passwords; what one may do, by itself and by its roles, is one query."""

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """The names of all that the user may do: “timeline.publish_event”."""
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        if not hasattr(user_obj, "_perm_cache"):
            user_obj._perm_cache = {f"{app}.{name}" for app, name in _permissions_of(user_obj)}
        may: set[str] = user_obj._perm_cache
        return may


def _permissions_of(user: Any) -> Any:
    """The app and codename of each permission that the user has; a superuser has all."""
    given = Permission.objects.order_by()
    if not user.is_superuser:
        by_roles = Permission.objects.filter(group__in=user.groups.order_by().values("pk"))
        own = user.user_permissions.order_by()
        given = given.filter(Q(pk__in=by_roles.values("pk")) | Q(pk__in=own.values("pk")))
    return given.values_list("content_type__app_label", "codename")
