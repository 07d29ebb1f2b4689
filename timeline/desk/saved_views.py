"""Filters of the desk that a curator keeps under names of her own."""

from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_POST

from timeline.access import pk_of
from timeline.desk.answering import check_sits_here
from timeline.desk.forms import WantedForm
from timeline.models import SavedView, User

MOST_KEPT = 30


class KeepForm(forms.Form):
    """The name, and the query string of what is narrowed."""

    name = forms.CharField(max_length=80)
    query = forms.CharField(required=False, max_length=600)

    def clean_query(self) -> str:
        """What of the query string the desk knows, in the order of its form."""
        asked = WantedForm(QueryDict(self.cleaned_data["query"]))
        asked.full_clean()
        known = {name: asked.cleaned_data.get(name) for name in asked.fields}
        return urlencode({name: value for name, value in known.items() if value})


def views_of(user: User) -> list[SavedView]:
    """What the user kept, by name; one query."""
    return list(SavedView.objects.filter(by=user.pk)[:MOST_KEPT])


@login_required(login_url="admin:login")
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep a filter under a name, in place of one so called; or, by its button, forget one."""
    check_sits_here(request)
    if forgotten := request.POST.get("forget", ""):
        SavedView.objects.filter(by=request.user.pk, pk=pk_of(forgotten)).delete()
        return HttpResponseRedirect(reverse("desk"))
    form = KeepForm(request.POST)
    if not form.is_valid():
        messages.error(request, "A view needs a name, of at most 80 characters.")
        return HttpResponseRedirect(reverse("desk"))
    name, query = form.cleaned_data["name"], form.cleaned_data["query"]
    kept = SavedView.objects.filter(by=request.user.pk)
    if kept.exclude(name=name).count() >= MOST_KEPT:
        messages.error(request, f"You keep {MOST_KEPT} views already: forget one first.")
    else:
        kept.update_or_create(by_id=request.user.pk, name=name, defaults={"query": query})
        messages.success(request, f"The view “{name}” is kept.")
    return HttpResponseRedirect(f"{reverse('desk')}?{query}" if query else reverse("desk"))
