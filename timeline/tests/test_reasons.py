"""What agrees and what conflicts is said in words."""

import pytest

from timeline.merging.reasons import agreements, disagreements
from timeline.merging.telling import telling


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (
            "Harbour Board opened 12 ferries.",
            "The Harbour Board opened 15 ferries.",
            ["both name “Harbour Board”", "both say “ferries” and “opened”"],
        ),
        (
            "The board bought a tug.",
            "A tug was acquired.",
            ["both say “bought” or “acquired” and “tug”"],
        ),
        ("In 3 towns it rained.", "Three men ran.", ["both give 3"]),
        ("Rain fell.", "Dogs barked.", []),
    ],
)
def test_what_agrees(one: str, other: str, said: list[str]) -> None:
    first, second = (telling(text, 0, 0, day, day) for day, text in enumerate((one, other)))
    assert sorted(agreements(first, second)) == sorted(said)


def test_dates_and_articles_agree_too() -> None:
    report = "Harbour Board opened its new pier in the old town."
    first = telling("The pier shone.", 0, 0, 5, 5, f"{report} Rain fell.")
    second = telling("The pier was wet.", 0, 0, 5, 5, f"{report} Bells rang.")
    assert agreements(first, second) == [
        "both say “pier”", "their articles begin alike", "both give the same date",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (
            "Harbour Board bought 12 ferries.",
            "Harbour Board bought 15 ferries.",
            "12 against 15 ferries",
        ),
        ("The court fined 300 firms.", "In 12 days the court fined firms.", "300 against 12"),
        ("Ann Smith left.", "Mary Smith left.", "“Ann Smith” against “Mary Smith”"),
        ("The library opened.", "The library closed.", "“opened” against “closed”"),
        ("The library opened.", "The library did not open.", "only one denies “open”"),
        ("It met with York.", "It met with Leeds.", "“York” against “Leeds”"),
    ],
)
def test_what_conflicts(one: str, other: str, said: str) -> None:
    first, second = (telling(text, 0, 0, 5, 5) for text in (one, other))
    assert list(map(str, disagreements(first, second))) == [said]
    assert len(disagreements(second, first)) == 1


def test_nothing_conflicts_with_itself() -> None:
    one = telling("Harbour Board did not open 12 ferries with York.", 0, 0, 5, 5)
    assert disagreements(one, one) == []
