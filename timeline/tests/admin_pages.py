"""Fills in the admin's forms as a browser does: what a page shows is sent back with it."""

from typing import Any

from django.forms import BaseForm
from django.test import Client
from django.urls import reverse

from articles.models import Article
from timeline.models import Event

EVENTS = "admin:timeline_event_changelist"
ARTICLES = "admin:articles_article_changelist"


def page_of(thing: Event | Article) -> str:
    """The address of its page in the admin."""
    return reverse(f"admin:{thing._meta.label_lower.replace('.', '_')}_change", args=[thing.pk])


def submit(client: Client, address: str, **changes: Any) -> Any:
    """The page that is shown after the form at the address was sent with these changes."""
    answer = send(client, address, **changes)
    return client.get(answer["Location"], follow=True) if answer.status_code == 302 else answer


def send(client: Client, address: str, **changes: Any) -> Any:
    """The bare answer to the form at the address with these changes."""
    return client.post(address, {**data_of(client, address), "_continue": "1", **changes})


def data_of(client: Client, address: str) -> dict[str, Any]:
    """What the form at the address sends as it stands."""
    return sent_from(client.get(address).context)


def sent_from(context: Any) -> dict[str, Any]:
    """What a shown page of an event or article sends as it stands."""
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    return {name: value for form in forms for name, value in sent_by(form).items()}


def sent_by(form: BaseForm) -> dict[str, Any]:
    """What one form sends, with the hidden boxes of what it first held."""
    data = {box.html_name: _raw(box.value()) for box in form}
    for box in form:
        if box.field.show_hidden_initial:
            first = form.get_initial_for_field(box.field, box.name)
            data[box.html_initial_name] = _raw(form.data.get(box.html_initial_name, first))
    return {name: value for name, value in data.items() if value is not None and value is not False}


def _raw(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_raw(one) for one in value]
    return getattr(value, "pk", value)


def told(response: Any) -> str:
    """All messages of a page, in one text."""
    return " ".join(str(message) for message in response.context["messages"])


def act(client: Client, action: str, *events: Event, **more: str) -> Any:
    """The response, redirects followed, to an action on the selected events."""
    data = {"action": action, "_selected_action": [event.pk for event in events], **more}
    return client.post(reverse(EVENTS), data, follow=True)
