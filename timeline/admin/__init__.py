"""The curator's side: articles come in, candidates become events, and nothing is typed twice."""

from django.contrib import admin

from timeline.admin.articles import ArticleAdmin
from timeline.admin.changes import ChangeAdmin
from timeline.admin.events import EventAdmin
from timeline.admin.judging import JudgementAdmin
from timeline.admin.timelines import TimelineAdmin, TopicAdmin

__all__ = [
    "ArticleAdmin",
    "ChangeAdmin",
    "EventAdmin",
    "JudgementAdmin",
    "TimelineAdmin",
    "TopicAdmin",
]

admin.site.site_header = "Dateline"
admin.site.site_title = "Dateline"
admin.site.index_title = "The curator's desk"
