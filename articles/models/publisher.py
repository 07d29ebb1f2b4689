"""Publishers, and how much of their articles the public may read."""

from django.db import models
from django.utils.text import slugify
from simple_history.models import HistoricalRecords

from articles.models.hashing import text_hash


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
        return found or self.get_or_create(name=name, defaults={"slug": self._free_slug(name)})[0]

    def _free_slug(self, name: str) -> str:
        """A slug of its own: of a name in other letters than Latin ones little is left."""
        slug = slugify(name)[:60]
        if slug and not self.filter(slug=slug).exists():
            return slug
        return f"{slug or 'publisher'}-{text_hash(name)[:12]}"


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
    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        """What fixtures name this publisher by."""
        return (self.slug,)
