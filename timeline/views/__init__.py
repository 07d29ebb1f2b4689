"""The public pages: parameters → a form → a QuerySet → a template."""

from timeline.views.browse import home, timeline
from timeline.views.embedding import embed, oembed
from timeline.views.evidence import article, event
from timeline.views.files import export, share
from timeline.views.machines import favicon, timeline_json
from timeline.views.pictures import picture

__all__ = [
    "article",
    "embed",
    "event",
    "export",
    "favicon",
    "home",
    "oembed",
    "picture",
    "share",
    "timeline",
    "timeline_json",
]
