"""Sentences as journalists and encyclopedias write them."""

import pytest

from articles.dates import split_sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["J. K. Low wrote it.", "She won."],
        ["W. H. Hale vs. T. S. Moor.", "A draw."],
        ["U.S. officials said so.", "It rained."],
        ["He came to the U.S. on Monday.", "He left."],
        ["It grew in the U.S.", "The rest shrank."],
        ["It opened at 5 p.m. on Monday.", "He left."],
        ["At 9 a.m. EST it began.", "It ended."],
        ["It opened at 5 p.m.", "Nobody came."],
        ["Well… he left.", "She stayed."],
        ["Well...", "She stayed."],
        ["Well . . . he left.", "She stayed."],
        ["He left .", "She stayed .", "It rained ."],
        ["“Is it over?” he asked.", "“No.”", "She left."],
        ["“Go!”", "He went."],
        ['He said "Stop."', "Then he left."],
        ["It was over (at last).", "Then it began."],
        ["The firm (founded in 1990.) grew.", "It fell."],
        ["What?!", "No way."],
        ["Yahoo! said so.", "It grew."],
        ["It fell in Jan. 2018 and rose in Feb.", "He left."],
        ["On Sat. 4 May it fell.", "It rose."],
        ["He sat.", "She stood under the sun.", "Then he left."],
        ["She said no.", "He left."],
        ["See no. 4 and Fig. 3 of it.", "There it is."],
        ["St. Ives is far away.", "He lives on Main St.", "She does not."],
        ["She got a Ph.D. in May.", "He did not."],
        ["It was 1990.", "In 1991 it fell by 3.5%.", "Then it rose."],
        ["It cost $1.5m.", "Cheap."],
        ["See example.com.", "It works."],
        ["It ended.[1]", "Then it began.[12][13]", "It ended.[citation needed]", "Then it rained."],
        ["It ended.¹", "Then it began."],
        ["That is all!!!", "Bye."],
    ],
)
def test_in_a_line(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("他来了。她走了。真的？是的！", ["他来了。", "她走了。", "真的？", "是的！"]),
        ("他说：「走。」她走了。", ["他说：「走。」", "她走了。"]),
        ("1. First item\n2. Second item", ["1. First item", "2. Second item"]),
        ("(a) One. Two.", ["(a) One.", "Two."]),
        ("• One item\n• Another item", ["• One item", "• Another item"]),
        ("# A heading\nA sentence. Another.", ["# A heading", "A sentence.", "Another."]),
        ("It was\r\nlong. It is over.", ["It was\r\nlong.", "It is over."]),
        (
            "The bridge that the town had waited for was opened by Mr.\nLow on a cold morning.",
            ["The bridge that the town had waited for was opened by Mr.\nLow on a cold morning."],
        ),
    ],
)
def test_without_spaces_and_over_lines(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences
