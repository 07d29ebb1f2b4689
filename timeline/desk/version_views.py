"""The desk of newer versions: quotes that stayed on an old one are moved by hand, or left."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from timeline.access import check_may_decide, pk_of
from timeline.curating.changes import recording
from timeline.curating.quoting import move_to_version
from timeline.desk.answering import answer, check_sits_here, tell_done, tell_refusal
from timeline.desk.steps import step_of, undone_last
from timeline.desk.stranded import Stranded, stranded, stranded_quotes
from timeline.models import Quote, User

A_PAGE = 10
NO_LONGER = "Meanwhile its words are found elsewhere, or not at all. Look at it again."
NEWER_CAME = "Meanwhile a newer version came. Look at it again."


@login_required(login_url="admin:login")
@require_http_methods(["GET", "HEAD", "POST"])
def versions(request: HttpRequest) -> HttpResponse:
    """Ten quotes whose articles have newer versions; posted, what is done with one of them."""
    check_sits_here(request)
    if request.method == "POST":
        return _taken(request)
    page = Paginator(stranded_quotes(), A_PAGE).get_page(request.GET.get("page"))
    return answer(request, "versions", {"page": page, "found": [stranded(one) for one in page]})


def _taken(request: HttpRequest) -> HttpResponse:
    step, chosen = step_of(request), request.POST.get("step", "").split()[1:]
    if step not in ("move", "leave", "undo"):
        return HttpResponse("There is no such step.", status=400)
    try:
        with transaction.atomic():
            if step == "undo":
                told = str(undone_last(request.user)[0])
            else:
                check_may_decide(request.user)
                told = _decided(request.user, step, chosen)
            tell_done(request, told)
    except ValidationError as error:
        tell_refusal(request, error)
    return HttpResponseRedirect(reverse("desk_versions"))


def _decided(by: User, step: str, chosen: list[str]) -> str:
    """Move the quote to the place that was shown, or leave it; gives what was done."""
    numbers = [pk_of(one) for one in chosen] or [0]
    quote = get_object_or_404(stranded_quotes(), pk=numbers[0])
    found = stranded(quote)
    event = quote.event
    what = f"{'moved' if step == 'move' else 'left'} a quote of “{event}”"
    with recording(by, what, [event.pk]) as made:
        if step == "move":
            _move(quote, found, numbers)
        else:
            _leave(quote, found, numbers)
    return made.what


# The buttons know the version, and the place, that the curator saw.
def _move(quote: Quote, found: Stranded, numbers: list[int]) -> None:
    place = found.place
    if place is None or numbers[1:] != [found.newest.pk, place.start, place.end]:
        raise ValidationError(NO_LONGER)
    move_to_version(quote, found.newest, place.start, place.end)


def _leave(quote: Quote, found: Stranded, numbers: list[int]) -> None:
    if numbers[1:] != [found.newest.pk]:
        raise ValidationError(NEWER_CAME)
    quote.kept_over = found.newest
    quote.save()
