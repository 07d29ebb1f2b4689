"""Attempts to sign in that failed, so that passwords can't be guessed by the thousand."""

from datetime import datetime, timedelta

from django.db import models, transaction
from django.utils.crypto import salted_hmac

# So many failures in a row are free; then each doubles the wait, from the first to the longest.
FREE = 5
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=30), timedelta(hours=1)
FORGOTTEN_AFTER = timedelta(days=1)


def wait_after(failures: int) -> timedelta:
    """How long to wait after so many failures in a row.

    >>> [str(wait_after(number)) for number in (4, 5, 6, 50)]
    ['0:00:00', '0:00:30', '0:01:00', '1:00:00']
    """
    if failures < FREE:
        return timedelta()
    return min(FIRST_WAIT * (1 << min(failures - FREE, 20)), LONGEST_WAIT)


class FailedSignInQuerySet(models.QuerySet["FailedSignIn"]):
    """Attempts, counted before the password is looked at, so that many at once count, too."""

    @transaction.atomic
    def attempt(self, account: str, address: str, now: datetime) -> timedelta:
        """Count an attempt on the account from the address; how long it has to wait, if it has."""
        self.filter(last_at__lt=now - FORGOTTEN_AFTER).delete()
        who = who_is(account, address)
        self.bulk_create([FailedSignIn(who=who, last_at=now)], ignore_conflicts=True)
        one = self.select_for_update().get(who=who)
        if (wait := one.last_at + wait_after(one.failures) - now) > timedelta():
            return wait
        one.failures, one.last_at = one.failures + 1, now
        one.save()
        return timedelta()

    def forget(self, account: str, address: str) -> None:
        """Count anew, since the right password came."""
        self.filter(who=who_is(account, address)).delete()


def who_is(account: str, address: str) -> str:
    """A name for the account at the address from which neither can be read."""
    return salted_hmac("sign-in", f"{account.casefold()}\n{address}").hexdigest()


class FailedSignIn(models.Model):
    """How often in a row one account could not be signed in to from one address."""

    who = models.CharField(max_length=64, unique=True)
    failures = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(db_index=True)

    objects = FailedSignInQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.failures} in a row"
