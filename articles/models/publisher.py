"""Publishers, and how much of their articles the public may read."""

from django.db import models

from articles.histories import Records
from articles.models.slugs import free_slug


class PublicText(models.TextChoices):
    """How much of an article the public may read."""

    QUOTES = "quotes", "quotes with their context"
    FULL = "full", "the full text"
    NOTHING = "nothing", "nothing"


class PublisherManager(models.Manager["Publisher"]):
    """Finds publishers by the slug that fixtures name them by, or by any of their names."""

    def get_by_natural_key(self, slug: str) -> "Publisher":
        """The publisher with this slug."""
        return self.get(slug=slug)

    def named(self, name: str) -> "Publisher":
        """The publisher of this name, made if there is none yet."""
        found = self.filter(name=name).first() or self.filter(name__iexact=name).first()
        return found or self.get_or_create(name=name, defaults={"slug": free_slug(self, name)})[0]


class Publisher(models.Model):
    """Who publishes articles."""

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    public_text = models.CharField(
        "the public may read",
        max_length=10,
        choices=PublicText,
        default=PublicText.QUOTES,
        help_text="Of this publisher's articles, where the article itself says nothing else.",
    )

    objects = PublisherManager()
    history = Records()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        """What fixtures name this publisher by."""
        return (self.slug,)
