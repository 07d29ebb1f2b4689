"""In a history, dates without a year are counted from where the story stands."""

from datetime import date

import pytest

from articles.dates import find_dates

PUBLISHED = date(2019, 11, 5)
HISTORY = "The war of 1901 went on in 1902 and 1903. The peace of 1904 was broken in 1905. "


def last_date(text: str, published: date | None = PUBLISHED) -> str:
    return find_dates(text, published)[-1].edtf


@pytest.mark.parametrize(
    ("story", "edtf"),
    [
        ("In 1911 the dam was begun. In June it broke.", "1911-06"),
        ("In October 1911 the dam was begun. In December it broke.", "1911-12"),
        ("In December 1911 the dam was begun. In February it broke.", "1912-02"),
        ("In May 1911 the dam was begun, planned since March.", "1911-03/.."),
        ("In May 1911 the dam (built again in 1950) was begun. In June it broke.", "1911-06"),
        ("In May 1911 the mayor, who would resign in July 1919, fell. In June he rose.", "1911-06"),
        (
            "In May 1911 it was begun. The dam, as in 1912, was dry. On 3 June it broke.",
            "1911-06-03",
        ),
        ("In 1911 the dam was begun.\nIn 1913 the bridge was built. In June it fell.", "1913-06"),
        ("On 28 February 1911 it was begun. On 29 February it broke.", ""),
    ],
)
@pytest.mark.parametrize("published", [PUBLISHED, None])
def test_the_running_date(story: str, edtf: str, published: date | None) -> None:
    assert last_date(HISTORY + story, published) == edtf


def test_what_it_is_counted_from_is_said() -> None:
    mention = find_dates(f"{HISTORY}In May 1911 it was begun. In June it broke.", None)[-1]
    assert mention.why == "“June”, counted from “May 1911” before it, is in June 1911."


@pytest.mark.parametrize(
    "report",
    [
        "The dam of 1911 was rebuilt. In June it broke.",
        f"{HISTORY}He said on Monday, on Tuesday and yesterday that in June it broke.",
        f"She died on Friday. {HISTORY}Her last book is out this week. In June it was sold.",
        f"{HISTORY}2340 Ada: it rains.\n2153 Bo: it rains.\nIn June it broke.",
        "After 2019, 2020, 2021, 2022 and 2023 it will be old. In June it broke.",
    ],
)
def test_a_report_is_counted_from_publication(report: str) -> None:
    assert last_date(report) == "2019-06"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("On 4 May 1777 it began. The 1778 plan failed.", "1778"),
        ("On 4 May 1777 it began. There were 1500 then.", ""),
        ("On 4 May 1777 it began. About 1778 men fled.", ""),
    ],
)
def test_a_history_may_name_an_early_year_anywhere(text: str, edtf: str) -> None:
    history = HISTORY.replace(" 19", " 17")
    mentions = find_dates(history + text, PUBLISHED)
    assert mentions[-1].edtf == (edtf or "1777-05-04")


@pytest.mark.parametrize(
    ("text", "edtf", "timex"),
    [
        ("In May 1911 it was begun. They passed the summer in the hills.", "1911-22", "1911-SU"),
        ("In May 1911 it was begun. Their summer campaign failed.", "", "1911-SU"),
        ("In May 1911 it was begun. The Spring Offensive failed.", "", "1911-SP"),
    ],
)
def test_a_season_of_a_history(text: str, edtf: str, timex: str) -> None:
    mention = find_dates(HISTORY + text, None)[-1]
    assert (mention.edtf, mention.timex) == (edtf, timex)


@pytest.mark.parametrize(
    "text", ["Their summer campaign failed.", "The Spring Offensive failed.", "The fall of Troy"]
)
def test_no_season(text: str) -> None:
    assert find_dates(text, PUBLISHED) == []


@pytest.mark.parametrize(
    "text",
    [
        "In May 1911 he said: “I leave today.”",
        "In May 1911 he said: “Two years ago it was dry.”",
        "In May 1911 they planned a dam for next year.",
    ],
)
def test_in_a_history_nothing_is_counted_from_its_publication(text: str) -> None:
    mention = find_dates(HISTORY + text, PUBLISHED)[-1]
    assert mention.edtf == ""
    assert mention.why.endswith("it is counted from a day of the story, and doesn’t say which.")


def test_a_history_that_has_reached_its_publication_is_counted_from_it() -> None:
    assert last_date(f"{HISTORY}In May 2019 the dam was begun. It will open next year.") == "2020"
