"""Which sentences are claims, and which of their dates counts."""

from datetime import date

import pytest

from articles.dates import END_OF_STRETCH, find_dates
from timeline.claims.claim import find_claims
from timeline.claims.headline import headline_of

PUBLISHED = date(2019, 11, 7)


def read(text: str) -> list[tuple[str, str, bool]]:
    """Each claim's sentence, EDTF and whether it is planned."""
    mentions = find_dates(text, PUBLISHED)
    return [
        (text[claim.start : claim.end], mentions[claim.mention].edtf, claim.told == "planned")
        for claim in find_claims(text, mentions, PUBLISHED.toordinal())
        if claim.mention is not None
    ]


def undated(text: str, published: date | None = PUBLISHED) -> list[str]:
    """The headline of each claim that no words date."""
    day = published.toordinal() if published else None
    claims = find_claims(text, find_dates(text, published), day)
    return [headline_of(text, claim, None) for claim in claims if claim.mention is None]


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("The yard opened in April 2018.", "2018-04"),
        ("She left last month.", "2019-10"),
        ("On 4 May 2018, the mayor wrote: “I resign.”", "2018-05-04"),
        ("He said: “We opened in April 2018.”", "2018-04"),
        ("In 2018, the mayor resigned on 4 May 2018 over the bridge.", "2018-05-04"),
        ("LEEDS, Nov. 4 — The mayor resigned on Sunday.", "2019-11-03"),
        ("In 2018 — nobody knows why — the yard was closed.", "2018"),
        ("After the strike of 3 March 2017, the yard closed in 2018.", "2018"),
        ("The board opened a pier in 2018, replacing one that was often flooded.", "2018"),
        ("The yard moved in 2018 to a bank where ships usually moored.", "2018"),
    ],
)
def test_a_dated_statement_is_a_claim(sentence: str, edtf: str) -> None:
    assert read(sentence) == [(sentence, edtf, False)]


@pytest.mark.parametrize(
    "text",
    [
        "The yard employs 300 people.",
        "Guide to the elections of May 2018",
        "Did the yard open in April 2018?",
        "© 2018 The Harbour Ledger. ",
        "Published on 4 November 2019.",
        "At 3:23 pm on 4 May 2018, harbour_fan wrote: the new pier was a waste of money.",
        "On 4 May 2018 at 15:23, Ada Lee wrote: the pier was opened by nobody.",
        "The pier is shut Page last updated at 08:58 GMT, 24 June 2018 and more.",
        "Read more: our summer of 2018.",
        "The strike lasted three weeks.",
        "The yard was recently sold.",
        "The market is held every Monday.",
        "In summer 2018, ferries ran daily and the bar was usually open.",
        "The bar was open in 2018 every night.",
        "SHENZHEN, Nov. 4 (Agency) — The yard has a new owner, who is from here.",
        "Nov. 4, 2019 (Reuters) - Nobody knows why the yard has been closed.",
        "The harbour is ours! Posted by Ann | May 4, 2018 9:18 PM | Reply It was closed for good.",
        "New York, N.Y., 4 November 2019 - Nobody knows why the yard has been closed.",
        "It rained in May 2018, " + "and rained, " * 200 + "and stopped.",
    ],
)
def test_no_claim(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("The board has sold its last yard to Leeds.", "The board has sold its last yard to Leeds"),
        ("Two men were jailed for life at York.", "Two men were jailed for life at York"),
        ("The yard is old. Leeds has just signed a lease.", "Leeds has just signed a lease"),
        ("The yard is old. Recently, the board passed a rule.", "The board passed a rule"),
        ("The yard is old. The news comes as Leeds recently sold it.", "Leeds recently sold it"),
    ],
)
def test_what_is_told_as_done_without_a_date(text: str, headline: str) -> None:
    assert undated(text) == [headline]
    assert undated(text, None) == []


@pytest.mark.parametrize(
    "text",
    [
        "The yard is old. The board has sold its last yard to Leeds.",
        "The yard will be sold to Leeds by the board.",
        "When the yard opened, nobody in Leeds had heard of it.",
        "It has been a long summer for the yards of Leeds.",
        "The yard, which recently opened a bar, is the largest in Leeds.",
        "The recently opened yard is the largest in Leeds.",
        "The yard is old. Leeds’s recently opened yard is the largest in town.",
        "Based on new rules, the yard is the largest in Leeds.",
        "Every year the board has opened a new yard in Leeds.",
        "“The board has just sold the last yard to Leeds,” he says.",
        "The board has not sold its last yard to Leeds.",
        "The yard sold a crane three weeks after the strike.",
        "Yard sold",
        "The yard opened last month. The board sold its last yard to Leeds.",
    ],
)
def test_no_claim_without_a_date(text: str) -> None:
    assert undated(text) == []


def test_an_unresolved_date_makes_no_claim() -> None:
    text = "The yard opened last month."
    assert list(find_claims(text, find_dates(text, None))) == []


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("The yard was shut from January to March 2018.", "2018-01/2018-03"),
        ("From 12 to 18 October 2018, the yard was shut.", "2018-10-12/2018-10-18"),
        ("Between 2014 and 2018 the yard changed hands.", "[2014..2018]"),
        ("In 2018, from 12-18 May 2018, the yard was shut.", "2018-05-12/2018-05-18"),
    ],
)
def test_a_stretch_is_one_claim_with_its_whole_date(sentence: str, edtf: str) -> None:
    assert read(sentence) == [(sentence, edtf, False)]


def test_the_end_of_a_stretch_dates_no_claim_even_alone() -> None:
    text = "The yard was shut from 4 May 2018 to 8 May 2018."
    mentions = find_dates(text, PUBLISHED)
    assert [mention.rule for mention in mentions][1] == END_OF_STRETCH
    assert list(find_claims(text, mentions[1:])) == []


def test_the_words_of_a_stretch_end_with_its_second_mention() -> None:
    text = "From January to March 2018, the yard was shut. In May it opened."
    claims = list(find_claims(text, find_dates(text, PUBLISHED)))
    assert [text[claim.start : claim.date_end] for claim in claims] == [
        "From January to March 2018",
        "In May",
    ]
