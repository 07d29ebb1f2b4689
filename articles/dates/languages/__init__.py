"""Other languages than English: their rules are imported where a text is written in them."""

from functools import cache
from importlib import import_module

from articles.dates.find import OF_ENGLISH, Grammar

MODULES = {
    "es": "spanish", "fr": "french", "de": "german", "pt": "portuguese", "it": "italian",
    "nl": "dutch", "zh": "chinese",
}  # fmt: skip


def is_read(tag: str) -> bool:
    """Whether dates are read in texts of a language, by its BCP 47 tag."""
    language = tag.partition("-")[0].lower()
    return language == "en" or language in MODULES


def grammar_of(tag: str) -> Grammar | None:
    """The grammar of a language by its BCP 47 tag ("en", "pt-BR"); None where there is none."""
    language = tag.partition("-")[0].lower()
    return OF_ENGLISH if language == "en" else other(language)


@cache
def other(language: str) -> Grammar | None:
    """The grammar of another language than English."""
    name = MODULES.get(language)
    if name is None:
        return None
    grammar: Grammar = import_module(f"articles.dates.languages.{name}").GRAMMAR
    return grammar
