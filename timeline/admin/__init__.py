"""The curator's side: articles come in, candidates become events, and nothing is typed twice."""

from django.contrib import admin

from timeline.admin.accounts import AccountAdmin
from timeline.admin.articles import ArticleAdmin
from timeline.admin.changes import ChangeAdmin
from timeline.admin.events import EventAdmin
from timeline.admin.judging import JudgementAdmin
from timeline.admin.taking_down import TombstoneAdmin
from timeline.admin.timelines import TimelineAdmin
from timeline.admin.topics import IgnoredNameAdmin, TopicAdmin
from timeline.signing_in import StaffSignInForm

__all__ = [
    "AccountAdmin",
    "ArticleAdmin",
    "ChangeAdmin",
    "EventAdmin",
    "IgnoredNameAdmin",
    "JudgementAdmin",
    "TimelineAdmin",
    "TombstoneAdmin",
    "TopicAdmin",
]

admin.site.site_header = "Dateline"
admin.site.login_form = StaffSignInForm
admin.site.site_title = "Dateline"
admin.site.index_title = "The curator's desk"
