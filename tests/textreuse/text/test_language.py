from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.textreuse.reports import REPORTS
from textreuse import split_words
from textreuse.text.language import LANGUAGES, guess_language

WRITTEN = {
    **{language: " ".join(one + other) for language, (one, other) in REPORTS.items()},
    "dutch": """De veerboot is niet op tijd aan de kade gekomen, omdat het op zee te hard waaide.
        Een deel van de mensen die in de rij stonden, ging naar huis en kwam niet meer terug.""",
    "italian": """Il traghetto è rimasto nel porto perché il mare era troppo mosso, e una parte dei
        passeggeri ha dormito nella stazione con le valigie; la nave non è ancora partita.""",
    "portuguese": """O barco não saiu do porto porque o mar estava bravo, e uma parte das pessoas
        ficou na estação com as malas; o capitão diz que ele não viu uma onda como essa.""",
    "russian": """Паром не вышел из гавани, потому что на море был шторм, и люди остались на
        вокзале до утра. Капитан говорит, что он за все эти годы не видел такой волны.""",
    "swedish": """Färjan har inte gått från kajen, eftersom det blåste för hårt på sjön, och en del
        av dem som stod i kön åkte hem till sig. De kan få pengarna tillbaka om de vill.""",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_is_known_by_its_commonest_words(language: str) -> None:
    assert guess_language(split_words(WRITTEN[language]).counts) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Brandt Weller Ravensberg Altenburg",
        "ferry harbour oranges crates dawn lighthouse keeper storm",
        "渡轮黎明时离开旧港口",
        "Laiva lähti satamasta aamulla, koska tuuli oli tyyntynyt ja meri oli rauhallinen.",
    ],
)
def test_no_language_is_guessed_without_common_words(text: str) -> None:
    assert guess_language(split_words(text).counts) is None


def test_what_two_languages_have_in_common_is_no_answer() -> None:
    # "de", "la", "que", "se" and "en" are as common in French as in Spanish.
    assert guess_language(split_words("de la que se en puerto").counts) is None


def test_a_few_quoted_words_do_not_change_the_language() -> None:
    quoting = f"{WRITTEN['german']} “The ferry is not in the harbour.”"

    assert guess_language(split_words(quoting).counts) == "german"


@given(st.sampled_from(sorted(WRITTEN)), st.randoms(use_true_random=False))
def test_the_order_of_the_words_does_not_matter(language: str, chance: object) -> None:
    keys = split_words(WRITTEN[language]).keys
    chance.shuffle(keys)  # type: ignore[attr-defined]

    assert guess_language(Counter(keys)) == language
