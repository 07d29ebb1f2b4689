"""Lengths as SVG writes them, whatever the reader's language makes of a decimal point."""

from django import template

register = template.Library()


@register.filter
def pc(value: float) -> str:
    """Per cent of the drawing's width: "12.34%"."""
    return f"{value:.2f}%"


@register.filter
def em(value: float) -> str:
    """Lengths of the text's size: "1.25em"."""
    return f"{value:.2f}em"
