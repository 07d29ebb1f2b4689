"""Every module says what it is, and every public class and function what it gives."""

import ast
from collections.abc import Iterator

import pytest

from timeline.tests.test_conventions import MODULES, OURS, faults, tree

# Django's own way to say things of a class.
NEEDS_NONE = {"Meta"}


def untold(module: ast.Module | ast.ClassDef, within: str = "") -> Iterator[str]:
    """The names of its public classes, functions and methods without a docstring.

    A rule of `articles.dates`, made by a Family in capitals, is told by its pattern and examples;
    a body of "..." by its type.
    """
    for node in module.body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef):
            continue
        if node.name.startswith("_") or node.name in NEEDS_NONE:
            continue
        if not ast.get_docstring(node) and not _is_rule(node) and not _is_bodiless(node):
            yield within + node.name
        if isinstance(node, ast.ClassDef):
            yield from untold(node, f"{within}{node.name}.")


def _is_rule(node: ast.ClassDef | ast.FunctionDef) -> bool:
    calls = [made.func for made in node.decorator_list if isinstance(made, ast.Call)]
    return any(isinstance(call, ast.Name) and call.id.isupper() for call in calls)


def _is_bodiless(node: ast.ClassDef | ast.FunctionDef) -> bool:
    return isinstance(node, ast.FunctionDef) and [*map(ast.unparse, node.body)] == ["..."]


def test_modules_say_what_they_are() -> None:
    untold_modules = [
        path for path in MODULES if tree(path).body and not ast.get_docstring(tree(path))
    ]
    assert untold_modules == []


def test_public_names_say_what_they_give() -> None:
    assert faults(lambda path: untold(tree(path)), OURS) == {}


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("def f(): return 1", ["f"]),
        ("def f():\n    'One.'\n    return 1", []),
        ("def _f(): return 1", []),
        ("class C:\n    'Words.'\n    def f(self): return 1", ["C.f"]),
        ("class C:\n    'Words.'\n    class Meta: ordering = []", []),
        ("class P(Protocol):\n    'Words.'\n    def f(self): ...", []),
        ("class _C:\n    def f(self): return 1", []),
        ("@RULES('<n> ago')\ndef ago(m): return m", []),
        ("@cache\ndef f(): return 1", ["f"]),
        ("def f():\n    def g(): return 1\n    'Words.'", ["f"]),
    ],
)
def test_the_reading_of_docstrings(code: str, names: list[str]) -> None:
    assert list(untold(ast.parse(code))) == names
