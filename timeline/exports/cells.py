"""Text in the cells of a spreadsheet, which takes some of it for formulas. Plain Python."""

import re

# What a spreadsheet would work out, though it is text: also of "-0043-03-15" it makes -61. A text
# that begins with an apostrophe before such gets one more, so that reading takes away just one.
FORMULA = re.compile(r"'*[=+\-@\t\r]")


def inert(text: str) -> str:
    """The text as a cell that no spreadsheet works out.

    >>> inert("=1+1"), inert("'=1+1"), inert("It's 1+1")
    ("'=1+1", "''=1+1", "It's 1+1")
    """
    return f"'{text}" if FORMULA.match(text) else text


def as_written(cell: str) -> str:
    """The text that such a cell was made of.

    >>> as_written("'=1+1"), as_written("''=1+1"), as_written("'tis")
    ('=1+1', "'=1+1", "'tis")
    """
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell
