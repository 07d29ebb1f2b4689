"""Timelines and the topics that readers filter by."""

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from articles.models import Article
from timeline.querysets import TimelineQuerySet


class Timeline(models.Model):
    """A named collection of events, told from a pile of articles."""

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=200)
    introduction = models.TextField(blank=True)
    is_public = models.BooleanField("public", default=True)
    articles = models.ManyToManyField(Article, blank=True, related_name="timelines")

    objects = TimelineQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str]:
        """What fixtures name this timeline by."""
        return (self.slug,)

    def get_absolute_url(self) -> str:
        """The address of its page."""
        return reverse("timeline", args=[self.slug])


class TopicManager(models.Manager["Topic"]):
    """Finds topics by slug."""

    def get_by_natural_key(self, slug: str) -> "Topic":
        """The topic with this slug."""
        return self.get(slug=slug)


class Topic(models.Model):
    """A person, body, place or theme that readers filter by."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=80, unique=True)
    aliases = models.JSONField(default=list, blank=True, help_text="Other names, as a JSON list.")

    objects = TopicManager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def names(self) -> list[str]:
        """All that it is called. Fixtures may hold aliases that are no list of texts."""
        aliases = self.aliases if isinstance(self.aliases, list) else [self.aliases]
        return [self.name, *(alias for alias in aliases if isinstance(alias, str))]

    def natural_key(self) -> tuple[str]:
        """What fixtures name this topic by."""
        return (self.slug,)
