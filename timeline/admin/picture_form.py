"""The form of an event with its picture, for which alternative text and credit are required."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.safestring import SafeString

from timeline.curating.event_form import EventForm
from timeline.models import Event, Picture
from timeline.models.picture import MOST_BYTES, shown_size

PICTURE_FIELDS = ("picture_file", "picture_alt", "picture_credit", "picture_gone")
MISSING = {
    "picture_alt": "Say what the picture shows, for those who can’t see it.",
    "picture_credit": "Say whose picture it is.",
}


class PicturedForm(EventForm):
    """The event, a picture to upload, what it shows, and whose it is."""

    picture_file = forms.FileField(
        label="Picture file", required=False,
        widget=forms.FileInput({"accept": "image/jpeg,image/png,image/webp"}),
        help_text="JPEG, PNG or WebP. It is made smaller, and loses what the camera noted.",
    )  # fmt: skip
    picture_gone = forms.BooleanField(label="Take the picture away", required=False)

    class Meta(EventForm.Meta):
        fields = [*EventForm.Meta.fields, "picture_alt", "picture_credit"]

    def clean_picture_file(self) -> bytes | None:
        """The bytes that were uploaded, if any."""
        file = self.cleaned_data["picture_file"]
        if file is None or file.size <= MOST_BYTES:
            return file and bytes(file.read())
        raise ValidationError(f"It is larger than {MOST_BYTES // 10**6} MB: make it smaller.")

    def clean(self) -> dict[str, Any]:
        """What was typed; a picture needs its words, and words their picture."""
        cleaned = super().clean()
        uploaded = None if cleaned.get("picture_gone") else cleaned.get("picture_file")
        has_one = bool(uploaded or (self.instance.picture_id and not cleaned.get("picture_gone")))
        for name, reason in MISSING.items():
            if not has_one:
                cleaned[name] = ""
            elif name in cleaned and not cleaned[name].strip():
                self.add_error(name, reason)
        if uploaded and not self.errors:
            self._keep(uploaded)
        elif not has_one:
            self.instance.picture = None
        return cleaned

    def _keep(self, uploaded: bytes) -> None:
        try:
            self.instance.picture = Picture.objects.keep(uploaded)
        except ValidationError as error:
            self.add_error("picture_file", error)

    def decided(self) -> list[str]:
        """The fields that hold another value than before; no reading of articles sets a picture."""
        return [name for name in super().decided() if name not in PICTURE_FIELDS]


def picture_html(event: Event) -> SafeString:
    """The event's picture, as its page shows it; "" without any."""
    picture = event.picture
    if picture is None:
        return SafeString("")
    width, height = shown_size(picture.width, picture.height)
    return format_html(
        '<img src="{}" width="{}" height="{}" alt="{}" loading="lazy">',
        picture.get_absolute_url(), width, height, event.picture_alt,
    )  # fmt: skip
