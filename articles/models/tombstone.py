"""Tombstones: that an article was taken down, and nothing of what it said."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone

if TYPE_CHECKING:
    from articles.models.article import Article


class TombstoneQuerySet(models.QuerySet["Tombstone"]):
    """The questions asked of tombstones."""

    def refuse(self, articles: Iterable["Article"]) -> None:
        """Raise ValidationError if one of the articles was taken down: its text, or its address."""
        given = list(articles)
        same_text = Q(text_hash__in=[one.text_hash for one in given])
        urls = [one.url for one in given if one.url]
        if stone := self.filter(same_text | Q(url__in=urls)).first():
            raise ValidationError(
                f"This was taken down on {stone.taken_down_at:%Y-%m-%d}, and is not added again; "
                "an administrator can lift that."
            )


class Tombstone(models.Model):
    """What is known of an article that was taken down. It keeps the text from coming back."""

    article = models.PositiveBigIntegerField("its number", unique=True, editable=False)
    url = models.CharField("URL", max_length=2000, blank=True, editable=False)
    text_hash = models.CharField(max_length=64, editable=False, db_index=True)
    publisher = models.CharField(max_length=200, blank=True, editable=False)
    published_on = models.DateField(null=True, editable=False)
    taken_down_at = models.DateTimeField(default=timezone.now, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    reason = models.CharField(max_length=400, editable=False)

    objects = TombstoneQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = "article taken down"
        verbose_name_plural = "articles taken down"

    def __str__(self) -> str:
        return f"article {self.article}, taken down on {self.taken_down_at:%Y-%m-%d}"
