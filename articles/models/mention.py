"""Mentions: the words of an article that name a time, and what they were read as."""

from django.db import models
from django.db.models import F, Q

from articles.dates import END_OF_STRETCH
from articles.models.article import Article

# What may date a quote: it is resolved, and more than where a stretch ends.
DATING = ~Q(edtf="") & ~Q(rule=END_OF_STRETCH)
# The kinds that have a date, and those of them that wait for it: it could not be resolved.
DATED = ("date", "time")
WAITING = Q(kind__in=DATED, edtf="")


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
    rule = models.TextField()  # as long as the wording that it reads
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
