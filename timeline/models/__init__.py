"""Timelines, their events, and the quotes that each event stands on."""

from timeline.models.change import Change
from timeline.models.event import Event, Status
from timeline.models.event_queryset import EventQuerySet
from timeline.models.evidence import with_evidence
from timeline.models.failed_sign_in import FailedSignIn
from timeline.models.failure import Failure
from timeline.models.judgement import Judgement
from timeline.models.picture import Picture
from timeline.models.quote import CONTEXT_LENGTH, Quote
from timeline.models.reach import Reach, User, is_curator
from timeline.models.saved_view import SavedView
from timeline.models.timeline import IgnoredName, Timeline, Topic
from timeline.models.touched import Reworded, Touched

__all__ = [
    "CONTEXT_LENGTH",
    "Change",
    "Event",
    "EventQuerySet",
    "FailedSignIn",
    "Failure",
    "IgnoredName",
    "Judgement",
    "Picture",
    "Quote",
    "Reach",
    "Reworded",
    "SavedView",
    "Status",
    "Timeline",
    "Topic",
    "Touched",
    "User",
    "is_curator",
    "with_evidence",
]
