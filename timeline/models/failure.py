"""Texts that could not be taken in, until they are."""

import re
from collections.abc import Mapping

from django.db import models
from django.utils import timezone

from timeline.models.timeline import Timeline

# Where in a file of one article the fault lies; of several, a line is an article.
LINE = re.compile(r"(?<!\.jsonl):\d+$", re.IGNORECASE)
OF_SEVERAL = re.compile(r"(.*\.jsonl):(\d+)", re.IGNORECASE | re.DOTALL)


class FailureQuerySet(models.QuerySet["Failure"]):
    """Failures as they come and go."""

    def note(self, timeline: Timeline, reasons: Mapping[str, str], folder: str = "") -> None:
        """Keep why each could not be taken in, by where it stands; "" of one that now was.

        `folder` is what the places are relative to, where this machine can read them again.
        """
        noted = {LINE.sub("", where)[:1000]: reason for where, reason in reasons.items()}
        taken = [where for where, reason in noted.items() if not reason]
        self.filter(timeline=timeline, where__in=taken).delete()
        failed = [
            Failure(timeline=timeline, where=where, reason=reason, folder=folder)
            for where, reason in noted.items()
            if reason
        ]
        self.bulk_create(
            failed,
            update_conflicts=True,
            unique_fields=["timeline", "where"],
            update_fields=["reason", "folder", "failed_at"],
        )


class Failure(models.Model):
    """A text that could not be taken in: where it stands (“news.jsonl:12”), and why, for people.

    It goes once the text is taken in, or when somebody dismisses it.
    """

    timeline = models.ForeignKey(Timeline, models.CASCADE, related_name="failures")
    where = models.CharField(max_length=1000)
    folder = models.CharField(max_length=1000, blank=True)
    reason = models.TextField()
    failed_at = models.DateTimeField(default=timezone.now)

    objects = FailureQuerySet.as_manager()

    class Meta:
        ordering = ["-failed_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["timeline", "where"], name="failure_once")]

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"

    @property
    def file_and_line(self) -> tuple[str, str]:
        """The name of the file, and, of one with an article a line, which line."""
        found = OF_SEVERAL.fullmatch(self.where)
        return (found[1], found[2]) if found else (self.where, "")
