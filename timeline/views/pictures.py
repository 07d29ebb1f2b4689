"""The files of pictures: for whoever may see an event that has them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from timeline.models import Event, Picture

KEPT_FOR = 3600


@require_safe
def picture(request: HttpRequest, pk: int) -> HttpResponse:
    """A picture of an event that the reader may see; 404 for others, and for those taken away."""
    seen = Event.objects.visible_to(request.user).filter(picture=pk)
    found = get_object_or_404(Picture, pk=pk if seen.exists() else 0)
    response = HttpResponse(bytes(found.data), content_type="image/webp")
    response["ETag"] = f'"{found.digest}"'
    if Event.objects.published().filter(picture=pk, timelines__reach="public").exists():
        patch_cache_control(response, public=True, max_age=KEPT_FOR)
    return response
