"""Like wordings at compatible dates are one event; look-alikes are not."""

import pytest

from articles.dates import parse_edtf
from timeline.merging.matching import joins, same_as_all, same_event
from timeline.merging.telling import Telling, telling


def told(sentence: str, words: str, edtf: str) -> Telling:
    span = parse_edtf(edtf)
    start = sentence.index(words)
    return telling(sentence, start, start + len(words), span.first_day, span.last_day)


def at(sentence: str, lead: str = "") -> Telling:
    """What it tells, at one and the same day."""
    return telling(f"{sentence} ", len(sentence), len(sentence), 737_000, 737_000, lead)


SERVICE = told(
    "In April 2018, Huawei put its Blockchain Service on the market.", "April 2018", "2018-04"
)


@pytest.mark.parametrize(
    ("sentence", "words", "edtf"),
    [
        ("Huawei put the Blockchain Service on the market in April 2018.", "April 2018", "2018-04"),
        ("Huawei’s Blockchain Service came to market in April.", "April", "2018-04"),
        ("Huawei put its Blockchain Service on the market in 2018.", "2018", "2018"),
    ],
)
def test_the_same_event(sentence: str, words: str, edtf: str) -> None:
    other = told(sentence, words, edtf)
    assert joins(SERVICE, other)
    assert joins(SERVICE, other) == joins(other, SERVICE)


@pytest.mark.parametrize(
    ("sentence", "words", "edtf"),
    [
        ("Huawei put its Blockchain Service on the market in May 2018.", "May 2018", "2018-05"),
        ("In April 2018, Ant put its harbour cranes up for sale.", "April 2018", "2018-04"),
        ("Huawei sold a chip to the city in 2018.", "2018", "2018"),
    ],
)
def test_another_event(sentence: str, words: str, edtf: str) -> None:
    assert not joins(SERVICE, told(sentence, words, edtf))


def test_who_and_where_alone_make_no_event() -> None:
    opened = at("Harbour Bank of Fogtown opened the new pier.", "Ferries were late in the storm.")
    lead = "Shares rose in early trade, while the mayor slept."
    assert not joins(opened, at("Harbour Bank of Fogtown sold its old yard.", lead))
    assert joins(opened, at("The new pier was opened by Harbour Bank of Fogtown.", lead))
    same = "Ferries were late in the storm."
    assert not joins(opened, at("Harbour Bank of Fogtown sold its old yard.", same))
    assert joins(opened, at("The new pier was opened by Harbour Bank of Fogtown.", same))


BEGINNING = "Harbour Bank of Fogtown had a busy day with York, Leeds, Ada Lee and Ann Smith."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbour Bank of Fogtown opened a pier.", "Harbour Bank of Fogtown sold its yard."),
        ("Harbour Bank of Fogtown bought a pier.", "Harbour Bank of Fogtown bought its yard."),
        ("Harbour Bank will build a pier in York.", "Harbour Bank will sell its yard in York."),
        ("Harbour Bank met Ada Lee in York.", "Harbour Bank sued Ada Lee in York over its yard."),
    ],
)
def test_other_deeds_of_one_day_stay_apart_though_articles_begin_alike(
    one: str, other: str
) -> None:
    ours, theirs = at(one, f"{BEGINNING} Ships came."), at(other, f"{BEGINNING} No ship came.")
    assert joins(ours, theirs) == joins(theirs, ours) == 0
    for said in (one, other):
        assert joins(at(said, f"{BEGINNING} Ships came."), at(said, f"{BEGINNING} No ship came."))


def test_two_sentences_of_one_article_join_only_if_they_say_much_the_same() -> None:
    lead = "The trial of Ada Lee went on in York on Wednesday."
    guard = at("Guard Ann Smith told the trial that Ada Lee had called her to the old pier.", lead)
    nurse = at("Nurse Eve Moor told the trial that Ada Lee said nothing of it.", lead)
    assert not joins(guard, nurse)
    assert joins(guard, at("Ada Lee called Ann Smith to the old pier, the trial was told.", lead))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbour Board opened the old library.", "The old library was opened by Harbour Board."),
        ("Harbour Board bought 12 ferries.", "Twelve ferries were acquired by Harbour Board."),
        ("An earthquake killed three people in Leeds.", "In Leeds a quake killed 3 people."),
        ("Harbour Board will not open the pier.", "The pier was not opened by Harbour Board."),
        ("Ann Smith resigned as mayor of York.", "Smith resigned as mayor of York."),
    ],
)
def test_the_same_in_other_words(one: str, other: str) -> None:
    assert joins(at(one), at(other))
    assert joins(at(other), at(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mayor of Leeds opened the library.", "The mayor of York opened the library."),
        ("The mayor of Leeds opened the library.", "The mayor of Leeds did not open the library."),
        ("The mayor of Leeds opened the library.", "The mayor of Leeds couldn’t open the library."),
        ("The mayor of Leeds opened the library.", "The mayor of Leeds closed the library."),
        ("The Bank of York bought the pier of Hull.", "The Bank of York bought the pier of Deal."),
        ("Harbour Bank signed a contract with the city.", "River Bank signed a contract with it."),
        ("The board signed a treaty with York.", "The board signed a treaty with Leeds."),
        ("The court fined 300 firms for late books.", "The court fined 12 firms for late books."),
        ("Harbour Board bought 12 ferries.", "Harbour Board bought 15 ferries."),
        ("Ann Smith joined the Leeds council.", "Mary Smith joined the Leeds council."),
    ],
)
def test_look_alikes(one: str, other: str) -> None:
    assert same_event(at(one), at(other)) == 0
    assert same_event(at(other), at(one)) == 0
    assert joins(at(one), at(one))
    assert joins(at(other), at(other))


REPORT = "Harbour Board opened its new pier. Hundreds of guests came to the ceremony there."


def test_articles_about_one_thing_make_their_quotes_more_alike() -> None:
    """But two quotes of one article are not alike because it is one article."""
    one, other = "Harbour Board opened the pier.", "The Board was proud of its pier."
    alone = same_event(at(one), at(other))
    beside = same_event(at(one, REPORT), at(other, f"{REPORT} Many stayed."))
    assert alone < beside
    assert same_event(at(one, REPORT), at(other, REPORT)) == pytest.approx(alone)


def test_capitals_of_a_title_name_nothing() -> None:
    """Though they stand before a text whose other words have none."""
    lead = "Board Signs Agreement For Pier\nThe Harbour Board signed it in May, and ships came."
    one = at("The agreement of the Harbour Board was signed.", lead)
    assert one.known == {"harbour", "board"}


def test_a_date_that_only_contains_the_other_says_less() -> None:
    year = told("Huawei put the Blockchain Service on the market in 2018.", "2018", "2018")
    month = told("Huawei put the Blockchain Service on the market in May 2018.", "May", "2018-05")
    assert same_event(year, month) < same_event(year, year) < same_event(month, month) < 1


def test_one_of_a_group_at_another_date_keeps_a_telling_out() -> None:
    later = told(
        "Huawei put its Blockchain Service on the market in May 2018.", "May 2018", "2018-05"
    )
    assert same_as_all(SERVICE, [SERVICE]) == same_event(SERVICE, SERVICE)
    assert same_as_all(SERVICE, [SERVICE, later]) == 0
    assert same_as_all(SERVICE, []) == 0
