"""Filters of the desk that a curator keeps."""

from django.conf import settings
from django.db import models


class SavedView(models.Model):
    """A filter of the desk under a name, for one curator: the query string of its address."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_views")
    name = models.CharField(max_length=80)
    query = models.CharField(max_length=600, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["by", "name"], name="view_named_once")]

    def __str__(self) -> str:
        return self.name
