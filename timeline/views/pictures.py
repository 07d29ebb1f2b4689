"""The files of pictures: for whoever may see an event that has them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from timeline.models import Picture

KEPT_FOR = 3600


@require_safe
def picture(request: HttpRequest, pk: int) -> HttpResponse:
    """A picture of an event that the reader may see; 404 for others, and for those taken away."""
    found = get_object_or_404(Picture, pk=pk)
    if not found.events.visible_to(request.user).exists():
        raise Http404("No event that the reader may see has it.")
    response = HttpResponse(bytes(found.data), content_type="image/webp")
    response["ETag"] = f'"{found.digest}"'
    if found.events.published().filter(timelines__reach="public").exists():
        patch_cache_control(response, public=True, max_age=KEPT_FOR)
    return response
