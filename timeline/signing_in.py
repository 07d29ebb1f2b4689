"""Who signs in, and what they may do."""

import math
from typing import Any

from django.conf import settings
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import ngettext

from timeline.models import FailedSignIn


class SignInForm(AuthenticationForm):
    """Name and password; after some failures in a row one has to wait."""

    def clean(self) -> dict[str, Any]:
        """Who it is, if that was not tried too often."""
        who = self.cleaned_data.get("username") or "", address_of(self.request)
        wait = FailedSignIn.objects.attempt(*who, timezone.now())
        if minutes := math.ceil(wait.total_seconds() / 60):
            raise ValidationError(
                ngettext(
                    "Too many attempts. Try again in %(number)d minute.",
                    "Too many attempts. Try again in %(number)d minutes.",
                    minutes,
                ),
                "too_many",
                {"number": minutes},
            )
        cleaned: dict[str, Any] = super().clean()
        FailedSignIn.objects.forget(*who)
        return cleaned


class StaffSignInForm(SignInForm, AdminAuthenticationForm):
    """The same, for those who work on timelines."""


def address_of(request: HttpRequest | None) -> str:
    """Where the request comes from: behind a proxy that is trusted, what that saw itself."""
    told = request.META if request else {}
    if getattr(settings, "SECURE_PROXY_SSL_HEADER", None) and "HTTP_X_FORWARDED_FOR" in told:
        return str(told["HTTP_X_FORWARDED_FOR"]).rpartition(",")[2].strip()
    return str(told.get("REMOTE_ADDR", ""))


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
