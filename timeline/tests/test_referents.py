"""Whom “the firm” and “she” mean, and where that isn't certain."""

from datetime import date

import pytest

from articles.dates import find_dates
from timeline.claims.claim import find_claims
from timeline.claims.headline import headline_of

PUBLISHED = date(2019, 11, 7)


def last_headline(text: str) -> str:
    mentions = find_dates(text, PUBLISHED)
    *_, claim = find_claims(text, mentions, PUBLISHED.toordinal())
    return headline_of(text, claim, None if claim.mention is None else mentions[claim.mention])


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Nordsee has yards. In April 2018, the firm opened a bar.", "[Nordsee] opened a bar"),
        ("Harbour Bank is old. The bank sold one in May.", "[Harbour Bank] sold one in May"),
        (
            "Nordsee is old. In 2017, the firm sued Ann Lee. The firm won in 2018.",
            "[Nordsee] won in 2018",
        ),
        (
            "Nordsee has yards. The firm said on Monday that it had sold one.",
            "[Nordsee] had sold one",
        ),
        ("Nordsee’s yards are old. The firm shut one in May.", "[Nordsee] shut one in May"),
        ("It rained. The group would leave in May, Low said.", "The group would leave in May"),
        ("Nordsee sued Ostsee. The firm lost in May 2018.", "The firm lost in May 2018"),
        ("Ann Lee left. The firm lost in May 2018.", "The firm lost in May 2018"),
        ("Sales rose as more sales fell. The firm shut in May.", "The firm shut in May"),
        ("Nordsee is old. It rained. The firm shut in May 2018.", "The firm shut in May 2018"),
        ("Ann Lee is old. She resigned in May 2018.", "[Ann Lee] resigned in May 2018"),
        ("Ann Lee, 61, left. In 1998 she was fined.", "[Ann Lee] was fined"),
        ("Ann Lee is a judge. She is old. She left in 1998.", "[Ann Lee] left in 1998"),
        ("Ann Lee left. Lee had won. She resigned in 2018.", "[Lee] resigned in 2018"),
        ("Ms. Lee left. She resigned in May 2018.", "[Lee] resigned in May 2018"),
        ("Ann Lee left. She won in 2017, and lost in 2018.", "[Ann Lee] lost in 2018"),
        ("Ann Lee saw a ship in Leeds. She left in 1998.", "[Ann Lee] left in 1998"),
        # somebody else may be meant
        ("Ms. Lee left. He resigned in May 2018.", "He resigned in May 2018"),
        ("Ann Lee met Mia Orr. She resigned in 2018.", "She resigned in 2018"),
        ("Ann Lee saw her sister. She left in 2018.", "She left in 2018"),
        ("Ann Lee said she was old. She left in 2018.", "She left in 2018"),
        ("Ann Lee was sacked by Orr. She left in 2018.", "She left in 2018"),
        ("Ann Lee’s boat sank. She left in 2018.", "She left in 2018"),
        ("Ann Lee left. It rained. She resigned in 2018.", "She resigned in 2018"),
        ("North Bay is old. She resigned in 2018.", "She resigned in 2018"),
        ("Lee left. She resigned in 2018.", "She resigned in 2018"),
        ("Ann Lee said on Monday that it had rained.", "It had rained"),
        ("Police said on Monday that he had been found.", "He had been found"),
    ],
)
def test_whom_a_headline_names(text: str, headline: str) -> None:
    assert last_headline(text) == headline
