"""EDTF in Chinese: “2019年11月4日”, “2049年以前”, “自2017年9月起”. Plain Python.

Beside `articles.dates.words`, which has them in English.
"""

from articles.dates import Span, iso_day, parse_edtf
from articles.dates.days import day_parts, iso_year
from articles.dates.words import IN_A_YEAR, century_before_christ, parts

SEASONS = {21: "春季", 22: "夏季", 23: "秋季", 24: "冬季"}
QUARTERS = {33: "第一季度", 34: "第二季度", 35: "第三季度", 36: "第四季度"}
PARTS = SEASONS | QUARTERS | {40: "上半年", 41: "下半年"}
WEEKS = {"week": "一周", "weekend": "周末"}


def in_chinese(edtf: str) -> str:
    """The date in words that stand alone and within a sentence; raises EdtfError."""
    span = parse_edtf(edtf)
    if "/" in span.edtf:
        return _interval(*span.edtf.split("/"))
    if span.edtf[0] in "[{":
        return _set(span)
    return _term(span)


def _interval(first: str, last: str) -> str:
    if last == "..":
        return f"自{_term(parse_edtf(first))}起"
    if first == "..":
        return f"至{_term(parse_edtf(last))}止"
    if first == last:
        return f"{_term(parse_edtf(first))}全程"
    return f"{_term(parse_edtf(first))}至{_term(parse_edtf(last))}"


def _set(span: Span) -> str:
    if span.granularity in WEEKS and span.first_day is not None:
        begin = _name(parse_edtf(iso_day(span.first_day)))
        return f"{_doubt(span)}{begin}起的{WEEKS[span.granularity]}"
    if century_before_christ(span.edtf):
        return f"公元前{int(span.edtf[2:4]) + 1}世纪"
    members = (_member(m, span.is_throughout) for m in span.edtf[1:-1].split(","))
    return ("和" if span.is_throughout else "或").join(members)


def _member(member: str, is_throughout: bool) -> str:
    first, dots, last = member.partition("..")
    if not dots or first == last:
        return _term(parse_edtf(first))
    if is_throughout:
        return _interval(first or "..", last or "..")
    if not first and parse_edtf(last).granularity == "day":
        return f"{_term(parse_edtf(last))}或之前"
    if not first:
        return f"{_beside(parse_edtf(last), 1)}以前"
    if not last:
        return f"{_beside(parse_edtf(first), -1)}以后"
    return f"{_term(parse_edtf(first))}至{_term(parse_edtf(last))}之间"


def _beside(span: Span, step: int) -> str:
    """The day, month or year that begins just after (1) or ends just before (-1)."""
    day = (span.last_day or 0) + 1 if step > 0 else (span.first_day or 0) - 1
    length = 3 if span.granularity == "day" else 2 if span.granularity in IN_A_YEAR else 1
    year, *rest = day_parts(day)
    edge = "-".join([iso_year(year), *(f"{number:02}" for number in rest)][:length])
    return _doubt(span) + _name(parse_edtf(edge))


def _term(span: Span) -> str:
    return _doubt(span) + _name(span)


def _doubt(span: Span) -> str:
    return ("可能" if span.is_uncertain else "") + ("约" if span.is_approximate else "")


def _name(span: Span) -> str:
    year, month, day = parts(span)
    match span.granularity:
        case "day":
            return f"{_year(year)}{month}月{day}日"
        case "month":
            return f"{_year(year)}{month}月"
        case "season" | "quarter" | "half":
            text = span.edtf.rstrip("~?%")
            return _year(int(text[:-3].lstrip("Y"))) + PARTS[int(text[-2:])]
        case "year":
            return _year(year)
        case "decade" if year > 0:
            return f"{year}年代"
        case "century":
            return f"{year // 100 + 1}世纪" if year >= 0 else f"公元前{-(year // 100)}世纪"
        case _:
            return f"{_year(year)}至{_year(day_parts(span.last_day or 0)[0])}"


def _year(year: int) -> str:
    """ "2019年", "公元79年", "公元前44年" for -43."""
    if year <= 0:
        return f"公元前{1 - year}年"
    return f"公元{year}年" if year < 1000 else f"{year}年"
