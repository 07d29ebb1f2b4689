"""Both databases find the same: run with either of them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.models import Publisher
from timeline.databases import is_like

pytestmark = pytest.mark.django_db


def test_names_are_one_whatever_their_case() -> None:
    made = Publisher.objects.named("Österreich Heute")
    assert Publisher.objects.named("österreich heute") == made
    assert Publisher.objects.named("österreich_heute") != made


@given(st.text(st.sampled_from("aAöÖßẞıİ%_\\ \n.(") | st.characters(codec="utf-8"), max_size=12))
@example("ß" * 6)
@example("ŉǰΐ")
def test_every_text_contains_itself(text: str) -> None:
    literal = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    assert is_like(literal, text, "\\")
    assert is_like(f"%{literal}%", f"before {text} after", "\\")
    assert is_like("_" * len(text), text, "\\")
    assert not is_like(f"{literal}_", text, "\\")


@pytest.mark.parametrize("arguments", [(None, "a", "\\"), ("a", None, "\\"), ("a", "a", None)])
def test_nothing_is_like_null(arguments: tuple[str | None, str | None, str | None]) -> None:
    assert is_like(*arguments) is None
