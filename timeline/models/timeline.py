"""Timelines and the topics that readers filter by."""

from typing import Self

from django.db import models
from django.urls import reverse

from articles.histories import Records
from articles.models import Article
from timeline.models.reach import Reach, User, reaches_of


class TimelineQuerySet(models.QuerySet["Timeline"]):
    """The questions asked of timelines."""

    def get_by_natural_key(self, slug: str) -> "Timeline":
        """The timeline with this slug."""
        return self.get(slug=slug)

    def visible_to(self, user: User) -> Self:
        """The timelines that the user may see."""
        return self.filter(reach__in=reaches_of(user))


class Timeline(models.Model):
    """A named collection of events, told from a pile of articles."""

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=200)
    introduction = models.TextField(blank=True)
    reach = models.CharField(
        "is read by", max_length=10, choices=Reach, default=Reach.PUBLIC,
        help_text="Members are the accounts with a role, “Reader” or more; contributors, curators "
        "and administrators work on it.",
    )  # fmt: skip
    articles = models.ManyToManyField(Article, blank=True, related_name="timelines")

    objects = TimelineQuerySet.as_manager()
    history = Records()

    class Meta:
        ordering = ["title"]
        permissions = [("read_timeline", "Can read timelines for members")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_public(self) -> bool:
        """Whether everybody may read it."""
        return self.reach == Reach.PUBLIC

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
    aliases = models.JSONField(default=list, blank=True)

    objects = TopicManager()
    history = Records()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def names(self) -> list[str]:
        """All that it is called."""
        return [self.name, *self.other_names]

    @property
    def other_names(self) -> list[str]:
        """Its aliases. Fixtures may hold what is no list of texts: what is none is left out."""
        aliases = self.aliases if isinstance(self.aliases, list) else [self.aliases]
        return [alias for alias in aliases if isinstance(alias, str) and alias]

    def natural_key(self) -> tuple[str]:
        """What fixtures name this topic by."""
        return (self.slug,)


class IgnoredName(models.Model):
    """Words that a curator doesn't want proposed as the name of a topic again."""

    name = models.CharField(max_length=200, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
