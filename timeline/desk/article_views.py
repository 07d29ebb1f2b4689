"""The desk of articles: dated, read again, and quoted by hand, one after another."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from articles.dates import in_words
from articles.models import Article
from timeline.curating.marking import marked_text
from timeline.curating.redating import Act, Preview, accepting, preview, recorded, redating
from timeline.curating.telling import tell_reread
from timeline.desk.answering import (
    MOST_UPCOMING,
    address,
    answer,
    check_sits_here,
    tell_done,
    tell_refusal,
)
from timeline.desk.articles import KINDS, queue_of
from timeline.desk.dating import DatingForm
from timeline.desk.quoting import QuotingForm
from timeline.desk.steps import step_of, undone_last

NAME = "desk_articles"
DATING = ("preview", "set")


@login_required(login_url="admin:login")
@require_http_methods(["GET", "HEAD"])
def first(request: HttpRequest) -> HttpResponse:
    """The way to the first article of the kind, or that none waits."""
    check_sits_here(request)
    kind = _kind(request)
    if waiting := queue_of(kind).after(0, 1):
        return HttpResponseRedirect(address(request, NAME, waiting[0].pk))
    return answer(request, "no_article", {"kinds": _kinds(kind), "label": KINDS[kind].label})


@login_required(login_url="admin:login")
@require_http_methods(["GET", "HEAD", "POST"])
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """An article with what is known of it; posted, the step that was taken."""
    check_sits_here(request)
    desk = _Desk(request, get_object_or_404(Article.objects.select_related("publisher"), pk=pk))
    if request.method == "POST" and (taken := desk.taken()):
        return taken
    return answer(request, "article", desk.context())


@dataclass
class _Desk:
    """One article at the desk, with its two forms, and what was asked of it."""

    request: HttpRequest
    article: Article
    preview: Preview | None = None

    def __post_init__(self) -> None:
        step = step_of(self.request) if self.request.method == "POST" else ""
        data = self.request.POST
        self.step = step
        self.dating = DatingForm(self.article, data if step in DATING else None)
        self.quoting = QuotingForm(self.article, data if step == "quote" else None)

    def taken(self) -> HttpResponse | None:
        """Take the step and go on; None where the page has to be shown again."""
        steps = {
            "preview": self._preview, "set": self._set, "accept": self._accept,
            "quote": self._quote, "undo": self._undo,
        }  # fmt: skip
        if self.step not in steps:
            return HttpResponse("There is no such step.", status=400)
        if self.step in ("preview", "set", "accept"):
            self._check_may_date()
        try:
            with transaction.atomic():
                return steps[self.step]()
        except ValidationError as error:
            tell_refusal(self.request, error)
            return None

    def _check_may_date(self) -> None:
        if not self.request.user.has_perm("articles.change_article"):
            raise PermissionDenied

    def _preview(self) -> None:
        if self.dating.is_valid():
            day = self.dating.cleaned_data["day"]
            self.preview = preview(self.article, redating(self.article, day))

    def _set(self) -> HttpResponse | None:
        if not self.dating.is_valid():
            return None
        day = self.dating.cleaned_data["day"]
        return self._date(day, redating(self.article, day))

    def _accept(self) -> HttpResponse | None:
        day = self.request.POST.get("step", "").partition(" ")[2]
        act = accepting(self.article, day)
        return self._date(date.fromisoformat(day), act)

    def _date(self, day: date | None, act: Act) -> HttpResponse:
        stored = Article.objects.select_for_update().only("published_on").get(pk=self.article.pk)
        if stored.published_on != self.article.published_on:
            raise ValidationError("Meanwhile it was dated. Look at it again.")
        # The queue as it was, before the article leaves it.
        queue = queue_of(_kind(self.request))
        place = queue.place(self.article.pk)
        what = f"dated “{self.article}” {in_words(str(day)) if day else 'as not known'}"
        done, made = recorded(self.request.user, what, self.article, act)
        tell_reread(self.request, self.article, done)
        if made.change is None:
            messages.info(self.request, "Nothing was changed.")
        following = (queue.after(place, 1) or queue.after(0, 1)) if place else [self.article]
        return self._to(following[0] if following else None)

    def _quote(self) -> HttpResponse | None:
        if not self.quoting.is_valid():
            return None
        event = self.quoting.store(self.request.user)
        link = format_html('<a href="{}">{}</a>', reverse("desk_candidate", args=[event.pk]), event)
        told = "Quoted for" if self.quoting.found else "Made a candidate:"
        messages.success(self.request, format_html("{} {}.", told, link))
        return self._to(self.article)

    def _undo(self) -> HttpResponse:
        tell_done(self.request, str(undone_last(self.request.user)[0]))
        return self._to(self.article)

    def _to(self, one: Article | None) -> HttpResponse:
        return HttpResponseRedirect(address(self.request, NAME, one.pk if one else None))

    def context(self) -> dict[str, object]:
        """What the page shows."""
        kind = _kind(self.request)
        queue = queue_of(kind)
        place = queue.place(self.article.pk)
        before, upcoming = queue.around(place, MOST_UPCOMING)
        mentions = list(self.article.mentions.order_by("start"))
        return {
            "article": self.article,
            "text": marked_text(self.article.text, mentions),
            "mentions": mentions,
            "quotes": self.article.quotes.select_related("event").order_by("start")[:50],
            "newer": Article.objects.filter(replaces=self.article).first(),
            "dating": self.dating,
            "quoting": self.quoting,
            "preview": self.preview,
            "kinds": _kinds(kind),
            "left": queue.left(place),
            "previous": before and address(self.request, NAME, before.pk),
            "upcoming": [(one, address(self.request, NAME, one.pk)) for one in upcoming],
        }


def _kind(request: HttpRequest) -> str:
    kind = request.GET.get("kind", "")
    return kind if kind in KINDS else ""


def _kinds(chosen: str) -> list[tuple[str, str, bool]]:
    return [(name, kind.label, name == chosen) for name, kind in KINDS.items()]
