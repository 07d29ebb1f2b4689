"""Changes: what curators did to events, kept so that it can be undone."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from timeline.models.event import Event


class Change(models.Model):
    """One thing that a curator did to events and their quotes, however many rows it touched.

    `before` and `after` hold, by row (“event 12”, “quote 7”), the values of the fields that it
    changed; null stands for a row that was not there. The words of a quote are not among them,
    since its article has them: what is taken down there is not kept here.
    """

    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    what = models.CharField(max_length=400, editable=False)
    before = models.JSONField(encoder=DjangoJSONEncoder, editable=False)
    after = models.JSONField(encoder=DjangoJSONEncoder, editable=False)
    events = models.ManyToManyField(Event, related_name="changes", editable=False)
    undoes = models.OneToOneField(
        "self", models.CASCADE, null=True, editable=False, related_name="undone_by"
    )

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.what
