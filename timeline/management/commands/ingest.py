"""`manage.py ingest`: reads articles from files and folders and makes candidates of them."""

from argparse import ArgumentParser, ArgumentTypeError
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from django.urls import reverse
from tqdm import tqdm

from articles.dates.languages import is_read
from articles.models import Article
from articles.readers import Item, Record, read_paths
from articles.readers.cleaning import one_line
from timeline.events.ingest import Ingested, take_in_items
from timeline.models import Status, Timeline
from timeline.phrasing.counts import how_many

MOST_SUGGESTIONS = 10


def iso_date(typed: str) -> date:
    """The date of an argument like 2019-11-05."""
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise ArgumentTypeError(f"“{typed}” is no date; write it as 2019-11-05") from error


class Command(BaseCommand):
    """Takes in articles, each whole or not at all; what fails is reported and stops no other."""

    help = "Read articles (text, Markdown, HTML, JSON Lines) and make candidate events of them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The paths, and what holds for all of them."""
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument(
            "--published",
            type=iso_date,
            metavar="DATE",
            help="publication date of a single article that does not give its own",
        )
        parser.add_argument("--publisher", default="", type=one_line, metavar="NAME")
        parser.add_argument("--timeline", metavar="SLUG", help="where the candidates go")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, store and report."""
        items = read_paths(options["paths"])
        if options["published"]:
            items = _single(items)
        timeline = _timeline(options["timeline"])
        counts: Counter[str] = Counter()
        failures: list[str] = []
        self.suggestions: list[str] = []
        self.languages: Counter[str] = Counter()
        complete = partial(_completed, publisher=options["publisher"])
        shown = tqdm(items, unit=" articles", disable=None)
        here = str(Path.cwd())
        try:
            for item, done in take_in_items(shown, timeline, options["published"], complete, here):
                if item.note:
                    self.stdout.write(f"{item.where}: {item.note}")
                if isinstance(done, str):
                    failures.append(f"{item.where}: {done}")
                else:
                    self._count(item, done, counts)
        except OperationalError as error:  # the disk is full, or the server is gone
            raise CommandError(
                f"The database fails: {error}. What was taken in stays; do the rest by this again."
            ) from error
        self._report(timeline, counts, failures)
        if failures:
            raise CommandError(
                f"{how_many(len(failures), 'article')} could not be ingested (see above)."
            )

    def _count(self, item: Item, ingested: Ingested, counts: Counter[str]) -> None:
        """Count what came of an item."""
        counts[ingested.outcome] += 1
        self.languages[ingested.article.language.partition("-")[0]] += 1
        if not ingested.article.published_on:
            counts["undated"] += 1
            counts["waiting"] += ingested.waiting
            if len(self.suggestions) < MOST_SUGGESTIONS:
                self.suggestions.append(f"{item.where}: {_suggestion(ingested.article)}")

    def _report(self, timeline: Timeline, counts: Counter[str], failures: list[str]) -> None:
        for failure in failures:
            self.stderr.write(self.style.ERROR(f"failed: {failure}"))
        self.stdout.write(
            f"Articles: {counts['added']} added, {counts['unchanged']} unchanged, "
            f"{counts['filled in']} filled in, {counts['new version']} as new versions, "
            f"{len(failures)} failed."
        )
        self._report_languages()
        if counts["undated"]:
            self.stdout.write(
                f"{how_many(counts['undated'], 'article')} without a publication date; dates in "
                f"the text that are not resolved: {counts['waiting']}. "
                f"Set it at {reverse('admin:articles_article_changelist')}."
            )
            self._report_suggestions(counts["undated"])
        waiting = timeline.events.filter(status=Status.CANDIDATE).count()
        where = reverse("admin:timeline_event_changelist")
        self.stdout.write(
            f"Candidates that wait for a curator on “{timeline}”: {waiting}, "
            f"at {where}?status__exact=candidate."
        )

    def _report_languages(self) -> None:
        """How many articles aren't in English, and whether dates are read in their language."""
        for language, number in sorted(self.languages.items()):
            if language != "en":
                reads = "" if is_read(language) else "; no dates are read in that language"
                self.stdout.write(f"{how_many(number, 'article')} in “{language}”{reads}.")

    def _report_suggestions(self, undated: int) -> None:
        """What the undated articles say themselves of when they were written."""
        for line in self.suggestions:
            self.stdout.write(f"  {line}")
        if undated > len(self.suggestions):
            self.stdout.write(f"  and {undated - len(self.suggestions)} more.")


def _completed(record: Record, publisher: str) -> Record:
    """The record, with the publisher that was given if it has none."""
    return record if record.publisher or not publisher else replace(record, publisher=publisher)


def _suggestion(article: Article) -> str:
    """When it was probably written, and the first piece of evidence."""
    if not article.suggestion:
        return "Nothing in it says when it was written."
    return f"{article.suggestion['words']} {article.suggestion['evidence'][0]['says']}"


def _single(items: Iterable[Item]) -> Iterator[Item]:
    """The items, if at most one of them is an article: a given date can't hold for several."""
    remaining = iter(items)
    seen: list[Item] = []
    for item in remaining:
        seen.append(item)
        if sum(one.record is not None for one in seen) > 1:
            raise CommandError("--published goes with a single article; several were given.")
    return iter(seen)


def _timeline(slug: str | None) -> Timeline:
    """The timeline of this slug, or the only one there is; an empty site gets its first."""
    if slug:
        found = Timeline.objects.filter(slug=slug).first()
        if found is None:
            raise CommandError(f"There is no timeline “{slug}”; make it in the admin first.")
        return found
    timelines = list(islice(Timeline.objects.all(), 10))
    if len(timelines) > 1:
        slugs = ", ".join(timeline.slug for timeline in timelines)
        raise CommandError(f"There are several timelines: choose one with --timeline ({slugs}).")
    if timelines:
        return timelines[0]
    return Timeline.objects.create(slug="timeline", title="Timeline")
