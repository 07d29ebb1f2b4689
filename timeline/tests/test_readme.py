"""What the README shows of the library is what it gives."""

import doctest

from timeline.tests.test_conventions import ROOT


def test_its_examples() -> None:
    result = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert result.attempted > 3
    assert not result.failed
