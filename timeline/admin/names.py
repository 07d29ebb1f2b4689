"""Names that articles repeat are proposed as topics: made one, added to one, or ignored."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models.functions import Substr
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

from articles.models import Article, free_slug
from timeline.admin.changes import offer_undo
from timeline.curating.topics import tag
from timeline.merging.names import ProposedName, propose
from timeline.models import IgnoredName, Topic
from timeline.phrasing.counts import how_many

# So many articles, the newest, and so many characters of each are read for names.
ARTICLES_READ = 500
LENGTH_READ = 20_000
MOST_PROPOSED = 40
# So many topics can be chosen from beside each name.
MOST_CHOICES = 200


class NameForm(forms.Form):
    """A proposed name as the curator would have it, and what becomes of it."""

    proposed = forms.CharField(max_length=200)
    name = forms.CharField(max_length=200)
    aliases = forms.CharField(max_length=1000, required=False)
    topic = forms.ModelChoiceField(Topic.objects.all(), required=False)
    step = forms.ChoiceField(choices=[(step, step) for step in ("make", "add", "ignore")])

    def clean(self) -> dict[str, Any]:
        """What was sent; a name that is added needs a topic to be added to."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("step") == "add" and not cleaned.get("topic"):
            raise ValidationError("Choose the topic that it is another name of.")
        return cleaned

    @property
    def names(self) -> list[str]:
        """The name and its other names, which commas part."""
        others = (" ".join(one.split()) for one in self.cleaned_data["aliases"].split(","))
        return list(dict.fromkeys(filter(None, [self.cleaned_data["name"], *others])))


def names_view(modeladmin: "admin.ModelAdmin[Topic]", request: HttpRequest) -> HttpResponse:
    """The names that articles repeat, each with what can be done with it."""
    if not modeladmin.has_change_permission(request):
        raise PermissionDenied
    form = NameForm(request.POST or None)
    if request.method == "POST":
        if form.is_valid():
            _take_step(modeladmin, request, form)
            return HttpResponseRedirect(request.get_full_path())
        for problem in form.errors.values():
            messages.error(request, problem.as_text())
    context = {
        **modeladmin.admin_site.each_context(request),
        "title": "Names in articles",
        "opts": modeladmin.opts,
        "names": proposed_names()[:MOST_PROPOSED],
        "topics": Topic.objects.all()[:MOST_CHOICES],
        "articles_read": ARTICLES_READ,
    }
    return TemplateResponse(request, "admin/timeline/topic/names.html", context)


def proposed_names() -> list[ProposedName]:
    """The names that the newest articles repeat, and that are no topic's and not ignored."""
    begun = Article.objects.annotate(beginning=Substr("text", 1, LENGTH_READ))
    newest = begun.order_by("-pk").values_list("beginning", flat=True)[:ARTICLES_READ]
    known = list(IgnoredName.objects.values_list("name", flat=True))
    known += [name for topic in Topic.objects.all() for name in topic.names]
    return propose(newest.iterator(), known)


def _take_step(modeladmin: "admin.ModelAdmin[Topic]", request: HttpRequest, form: NameForm) -> None:
    step = form.cleaned_data["step"]
    if step == "ignore":
        IgnoredName.objects.get_or_create(name=form.cleaned_data["proposed"])
        messages.success(request, f"“{form.cleaned_data['proposed']}” is not proposed again.")
        return
    names = form.names
    topic = form.cleaned_data["topic"] if step == "add" else _topic_called(names.pop(0))
    topic.aliases = list(dict.fromkeys([*topic.other_names, *names]))
    topic.slug = topic.slug or free_slug(Topic.objects, topic.name)
    topic.save()
    modeladmin.log_change(request, topic, f"Names: {', '.join(topic.names)}.")
    messages.success(request, f"“{topic}” is a topic, with the names {_list(topic)}.")
    tag_events(request, topic)


def _topic_called(name: str) -> Topic:
    """The topic of this name, if it was made before, by whatever button; else a new one."""
    return Topic.objects.filter(name__iexact=name).first() or Topic(name=name)


def _list(topic: Topic) -> str:
    return ", ".join(f"“{name}”" for name in topic.names)


def tag_events(request: HttpRequest, topic: Topic) -> None:
    """Tag the events whose quotes name the topic, and say how many."""
    made = tag(topic, request.user)
    if made.change:
        tagged = how_many(made.change.events.count(), "event")
        messages.info(request, f"“{topic}” is named by quotes of {tagged}, which it now tags.")
        offer_undo(request, made.change)
