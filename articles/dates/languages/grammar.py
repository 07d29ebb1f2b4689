"""The grammar of a language: its rules, each shown by an example, and those that join dates."""

from articles.dates.english import combined
from articles.dates.english.absolute import iso
from articles.dates.find import Grammar
from articles.dates.languages import stated
from articles.dates.languages.lexicon import LEXICONS, Lexicon
from articles.dates.languages.matched import tense_of
from articles.dates.languages.own_words import Words
from articles.dates.rule import Read, Rule
from articles.dates.writing import Writing

Examples = dict[str, str]


class Rules(list[Rule]):
    """Rules of one language."""

    def __init__(self, language: str, writing: Writing):
        super().__init__()
        self.language = language
        self.writing = writing

    def add(
        self, wording: str, read: Read, examples: Examples, never: tuple[str, ...] = ()
    ) -> None:
        """Add a rule: how it's worded, what reads it, its examples and counter-examples."""
        self.append(Rule(wording, read, examples, never, self.writing, self.language))


def begin(
    words: Words, lexicon_class: type[Lexicon] = Lexicon
) -> tuple[Rules, Rules, Rules, Rules, Rules, Grammar]:
    """Rules of a language, which its module fills: stated, counted, and three levels of joins."""
    lexicon = LEXICONS[words.language] = lexicon_class(words)
    families = [Rules(words.language, lexicon.writing) for _ in range(5)]
    stated_rules, counted, modifiers, parts, bounds = families
    stated_rules.add("<iso>", iso, {"2019-11-04": "2019-11-04"}, ("2019-02-31",))
    stated_rules.add(
        "<dotted>|<slashed>", stated.numeric,
        {"4.11.2019": "2019-11-04", "4/11/2019": "2019-11-04", "4/11/19": "2019-11-04"},
        ("45/50/60", "1.45.2019"),
    )  # fmt: skip
    parts.add("<date>, <date>", combined.together, {"2019-11-04, 4.11.2019": "2019-11-04"})
    levels = [modifiers, parts, bounds]
    grammar = Grammar([stated_rules, counted], levels, counted, tense_of, lexicon.writing)
    return stated_rules, counted, modifiers, parts, bounds, grammar
