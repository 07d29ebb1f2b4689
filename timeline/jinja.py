"""Templates that end in .jinja, for what a page shows dozens of times, and their environment."""

from typing import Any

from django.template import engines
from django.utils.translation import gettext
from jinja2 import Environment, StrictUndefined, Template


def environment(**options: Any) -> Environment:
    """With translations; a name that isn't given is an error."""
    made = Environment(**{**options, "undefined": StrictUndefined})  # noqa: S701 - Django escapes
    made.globals["_"] = gettext
    made.filters |= {"pc": "{:.2f}%".format, "em": "{:.2f}em".format}  # lengths, as SVG writes them
    return made


def template(name: str) -> Template:
    """The template of this name (`timeline/_facets.jinja`), as it is now: Jinja keeps them."""
    engine: Any = engines["jinja2"]
    found: Template = engine.env.get_template(name)
    return found
