"""Articles, who published them, and the words in them that name a time."""

import hashlib
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.text import slugify
from simple_history.models import HistoricalRecords

from articles.readers import ReadError
from articles.readers.fields import read_url

TEXT_STAYS = (
    "An article’s text never changes; store the corrected text as a new article at the same URL."
)


def web_url(value: str) -> None:
    """Raise ValidationError unless the value is an address that every reader would take."""
    try:
        read_url(value)
    except ReadError as error:
        raise ValidationError(str(error)) from error


def text_hash(text: str) -> str:
    """The SHA-256 of the text with each run of white space as one space, in hexadecimal.

    The same text fetched twice often differs in its line breaks alone.
    """
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


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


class PublishedBasis(models.TextChoices):
    """How an article's publication date is known."""

    UNKNOWN = "", "unknown"
    HEADER = "header", "the file's header"
    PAGE = "page", "the page's metadata"
    GIVEN = "given", "given when it was read"
    CURATOR = "curator", "a curator"


class ArticleQuerySet(models.QuerySet["Article"]):
    """The questions asked of articles."""

    def get_by_natural_key(self, url: str, hashed: str) -> "Article":
        """The article at this URL with this text."""
        return self.get(url=url, text_hash=hashed)

    def withheld(self) -> Self:
        """The articles of whose words the public reads none: `public_reach`, asked of many."""
        by_publisher = Q(public_text="", publisher__public_text=PublicText.NOTHING)
        return self.filter(Q(public_text=PublicText.NOTHING) | by_publisher)

    def update(self, **kwargs: Any) -> int:
        """Change many rows, but not their texts, on which quotes stand."""
        if {"text", "text_hash"} & kwargs.keys():
            raise ValidationError(TEXT_STAYS)
        return super().update(**kwargs)


class Article(models.Model):
    """One version of one text. The text never changes: a corrected one is a new row."""

    title = models.CharField(max_length=500, blank=True)
    publisher = models.ForeignKey(
        Publisher, models.PROTECT, null=True, blank=True, related_name="articles"
    )
    url = models.CharField("URL", max_length=2000, blank=True, validators=[web_url])
    author = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=35, default="en", help_text="A BCP 47 tag: en, pt-BR.")
    published_on = models.DateField(null=True, blank=True)
    published_basis = models.CharField(
        "known from",
        max_length=10,
        choices=PublishedBasis,
        default=PublishedBasis.UNKNOWN,
        blank=True,
        editable=False,
    )
    text = models.TextField(editable=False)
    text_hash = models.CharField(max_length=64, editable=False, db_index=True)
    public_text = models.CharField(
        "the public may read",
        max_length=10,
        choices=[("", "as its publisher"), *PublicText.choices],
        blank=True,
        default="",
    )
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by", editable=False
    )
    added_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ArticleQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["text"])

    class Meta:
        base_manager_name = "objects"  # related managers keep what must hold, too
        ordering = ["-added_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["url", "text_hash"], name="article_once"),
            models.CheckConstraint(
                condition=Q(url="") | Q(url__startswith="http://") | Q(url__startswith="https://"),
                name="article_url_is_web",
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.text[:60].strip()}…"

    def natural_key(self) -> tuple[str, str]:
        """What fixtures name this article by."""
        return (self.url, self.text_hash)

    natural_key.dependencies = ["articles.publisher"]  # type: ignore[attr-defined]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the row; its text can't be another than the one first stored."""
        if self.pk and type(self).objects.filter(pk=self.pk).exclude(text=self.text).exists():
            raise ValidationError(TEXT_STAYS)
        web_url(self.url)
        self.text_hash = text_hash(self.text)
        super().save(*args, **kwargs)

    @property
    def public_reach(self) -> str:
        """How much the public may read: the article's own word, else its publisher's."""
        by_publisher = self.publisher.public_text if self.publisher else PublicText.QUOTES
        return self.public_text or by_publisher


class MentionManager(models.Manager["Mention"]):
    """Finds mentions by their article and place."""

    def get_by_natural_key(self, url: str, hashed: str, start: int, end: int) -> "Mention":
        """The mention at this place of the article."""
        return self.get(article__url=url, article__text_hash=hashed, start=start, end=end)


class Mention(models.Model):
    """A stretch of an article that names a time, as `articles.dates` read it."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="mentions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)
    edtf = models.CharField("EDTF", max_length=200, blank=True)
    first_day = models.IntegerField(null=True)
    last_day = models.IntegerField(null=True)
    granularity = models.CharField(max_length=10, blank=True)
    rule = models.CharField(max_length=100)
    anchor = models.CharField(max_length=60, blank=True)
    why = models.TextField()

    objects = MentionManager()

    class Meta:
        ordering = ["article", "start"]
        constraints = [
            models.UniqueConstraint(fields=["article", "start", "end"], name="mention_once"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="mention_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.edtf or self.kind} at {self.start}–{self.end}"

    def natural_key(self) -> tuple[str, str, int, int]:
        """What fixtures name this mention by."""
        return (*self.article.natural_key(), self.start, self.end)

    natural_key.dependencies = ["articles.article"]  # type: ignore[attr-defined]
