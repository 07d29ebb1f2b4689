"""`python -m articles.dates`: explains (or prints as JSON Lines) every mention of a text."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from datetime import date
from io import TextIOWrapper
from itertools import groupby
from pathlib import Path

from articles.dates import Mention, find_dates
from articles.dates.find import rules
from articles.dates.languages import is_read
from articles.dates.languages.detection import language_of

CONTEXT = 30


def main(arguments: list[str] | None = None) -> int:
    """Read a file or standard input, print its mentions; 2 where the input can't be read."""
    parser = argparse.ArgumentParser(prog="python -m articles.dates", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE")
    parser.add_argument("--published", type=iso_date, metavar="DATE", help="as 2019-11-05")
    parser.add_argument("--language", metavar="TAG", help="as es or pt-BR; else told from the text")
    parser.add_argument("--json", action="store_true", help="print JSON Lines")
    parser.add_argument("--rules", action="store_true", help="print what English is read by")
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # as the text came in, whatever the locale
    if options.rules:
        print("\n".join(contents()))
        return 0
    try:
        data = options.file.read_bytes() if options.file else sys.stdin.buffer.read()
        text = data.decode("utf-8-sig")
    except OSError as error:
        print(f"{options.file} can’t be read: {error.strerror}.", file=sys.stderr)
        return 2
    except UnicodeDecodeError as error:
        print(f"The text is not UTF-8 (byte {error.start}); convert it first.", file=sys.stderr)
        return 2
    language = options.language or language_of(text)
    mentions = find_dates(text, options.published, language)
    if not mentions:
        print(why_silent(language), file=sys.stderr)
    for mention in mentions:
        if options.json:
            print(json.dumps(mention.as_json(), ensure_ascii=False))
        else:
            print(explained(text, mention))
    return 0


def why_silent(language: str) -> str:
    """Why nothing was found in a text of this language."""
    if is_read(language):
        return "No words of the text name a time."
    return f"No dates are read in “{language}”; name the language that it is in by --language."


def contents() -> Iterator[str]:
    """The rules of English as a table of contents: each family, each wording and an example."""
    for module, family in groupby(rules(), key=lambda rule: rule.read.__module__):
        title = (sys.modules[module].__doc__ or module).partition("\n")[0]
        yield f"\n{title}"
        for rule in family:
            shown = [
                f"“{text}” is {value.strip() or 'unresolved'}"
                for text, value in rule.examples.items()
            ]
            unlike = [f"never in “{text}”" for text in rule.never]
            yield f"  {rule.name}\n      {(shown + unlike)[0]}"


def iso_date(typed: str) -> date:
    """The date of an argument."""
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{typed}” is no date; write it as 2019-11-05") from error


def explained(text: str, mention: Mention) -> str:
    """The words in their line, what they were read as, why, and by which rule."""
    before = text[max(0, mention.start - CONTEXT) : mention.start].rpartition("\n")[2]
    after = text[mention.end : mention.end + CONTEXT].partition("\n")[0]
    words = " ".join(mention.text.split())
    return (
        f"{mention.start}–{mention.end}  {before}[{words}]{after}\n"
        f"    {mention.edtf or 'no date'}  ({mention.kind}, rule “{mention.rule}”)\n"
        f"    {mention.why}"
    )


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os._exit(0)
