"""Which other texts say the words of a text that is to go, and what stands there instead."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from timeline.search.terms import words_of

# So many words in a row, or a whole text of no fewer than the second number, are the text's words.
RUN, LEAST = 6, 3
TAKEN_DOWN = "[taken down]"
QUOTED = re.compile(r"“.*(?:”|…)", re.DOTALL)


class Redactor:
    """Knows the words of texts, and headlines that were made of them.

    >>> redactor = Redactor(["The old ferry sank in fog on 4 May."], ["Ferry sinks"])
    >>> redactor.clean("It is said: the old ferry sank in fog."), redactor.clean("The ferry sank")
    ('[taken down]', 'The ferry sank')
    """

    def __init__(self, texts: Iterable[str], headlines: Iterable[str]) -> None:
        words = [words_of(text) for text in texts]
        self._runs = {run for text in words for run in _runs(text)}
        self._whole = "|".join(f" {' '.join(text)} " for text in words)
        self._headlines = {" ".join(words_of(headline)) for headline in headlines if headline}

    def finds_in(self, text: str) -> bool:
        """Whether the text says words of those that go."""
        words = words_of(text)
        joined = " ".join(words)
        if joined in self._headlines:
            return True
        if len(words) < RUN:
            return len(words) >= LEAST and f" {joined} " in self._whole
        return any(run in self._runs for run in _runs(words))

    def clean(self, text: str) -> str:
        """The text, unless it says words of those that go."""
        return TAKEN_DOWN if self.finds_in(text) else text

    def clean_sentence(self, text: str) -> str:
        """The same of a sentence that names things in quotation marks, of which the rest stays."""
        if any(map(self.finds_in, [text, *re.split('["“”…]', text)])):
            return QUOTED.sub(f"“{TAKEN_DOWN}”", text) if QUOTED.search(text) else TAKEN_DOWN
        return text

    def clean_all(self, value: Any) -> Any:
        """A value of JSON with each text in it cleaned."""
        if isinstance(value, dict):
            return {name: self.clean_all(one) for name, one in value.items()}
        if isinstance(value, list):
            return [self.clean_all(one) for one in value]
        return self.clean(value) if isinstance(value, str) else value


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
