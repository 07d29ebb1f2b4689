"""Which language a text is taken to be in; English wherever that isn't sure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.dates.languages.detection import language_of
from articles.readers.cleaning import clean_text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("El barco salió del puerto el lunes por la mañana.", "es"),
        ("Le navire a quitté le port lundi matin, sous la pluie.", "fr"),
        ("Das Schiff verließ am Montag bei Regen den Hafen.", "de"),
        ("O navio deixou o porto na segunda-feira, com chuva.", "pt"),
        ("La nave ha lasciato il porto lunedì mattina.", "it"),
        ("Het schip verliet maandag in de regen de haven.", "nl"),
        ("这艘船星期一早上离开了港口，当时正在下雨。", "zh"),
        ("Varvet öppnade förra månaden med en stor fest i hamnen.", "sv"),
        ("The ship left port on Monday.\n\nIt rained.", "en"),
        ("“Je ne regrette rien”, she sang in Paris on Friday.", "en"),
        ("Deutsche Bank shares rose 3% in Frankfurt.", "en"),
        ("Abrió ayer.", "en"),
        ("2019-11-04 66% 3:1", "en"),
        ("", "en"),
        ("The ship left port on Monday. \ud800", "en"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language


@given(st.text(min_size=20))
def test_any_text_has_a_language(text: str) -> None:
    assert 2 <= len(language_of(clean_text(text))) <= 3


def test_only_the_beginning_counts() -> None:
    english = "The ship left port on Monday, and it rained all day. " * 100
    assert language_of(english + "Das Schiff verließ am Montag den Hafen. " * 1000) == "en"
