"""The dates that curators type, in boxes and in tables."""

from datetime import date

from django.core.exceptions import ValidationError

from articles.dates import DateNotUnderstood, Span, read_date


def span_typed(typed: str, today: date) -> Span:
    """The span that was typed; raises ValidationError with a sentence."""
    try:
        span = read_date(typed, today).span
    except DateNotUnderstood as error:
        raise ValidationError(str(error)) from error
    if span.first_day is None and span.last_day is None:
        raise ValidationError(f"“{typed}” has neither a first nor a last day.")
    return span
