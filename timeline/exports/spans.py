"""The days of a date as formats take them that know no open ends."""

import re

from articles.dates import Span, parse_edtf

PARTS = re.compile(r"/|,|\.\.")


def closed(edtf: str) -> Span:
    """The date, or of one with an open end the part that is known: of "since May 2018", May 2018.

    So that nothing lasts for ever in a program that can't say so.
    """
    span = parse_edtf(edtf)
    if span.first_day is not None and span.last_day is not None:
        return span
    parts = [parse_edtf(part) for part in PARTS.split(edtf.strip("[]{}")) if part]
    days = {part: (part.first_day, part.last_day) for part in parts}
    known = span.last_day if span.first_day is None else span.first_day
    return next((part for part, ends in days.items() if known in ends), parts[0])
