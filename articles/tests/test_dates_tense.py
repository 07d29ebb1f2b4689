"""Weekdays lie ahead or behind by the tense of their clause."""

from datetime import date

import pytest

from articles.dates import find_dates

PUBLISHED = date(2021, 6, 16)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("She resigned Friday.", "2021-06-11"),
        ("She will resign Friday.", "2021-06-18"),
        ("The deadline is Friday.", "2021-06-18"),
        ("The deadline is a week from Friday.", "2021-06-25~"),
        ("It was shut for a week from Friday.", "2021-06-11"),
        ("The suspect appears in court Friday.", "2021-06-18"),
        ("The hearing is on Friday.", "2021-06-18"),
        ("The council meets Friday.", "2021-06-18"),
        ("Polls open Friday.", "2021-06-18"),
        ("Come Friday, you have two choices.", "2021-06-18"),
        ("Total spending through May: $5 million.", "../2021-05"),
        ("The Owls (9-1) play Friday against the Jays.", "2021-06-18"),
        ("Ministers are meeting on Friday.", "2021-06-18"),
        ("The game was moved to Friday.", "2021-06-18"),
        ("He moved to London on Friday.", "2021-06-11"),
        ("He said the bank would cut rates on Friday.", "2021-06-18"),
        ("The fund, which holds a stake, fell Friday.", "2021-06-11"),
        ("Friday's meeting was short.", "2021-06-11"),
        ("Friday 's meeting was short.", "2021-06-11"),
        ("In May he was seen on Friday.", "2021-06-11"),
        ("The board, which was told of the plan on Friday, is silent.", "2021-06-11"),
        ("The premier presented the plan Friday to the unions.", "2021-06-11"),
        ("The firm plans to open a plant Friday.", "2021-06-18"),
        ("Heavy rain could return Friday, forecasters said.", "2021-06-18"),
        ("Heavy rain was forecast for Friday.", "2021-06-18"),
        ("He could not be reached Friday.", "2021-06-11"),
        ("Neither of them could be found Friday.", "2021-06-11"),
        ("Ahead of Friday's vote both sides rallied.", "2021-06-18"),
        ("Friday's match will decide the title.", "2021-06-18"),
        ("Voters head to the polls on Friday.", "2021-06-18"),
        ("Parliament votes Friday on the bill.", "2021-06-18"),
        ("Banks are closed Friday for the feast.", "2021-06-18"),
        ("The rules, which take effect Friday, ban such sales.", "2021-06-18"),
        ("Drivers have to pay from Friday.", "2021-06-18"),
        ("The firm reports second-quarter results Friday.", "2021-06-18"),
        ("The figures are out Friday.", "2021-06-18"),
        ("There were reports of snow Friday.", "2021-06-11"),
        ("The tour continues on Friday in Leeds.", "2021-06-18"),
        ("She leaves for Rome on Friday.", "2021-06-18"),
        ("Wales play Italy on Friday.", "2021-06-18"),
        ("Wales did not play Italy on Friday.", "2021-06-11"),
        ("A hearing had been scheduled for Friday.", "2021-06-11"),
        ("It was supposed to open Friday.", "2021-06-11"),
        ("It would take 9 months, up from 4 months in January.", "2021-01"),
        ("The figures for April are due.", "2021-04"),
        ("The April sales data will be out.", "2021-04"),
        ("She hopes to run in September's race.", "2021-09"),
        ("Sales fell more than expected in May.", "2021-05"),
        ("Inflation, at 4% in the year to December, is expected to fall.", "2020-12"),
        ("Sales are expected to fall in May.", "2022-05"),
    ],
)
def test_weekday(text: str, edtf: str) -> None:
    assert find_dates(text, PUBLISHED)[-1].edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It was closed until Friday.", "../2021-06-18"),
        ("It will be closed until at least Friday.", "../2021-06-18"),
        ("It was brought under control by Friday.", "[..2021-06-11]"),
        ("They had been cleared by Friday.", "[..2021-06-11]"),
        ("They were asked to reply by Friday.", "[..2021-06-18]"),
        ("He was ordered to leave by Friday.", "[..2021-06-18]"),
        ("She demanded an answer by Friday.", "[..2021-06-18]"),
        ("He remains in hospital until Friday.", "../2021-06-18"),
        ("The road remained closed until Friday.", "../2021-06-11"),
        ("Until Friday, they had not been named.", "../2021-06-11"),
    ],
)
def test_limit(text: str, edtf: str) -> None:
    assert find_dates(text, PUBLISHED)[-1].edtf == edtf


@pytest.mark.parametrize(
    ("published", "edtf"),
    [
        (PUBLISHED, "[2021-06-12..2021-06-13]"),
        (date(2021, 6, 19), "[2021-06-19..2021-06-20]"),  # a Saturday
        (date(2021, 6, 20), "[2021-06-19..2021-06-20]"),
    ],
)
def test_the_weekend_is_the_one_that_is_or_was(published: date, edtf: str) -> None:
    assert find_dates("It was shut over the weekend.", published)[-1].edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Here are its 2024 dates: June 9 – Hull", "2024-06-09"),
        ("Oct. 2, 2018: first case. Oct. 9: second case. Dec. 3: third", "2018-12-03"),
        ("Dec. 30, 2018: first case. Jan. 9: second case", "2019-01-09"),
        ("Oct. 2, 2018: first case. June 9: second case", "2021-06-09"),
        ("Oct. 2, 2018: first case. The second was seen on Oct. 9.", "2020-10-09"),
    ],
)
def test_a_list_of_days_goes_on_in_its_year(text: str, edtf: str) -> None:
    assert find_dates(text, PUBLISHED)[-1].edtf == edtf


@pytest.mark.parametrize("before", range(0, 260, 13))
def test_a_clause_is_found_wherever_it_stands_in_a_long_line(before: int) -> None:
    """Stretches of a text are looked through one by one; clauses lie across them."""
    text = f"{'x' * before} He was shot. She plans, for the sake of her old aunt, to resign Friday."
    [mention] = find_dates(text, PUBLISHED)
    assert mention.edtf == "2021-06-18"
