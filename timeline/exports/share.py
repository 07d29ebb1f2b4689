"""The ways to take with one what a page shows: links, files, a frame."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from timeline.exports.exported import absolute
from timeline.exports.formats import FORMATS
from timeline.page.asked import Asked

WIDTH, HEIGHT = 720, 640


@dataclass(frozen=True)
class Share:
    """What is asked for as addresses for others."""

    asked: Asked

    @property
    def address(self) -> str:
        """The whole address of this view."""
        return f"{absolute(self.asked.timeline)}{self.asked.form.query()}"

    @property
    def files(self) -> list[tuple[str, str]]:
        """Address and name of each format."""
        slug, query = self.asked.timeline.slug, self.asked.form.query(view=None)
        files = [
            (f"{reverse('export', args=[slug, ending])}{query}", str(made.label))
            for ending, made in FORMATS.items()
        ]
        return [*files, (f"{reverse('timeline_json', args=[slug])}{query}", "JSON")]

    @property
    def page(self) -> str:
        """The path of the page that offers all this."""
        return f"{reverse('share', args=[self.asked.timeline.slug])}{self.asked.form.query()}"

    @property
    def paper(self) -> str:
        """The path of all events with all their quotes, to be printed."""
        return (
            f"{self.asked.timeline.get_absolute_url()}{self.asked.form.query(view=None, all='1')}"
        )

    @property
    def frame(self) -> str:
        """The HTML that embeds this view; "" where nobody may."""
        return frame_of(self.asked, WIDTH, HEIGHT)


def frame_of(asked: Asked, width: int, height: int) -> str:
    """The HTML that embeds what is asked for; "" where nobody may, by setting or timeline."""
    if not settings.EMBEDDERS or not asked.timeline.is_public:
        return ""
    path = reverse("embed", args=[asked.timeline.slug])
    frame: dict[str, Any] = {
        "address": f"{settings.ORIGIN.url}{path}{asked.form.query()}",
        "title": asked.timeline.title,
        "width": width,
        "height": height,
    }
    return render_to_string("timeline/_frame.html", frame).strip()
