"""The box for a date: EDTF or plain words go in, and what was understood comes back."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.dates import EdtfError, in_words, parse_edtf
from timeline.curating.typed_dates import span_typed

BOX_LENGTH = 200
READING_ID = "date-reading"


@dataclass(frozen=True)
class Understood:
    """What a date box holds: the canonical EDTF, and the sentence that a curator reads."""

    edtf: str
    sentence: str


def understand(typed: str, today: date) -> Understood:
    """What was typed, as EDTF and in words; raises ValidationError with a sentence."""
    edtf = span_typed(typed, today).edtf
    return Understood(edtf, _sentence(edtf))


def _sentence(edtf: str) -> str:
    return f"understood as {edtf}: {in_words(edtf)}"


def sentence_of(edtf: str) -> str:
    """The sentence for a date that is stored, "" for what is no date (yet)."""
    try:
        return _sentence(parse_edtf(edtf).edtf)
    except EdtfError:
        return ""


def date_box(stored: str) -> forms.CharField:
    """The form field; with HTMX it says while one types what it understands."""
    widget = AdminTextInputWidget(
        attrs={
            "hx-get": reverse("admin:timeline_event_read_date"),
            "hx-trigger": "input changed delay:300ms",
            "hx-target": f"#{READING_ID}",
            "hx-sync": "this:replace",
            "autocomplete": "off",
            "class": "vTextField date-box",
        }
    )
    return forms.CharField(
        label="Date", max_length=BOX_LENGTH, widget=widget, help_text=_help(sentence_of(stored))
    )


def _help(sentence: str) -> SafeString:
    return format_html(
        "EDTF or plain words: 2018-05, about May 2018, since 2017, 12 mars 2019. "
        '<output id="{}" for="id_edtf">{}</output>',
        READING_ID,
        sentence,
    )
