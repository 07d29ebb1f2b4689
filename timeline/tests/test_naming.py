"""What things are called: modules, classes, and the fields that hold days and moments."""

import ast
import sys
from collections import Counter
from pathlib import Path

from django.apps import apps
from django.db.models import DateField, DateTimeField

from timeline.tests.test_conventions import MODULES, OURS, faults, tree

TOO_VAGUE = {"utils", "util", "helpers", "helper", "common", "services", "service", "misc"}
TOO_VAGUE |= {"managers", "manager"}
# Django finds its commands by this name; the mention that is read, and its row.
ONE_NAME_FOR_MANY = {"Command", "Mention"}


def test_module_names_are_the_fields_own() -> None:
    refused = TOO_VAGUE | sys.stdlib_module_names
    assert faults(lambda path: refused & {*Path(path).with_suffix("").parts}, MODULES) == {}


def test_no_two_classes_have_one_name() -> None:
    classes = (
        part.name for path in OURS for part in tree(path).body if isinstance(part, ast.ClassDef)
    )
    assert {name for name, times in Counter(classes).items() if times > 1} == ONE_NAME_FOR_MANY


def test_fields_say_what_they_hold() -> None:
    fields = [
        field
        for label in ("articles", "timeline")
        for model in apps.get_app_config(label).get_models()
        for field in model._meta.get_fields()
        if isinstance(field, DateField) and field.name != "history_date"
    ]
    assert fields
    for field in fields:
        ending = "_at" if isinstance(field, DateTimeField) else "_on"
        assert field.name.endswith(ending), f"{field} should end in {ending}"
