"""Which happening each date of a sentence dates."""

from datetime import date

import pytest

from articles.dates import find_dates
from timeline.claims.claim import find_claims
from timeline.claims.headline import headline_of

PUBLISHED = date(2019, 11, 7)
Told = tuple[str, str, str]


def told(text: str) -> list[Told]:
    """Each claim's date, headline and quote."""
    mentions = find_dates(text, PUBLISHED)
    found = []
    for claim in find_claims(text, mentions, PUBLISHED.toordinal()):
        mention = None if claim.mention is None else mentions[claim.mention]
        when = mention.edtf if mention else claim.counted.edtf if claim.counted else ""
        found.append((when, headline_of(text, claim, mention), text[claim.start : claim.end]))
    return found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The museum opened in 1998 and closed in 2014.",
            {"1998": "The museum opened in 1998", "2014": "[The museum] closed in 2014"},
        ),
        (
            "In 1998 the museum opened, and in 2014 it closed.",
            {"1998": "The museum opened", "2014": "[The museum] closed"},
        ),
        (
            "The yard, which opened in 1998, was sold on Monday.",
            {"1998": "[The yard] opened in 1998", "2019-11-04": "The yard was sold on Monday"},
        ),
        (
            "Ann Lee, 52, who was arrested in May 2017, pleaded guilty in July 2018.",
            {
                "2017-05": "[Ann Lee] was arrested in May 2017",
                "2018-07": "Ann Lee pleaded guilty in July 2018",
            },
        ),
        (
            "The board, founded in 2010, bought a crane in 2018.",
            {
                "2010": "[The board was] founded in 2010",
                "2018": "The board, founded in 2010, bought a crane in 2018",
            },
        ),
        (
            "They met on Friday to discuss the ferry that sank on 28 October.",
            {
                "2019-11-01": "They met on Friday to discuss the ferry that sank on 28 October",
                "2019-10-28": "[The ferry] sank on 28 October",
            },
        ),
        (
            "Born in Leeds on 4 May 1931, Lee wrote.",
            {"1931-05-04": "[Lee was] born in Leeds on 4 May 1931"},
        ),
        (
            "After the strike of May 2017, the yard shut in 2018.",
            {"2018": "After the strike of May 2017, the yard shut in 2018"},
        ),
        (
            "She bought land and two houses in 2004 and sold them in 2010.",
            {"2004": "She bought land and two houses in 2004", "2010": "Sold them in 2010"},
        ),
        (
            "Lee was shown the door in May 2017 and dismissed in June 2017.",
            {
                "2017-05": "Lee was shown the door in May 2017",
                "2017-06": "Lee was shown the door in May 2017 and dismissed in June 2017",
            },
        ),
        ("The 2008 crisis cost us dear.", {"2008": "The 2008 crisis cost us dear"}),
        ("Leeds won Saturday’s final.", {}),
        ("Leeds won in Saturday’s final.", {"2019-11-02": "Leeds won in Saturday’s final"}),
        ("Leeds joined after Tuesday’s vote.", {}),
        ("It rains more than in May 2018.", {}),
        ("Despite the ban of 2017, trade grew.", {}),
    ],
)
def test_each_date_dates_its_own_clause(sentence: str, expected: dict[str, str]) -> None:
    text = f"It is so. {sentence}"
    assert {when: headline for when, headline, _ in told(text)} == expected
    assert all(quote == sentence for *_, quote in told(text))


def test_clauses_that_read_by_themselves_are_quoted_so() -> None:
    text = "The yard opened on 4 May 2012, and rain fell on 5 June 2013."
    assert [quote for *_, quote in told(text)] == [
        "The yard opened on 4 May 2012",
        "rain fell on 5 June 2013.",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Every year in May the yard is painted.",
        "The yard usually closed in December.",
        "In winter many prefer tea.",
        "Fires were feared if it was dry in May 2018.",
        "The yard should have opened in May 2018.",
        "The average price was £9 in 2018.",
        "Sales rose by 4% last year.",
        "In 2018, Leeds accounted for 22% of all cranes.",
        "“It was a great night,” she said on Monday.",
        "“We were told so on Monday.”",
        "It may be the largest yard today.",
        "2015; 28: 685-690.",
        "The yard had been known to this week’s readers.",
    ],
)
def test_what_has_a_date_and_never_happened(sentence: str) -> None:
    assert told(f"It is so. {sentence}") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The board met on 4 November. It is old. The bank signed a lease at the same meeting.",
            ("2019-11-04", "The bank signed a lease at the same meeting"),
        ),
        (
            "In April 2018, the board opened a yard, one month after the fall of the Old Crane.",
            ("2018-03", "The fall of the Old Crane"),
        ),
    ],
)
def test_a_date_that_follows_from_another(text: str, expected: tuple[str, str]) -> None:
    assert told(text)[1][:2] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The board met in 2018. The bank signed a lease at the same meeting.",
        "The yard is old. The bank signed a lease at the same meeting.",
        "In 2018, the board opened a yard, one month after the fall of the Old Crane.",
    ],
)
def test_a_date_that_does_not_follow(text: str) -> None:
    assert len(told(text)) == text.count("2018")


def test_a_table_of_dates_tells_nothing() -> None:
    assert told("It is so. He left on 4 May 2018, " + "on 5 May 2018, " * 12 + "and so on.") == []
    assert told("It is so. 4 May 2018 Tarn Hall, 5 May 2018 Velm Hall, 6 May 2018 Orla Hall.") == []
