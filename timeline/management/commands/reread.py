"""`manage.py reread`: applies today's rules to stored articles."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.models import Article
from timeline.reread import reread


class Command(BaseCommand):
    """Reads stored articles again, each in one transaction."""

    help = "Read stored articles again, by today's rules. What a curator decided stays."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The articles' ids, or all of them."""
        parser.add_argument("ids", nargs="*", type=int, metavar="ID")
        parser.add_argument("--all", action="store_true", help="read every article")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read them, and say what came of it."""
        ids: list[int] = options["ids"]
        if bool(ids) == options["all"]:
            raise CommandError("Give the ids of articles, or --all.")
        articles = Article.objects.order_by("id")
        if ids:
            articles = articles.filter(pk__in=ids)
        if missing := sorted(set(ids) - set(articles.values_list("pk", flat=True))):
            raise CommandError(f"There is no article {', '.join(map(str, missing))}.")
        bar = tqdm(articles.iterator(chunk_size=50), total=articles.count(), disable=None)
        done = [reread(article) for article in bar]
        self.stdout.write(
            f"{len(done)} articles read again: {sum(one.mentions for one in done)} mentions "
            f"changed, {sum(one.moved for one in done)} quotes moved, "
            f"{sum(one.added for one in done)} candidates added."
        )
