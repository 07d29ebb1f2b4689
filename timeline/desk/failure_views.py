"""The desk of failures: texts that could not be taken in are tried again, or dismissed."""

from collections.abc import Iterator
from pathlib import Path

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from articles.readers import Item, read_file
from timeline.access import pk_of
from timeline.desk.answering import answer, check_sits_here, tell_done
from timeline.desk.steps import step_of
from timeline.events.ingest import take_in_items
from timeline.models import Failure

A_PAGE = 20


@login_required(login_url="admin:login")
@require_http_methods(["GET", "HEAD", "POST"])
def failures(request: HttpRequest) -> HttpResponse:
    """Texts that could not be taken in, the last first; posted, what is done with one of them."""
    check_sits_here(request)
    if request.method == "POST":
        return _taken(request)
    waiting = Failure.objects.select_related("timeline")
    page = Paginator(waiting, A_PAGE).get_page(request.GET.get("page"))
    return answer(request, "failures", {"page": page})


def _taken(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm("articles.add_article"):
        raise PermissionDenied
    steps = {"again": _try_again, "dismiss": _dismiss}
    if (step := steps.get(step_of(request))) is None:
        return HttpResponse("There is no such step.", status=400)
    number = request.POST.get("step", "").partition(" ")[2]
    step(request, get_object_or_404(Failure, pk=pk_of(number)))
    return HttpResponseRedirect(reverse("desk_failures"))


def _dismiss(request: HttpRequest, failure: Failure) -> None:
    failure.delete()
    tell_done(request, f"dismissed {failure.where}")


def _try_again(request: HttpRequest, failure: Failure) -> None:
    """Take it in from where it stands; why it fails is kept anew."""
    taken = False
    for _, done in take_in_items(_found(failure), failure.timeline, folder=failure.folder):
        if isinstance(done, str):
            messages.error(request, f"{failure.where} could not be taken in: {done}")
        else:
            tell_done(request, f"took in “{done.article}”")
        taken = True
    if not taken:
        messages.error(request, f"There is no {failure.where} any more.")


def _found(failure: Failure) -> Iterator[Item]:
    """The one text, read again; of a file with an article a line, that line."""
    name, line = failure.file_and_line
    for item in read_file(Path(failure.folder, name)) if failure.folder else ():
        if not line or item.where.endswith(f":{line}"):
            yield Item(failure.where, item.record, item.error, item.note)
