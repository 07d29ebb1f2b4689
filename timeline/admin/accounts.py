"""Accounts and their roles, so that an administrator needs no superuser for them."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, Permission, User
from django.db.models import Q, QuerySet
from django.http import HttpRequest

# What only a superuser gives: with either, an account could give itself everything.
OF_SUPERUSERS = ("is_superuser", "user_permissions")


def roles_within(user: Any) -> QuerySet[Group]:
    """The groups that may nothing that the user may not."""
    if user.is_superuser:
        return Group.objects.all()
    own = [name.split(".", 1) for name in user.get_all_permissions()]
    mine = {pk for pk, *names in _permissions() if names in own}
    foreign = Permission.objects.exclude(pk__in=mine)
    return Group.objects.exclude(permissions__in=foreign)


def _permissions() -> Any:
    names = ("pk", "content_type__app_label", "codename")
    return map(list, Permission.objects.values_list(*names))


admin.site.unregister(User)


@admin.register(User)
class AccountAdmin(UserAdmin):  # type: ignore[type-arg]  # Django has no brackets here
    """Django's page of an account. Nobody gives, or takes over, more than she may herself."""

    filter_horizontal = ["groups"]
    fieldsets = [
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": (("first_name", "last_name"), "email")}),
        ("Role", {"fields": ("groups", "is_active", "is_staff"),
                  "description": "Readers read timelines for members. Contributors add articles "
                  "and propose events, curators publish, administrators also see to accounts; "
                  "these three work in the admin, which wants “staff status”."}),
        ("Beyond roles", {"fields": OF_SUPERUSERS, "classes": ("collapse",)}),
        ("Dates", {"fields": ("last_login", "date_joined")}),
    ]  # fmt: skip
    list_display = ["username", "email", "roles", "is_staff", "is_active"]

    @admin.display(description="roles")
    def roles(self, user: User) -> str:
        """The groups that it is in."""
        return ", ".join(group.name for group in user.groups.all())

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """Accounts with their groups."""
        accounts: QuerySet[User] = super().get_queryset(request)
        return accounts.prefetch_related("groups")

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        """What only superusers give is shown to others, not asked."""
        return () if request.user.is_superuser else (*OF_SUPERUSERS, "last_login", "date_joined")

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The groups that the user may give."""
        if db_field.name == "groups":
            kwargs["queryset"] = roles_within(request.user)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Nobody changes, or sets the password of, an account that may more than herself."""
        may: bool = super().has_change_permission(request, obj)
        return may and not _is_above(obj, request.user)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Nor deletes it."""
        may: bool = super().has_delete_permission(request, obj)
        return may and not _is_above(obj, request.user)


def _is_above(account: User | None, user: Any) -> bool:
    """Whether the account may anything that the user may not."""
    if account is None or user.is_superuser:
        return False
    # Also of an account that isn't active now, which whoever changes it could make so.
    given = Permission.objects.filter(Q(user=account) | Q(group__user=account))
    names = given.values_list("content_type__app_label", "codename")
    return account.is_superuser or any(
        f"{app}.{codename}" not in user.get_all_permissions() for app, codename in names.distinct()
    )
