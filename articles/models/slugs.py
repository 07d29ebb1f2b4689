"""Slugs: what addresses and fixtures name a row by."""

from typing import Any

from django.db.models import Manager
from django.utils.text import slugify

from articles.models.hashing import text_hash


def free_slug(rows: "Manager[Any]", name: str) -> str:
    """A slug that no row has yet: of a name in other letters than Latin ones little is left."""
    slug = slugify(name)[:60]
    if slug and not rows.filter(slug=slug).exists():
        return slug
    return f"{slug or rows.model._meta.model_name}-{text_hash(name)[:12]}"
