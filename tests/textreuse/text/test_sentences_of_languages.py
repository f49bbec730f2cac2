from __future__ import annotations

import pytest

from tests.textreuse.stories import CLOCKS, FERRY, RAIN
from tests.textreuse.text.rare_sentence_examples import RARE_EXAMPLES
from tests.textreuse.text.sentence_examples import EXAMPLES
from textreuse import split_paragraph, split_sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


def read(example: str) -> list[str]:
    return [sentence.strip() for sentence in example.split("|")]


ROWS = [
    pytest.param(example, id=f"{language} {example}")
    for language, examples in EXAMPLES.items()
    for example in (examples + RARE_EXAMPLES[language]).strip().split("\n")
    if example
]


@pytest.mark.parametrize("example", ROWS)
def test_sentences_end_where_a_reader_of_the_language_ends_them(example: str) -> None:
    sentences = read(example)

    assert cut(" ".join(sentences)) == sentences


@pytest.mark.parametrize("language", EXAMPLES)
def test_all_examples_of_a_language_are_one_text(language: str) -> None:
    examples = [read(example) for example in EXAMPLES[language].strip().split("\n")]
    text = "\n\n".join(" ".join(sentences) for sentences in examples)

    assert cut(text) == [sentence for sentences in examples for sentence in sentences]


def test_the_language_is_that_of_the_whole_text() -> None:
    italian = "L'avvocato ha parlato alla Camera e non è uscito dal porto con la nave.\n\n"
    text = f"{italian}Ecco l'on. Rossi."

    start = len(italian)
    assert split_paragraph(text, start, len(text)) == [(start, len(text))]


def test_what_is_a_word_of_the_language_ends_a_sentence() -> None:
    assert cut(f"They moved on. Rossi stayed. {FERRY}") == [
        "They moved on.",
        "Rossi stayed.",
        FERRY,
    ]
    assert cut(f"He wore a cap. {RAIN} There were ten. Max won. {CLOCKS}") == [
        "He wore a cap.",
        RAIN,
        "There were ten.",
        "Max won.",
        CLOCKS,
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Look at p.12 and Art.5 and No.7 here.",
        "It is in the U.S. Senate and in the Ph.D. Committee.",
        "The area is 5 km² in all.",
    ],
)
def test_a_number_behind_a_point_is_no_footnote_where_it_belongs_to_the_word(sentence: str) -> None:
    assert cut(f"{FERRY} {sentence} {RAIN}") == [FERRY, sentence, RAIN]


def test_an_address_can_end_a_sentence() -> None:
    assert cut("Read it at example.com. Rain fell.") == ["Read it at example.com.", "Rain fell."]
