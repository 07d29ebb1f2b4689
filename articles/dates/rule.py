"""Rules: a wording, a function that reads it, and examples beside it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from articles.dates.wording import DATE, compiled, first_keys, needed_words, steps
from articles.dates.writing import ENGLISH, Writing

if TYPE_CHECKING:
    from articles.dates.context import Context
    from articles.dates.meaning import Meaning


@dataclass(frozen=True)
class Match:
    """A rule's words in a text: offsets, the slots' words, and the dates inside it, in order."""

    start: int
    end: int
    rule: "Rule"
    slots: dict[str, str]
    dates: tuple["Match", ...] = ()

    def __getitem__(self, slot: str) -> str:
        return self.slots.get(slot) or ""

    @cached_property
    def is_dated(self) -> bool:
        """Whether it names a date, and no length or time that recurs."""
        return self.rule.is_dated and all(date.is_dated for date in self.dates)


Read = Callable[[Match, "Context"], "Meaning | None"]


@dataclass(frozen=True)
class Rule:
    """How one wording is found and read; `read` returns None to refuse the words it found."""

    wording: str
    read: Read = field(repr=False)
    examples: dict[str, str] = field(default_factory=dict, repr=False)
    never: tuple[str, ...] = field(default=(), repr=False)
    writing: Writing = field(default=ENGLISH, repr=False)
    language: str = "en"
    is_dated: bool = True  # False: a length, a time that recurs, a name
    of_dates: bool = False  # whether its `<date>` slots take only what is dated
    of_lengths: bool = False  # or only what is not

    @property
    def name(self) -> str:
        """What people see: the wording, in another language than English after its tag."""
        return self.wording if self.language == "en" else f"{self.language} {self.wording}"

    @cached_property
    def pieces(self) -> list[re.Pattern[str]]:
        """The patterns between (and around) the `<date>` slots."""
        return [
            re.compile(piece, re.IGNORECASE)
            for piece in compiled(self.wording, self.writing, is_naming=True).split(DATE)
        ]

    @cached_property
    def may_start_with_date(self) -> bool:
        """Whether a `<date>` may be the rule's first word, all before it being optional."""
        return re.fullmatch(self.pieces[0].pattern.removeprefix(r"\b"), "") is not None

    @cached_property
    def steps(self) -> list[tuple[str, ...]]:
        """The pattern without names in pieces: see `wording.steps`."""
        return steps(self.wording, self.writing)

    @cached_property
    def needed(self) -> frozenset[str]:
        """The words of which one must stand in what it reads, if any must."""
        return needed_words(self.wording, self.writing)

    @cached_property
    def starts(self) -> frozenset[str]:
        """The keys of the words that it may begin with, articles left out."""
        return first_keys(self.wording, self.writing)


class Family(list[Rule]):
    """The rules of one module; calling it registers a function under a name."""

    def __init__(self, *, is_dated: bool = True):
        super().__init__()
        self.is_dated = is_dated

    def __call__(
        self,
        name: str,
        *,
        examples: dict[str, str],
        never: tuple[str, ...] = (),
        of_dates: bool = False,
        of_lengths: bool = False,
    ) -> Callable[[Read], Read]:
        """A decorator that adds a rule to the family."""

        def register(read: Read) -> Read:
            rule = Rule(
                name, read, examples, never,
                is_dated=self.is_dated, of_dates=of_dates, of_lengths=of_lengths,
            )  # fmt: skip
            self.append(rule)
            return read

        return register
