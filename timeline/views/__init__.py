"""The public pages: parameters → a form → a QuerySet → a template."""

from timeline.views.browse import home, timeline
from timeline.views.evidence import article, event
from timeline.views.machines import favicon, timeline_json

__all__ = ["article", "event", "favicon", "home", "timeline", "timeline_json"]
