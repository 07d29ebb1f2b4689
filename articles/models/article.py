"""Articles: versions of texts, and how their publication date is known."""

from collections.abc import Iterable, Iterator
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone

from articles.histories import Records, record
from articles.models.hashing import text_hash
from articles.models.publisher import PublicText, Publisher
from articles.models.tombstone import Tombstone
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


class PublishedBasis(models.TextChoices):
    """How an article's publication date is known."""

    UNKNOWN = "", "unknown"
    HEADER = "header", "the file's header"
    PAGE = "page", "the page's metadata"
    GIVEN = "given", "given when it was read"
    CURATOR = "curator", "a curator"
    ACCEPTED = "accepted", "the text’s own words, accepted by a curator"


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

    def bulk_create(self, objs: Iterable["Article"], *args: Any, **kwargs: Any) -> list["Article"]:
        """Make many rows, checked as `Article.save` does, with their histories."""
        articles = list(objs)
        for article in articles:
            article.check_fields()
        Tombstone.objects.refuse(articles)
        created = super().bulk_create(articles, *args, **kwargs)
        record(Article, [article.pk for article in created], self.db)
        return created


class Article(models.Model):
    """One version of one text. The text never changes: a corrected one is a new row.

    `suggestion` is what the text itself says of its publication date, where that isn't known or
    was accepted from it: `when` (EDTF, "" where the text contradicts itself), `day` (ISO, "" of
    a wider span), `words`, and `evidence` with `start, end, says, when`; or it is empty.
    """

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
    suggestion = models.JSONField(default=dict, blank=True, editable=False)
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
    history = Records(excluded_fields=["text", "suggestion"])

    class Meta:
        base_manager_name = "objects"  # related managers keep what must hold, too
        ordering = ["-added_at", "-id"]
        permissions = [("take_down_article", "Can take articles down, for good")]
        indexes = [models.Index(fields=["published_on", "id"], name="article_published")]
        constraints = [
            models.UniqueConstraint(fields=["url", "text_hash"], name="article_once"),
            models.CheckConstraint(
                condition=Q(url="") | Q(url__startswith="http://") | Q(url__startswith="https://"),
                name="article_url_is_web",
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.text[:60].strip()}…"

    @property
    def published_day(self) -> int | None:
        """The number of the day of publication."""
        return self.published_on.toordinal() if self.published_on else None

    @property
    def source(self) -> str:
        """Who tells it: the publisher, or else the title, which may be empty, too."""
        return self.publisher.name if self.publisher else self.title

    @property
    def is_replaced(self) -> bool:
        """Whether there is a newer version; a query."""
        return type(self).objects.filter(replaces=self).exists()

    def newest(self) -> "Article":
        """The version that was stored last, which may be this one; a query for each newer one."""
        newest = self
        while newer := type(self).objects.filter(replaces=newest).first():
            newest = newer
        return newest

    def older(self) -> Iterator["Article"]:
        """The versions that it replaces, the last first; a query for each."""
        older = self.replaces
        while older:
            yield older
            older = older.replaces

    def natural_key(self) -> tuple[str, str]:
        """What fixtures name this article by."""
        return (self.url, self.text_hash)

    natural_key.dependencies = ["articles.publisher"]  # type: ignore[attr-defined]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the row; its text can't be another than the one first stored."""
        if self.pk and type(self).objects.filter(pk=self.pk).exclude(text=self.text).exists():
            raise ValidationError(TEXT_STAYS)
        self.check_fields()
        if self._state.adding:
            Tombstone.objects.refuse([self])
        super().save(*args, **kwargs)

    def check_fields(self) -> None:
        """Check the address, and set what follows from the text."""
        web_url(self.url)
        self.text_hash = text_hash(self.text)

    @property
    def public_reach(self) -> str:
        """How much the public may read: the article's own word, else its publisher's."""
        by_publisher = self.publisher.public_text if self.publisher else PublicText.QUOTES
        return self.public_text or by_publisher
