"""What was stored while a page was open is shown before it is replaced."""

from typing import Any

from django import forms

SAVE_AGAIN = "Save again to store what stands here in its place."


def knows_now(form: forms.BaseForm, box: str, stored: str) -> None:
    """Let the form hold, when it is shown again, what is stored now in place of what was sent."""
    data: Any = form.data
    form.data = data = data.copy()
    data[box] = stored
