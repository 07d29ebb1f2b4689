"""`manage.py reread`: applies today's rules to stored articles."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.models import Article
from timeline.events.reread import Reread, reread


class Command(BaseCommand):
    """Reads stored articles again, each in one transaction."""

    help = "Read stored articles again, by today's rules. What a curator decided stays."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The articles' ids, or all of them."""
        parser.add_argument("ids", nargs="*", type=int, metavar="ID")
        parser.add_argument("--all", action="store_true", help="read every article")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read them, and say what came of it."""
        ids = set(options["ids"])
        if bool(ids) == options["all"]:
            raise CommandError("Give the ids of articles, or --all.")
        stored = Article.objects.order_by("id").values_list("pk", flat=True)
        chosen = [pk for pk in stored if pk in ids or options["all"]]
        if missing := sorted(ids.difference(chosen)):
            raise CommandError(f"There is no article {', '.join(map(str, missing))}.")
        done, failures = _reread_all(chosen)
        self.stdout.write(
            f"Articles read again: {len(done)}. Mentions changed: "
            f"{sum(one.mentions for one in done)}. Quotes moved: {sum(one.moved for one in done)}. "
            f"Candidates added: {sum(one.added for one in done)}."
        )
        for failure in failures:
            self.stderr.write(self.style.ERROR(f"failed: {failure}"))
        if failures:
            raise CommandError("Not every article could be read again (see above).")


def _reread_all(ids: list[int]) -> tuple[list[Reread], list[str]]:
    """Read each in a transaction of its own; what fails stops no other."""
    done: list[Reread] = []
    failures: list[str] = []
    for pk in tqdm(ids, unit=" articles", disable=None):
        try:
            done.append(reread(Article(pk=pk)))
        except Exception as error:  # whatever it holds or the database says
            failures.append(f"article {pk}: {type(error).__name__}: {error}")
    return done, failures
