"""Texts that are worst to compare: they say little at great length, or nothing twice alike.

Each kind makes a text of so many words (or marks) from a seed; another seed makes another text of
the kind. Where the kind leaves no choice, all its texts are one.
"""

from __future__ import annotations

import random
import string
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from benchmarks import prose
from benchmarks.texts import story
from textreuse import split_words

T = TypeVar("T")
TextMaker = Callable[[int, int], str]
"""Takes how many words, and a seed."""

_FIRST_NAMES = "John Mary Peter Anna Tom Susan Karl Lena Max Ida".split()
_LAST_NAMES = "Smith Jones Brown Miller Taylor Wilson Clark Lewis Walker Hall".split()
_HAN = [chr(0x4E00 + 37 * number) for number in range(100)]
_LETTERS = string.ascii_letters
_THAI = [chr(0x0E01 + number) for number in range(40)]
_MARKS = ".,;:!?-–()\"'"
_ENDLESS = ("a", "1", ".", "(", "“", "-", "’", "ก", "\u0301", "\u200b", "\U0001f600")


def _make_prose(words: int, seed: int) -> str:
    return story(2, words, 0, seed).texts[0]


def _draw_words(vocabulary: int, words: int, seed: int) -> str:
    names = [f"w{number}" for number in range(vocabulary)]
    return " ".join(random.Random(seed).choices(names, k=words))


def _draw_signs(signs: Sequence[str], words: int, seed: int) -> str:
    return "".join(random.Random(seed).choices(signs, k=words))


def _substitute(rules: dict[str, str], words: int, _: int) -> str:
    """Grow a word by substitution (Lindenmayer); each letter of it is a word."""
    grown = "a"
    while len(grown) < words:
        grown = "".join(map(rules.__getitem__, grown))
    return " ".join(grown[:words])


def _make_de_bruijn(letters: int, order: int, words: int, _: int) -> str:
    """Repeat a sequence in which every row of `order` letters stands once."""
    return " ".join(f"w{letter}" for letter in _cycle(_list_de_bruijn(letters, order), words))


def _list_de_bruijn(letters: int, order: int) -> list[int]:
    """Put Lyndon words whose length divides `order` in a row (Fredricksen, Maiorana 1978)."""
    found: list[int] = []
    word = [-1]
    while word:
        word[-1] += 1
        if order % len(word) == 0:
            found += word
        word = list(_cycle(word, order))
        while word and word[-1] == letters - 1:
            word.pop()
    return found


def _cycle(row: Sequence[T], length: int) -> Iterator[T]:
    return (row[number % len(row)] for number in range(length))


def _repeat(piece: str, words: int, _: int) -> str:
    return piece * words


def _repeat_signs(signs: Sequence[str], words: int, _: int) -> str:
    return "".join(_cycle(signs, words))


def _count_up(period: int, words: int, _: int) -> str:
    return " ".join(f"w{number % period}" for number in range(words))


def _make_table(words: int, seed: int) -> str:
    chance = random.Random(seed)
    rows = ("\t".join(f"{chance.randrange(100)}" for _ in range(8)) for _ in range(words // 8))
    return "\n".join(rows)


def _list_names(between: str, words: int, seed: int) -> str:
    chance = random.Random(seed)
    names = (
        f"{chance.choice(_FIRST_NAMES)} {chance.choice(_LAST_NAMES)}" for _ in range(words // 2)
    )
    return between.join(names)


def _change_number(numbers: int, words: int, seed: int) -> str:
    chance = random.Random(seed)
    return " ".join(
        f"The council approved plan number {chance.randrange(numbers)} on Monday after a debate."
        for _ in range(words // 11)
    )


def _fill_in(words: int, seed: int) -> str:
    chance = random.Random(seed)
    blanks = [f"noun{number}" for number in range(50)]
    return " ".join(
        "The {} said the {} of the {} was in the {}.".format(*chance.choices(blanks, k=4))
        for _ in range(words // 12)
    )


def _say_words(vocabulary: int, words: int, seed: int) -> str:
    chance = random.Random(seed)
    return " ".join(f"Word{chance.randrange(vocabulary)}." for _ in range(words))


def _draw_refrains(refrains: int, is_shuffled: bool, words: int, seed: int) -> str:
    """Draw sentences out of a few, the same for every seed; their words in any order if asked."""
    always, chance = random.Random(0), random.Random(seed)
    known = [[f"v{always.randrange(3000)}" for _ in range(12)] for _ in range(refrains)]
    drawn = (list(chance.choice(known)) for _ in range(words // 12))
    if is_shuffled:
        drawn = (chance.sample(sentence, len(sentence)) for sentence in drawn)
    return " ".join(" ".join(sentence).capitalize() + "." for sentence in drawn)


def _shuffle(apart: str, words: int, seed: int) -> str:
    """Return always the same prose, what stands `apart` in it in another order."""
    pieces = _make_prose(words, 1).split(apart)
    random.Random(seed).shuffle(pieces)
    return apart.join(pieces)


def _change_a_word(words: int, seed: int) -> str:
    """Repeat one sentence, in which each time some word is another."""
    chance = random.Random(seed)
    known = "The council approved the plan for a new bridge on Monday after a debate".split()
    sentences = []
    for number in range(words // len(known)):
        sentence = list(known)
        sentence[chance.randrange(len(known))] = f"Word{number}"
        sentences.append(" ".join(sentence))
    return ". ".join(sentences)


def _draw_paragraphs(paragraphs: int, words: int, seed: int) -> str:
    """Draw paragraphs out of a few, the same for every seed."""
    known = _make_prose(60 * paragraphs, 1).split("\n\n")[:paragraphs]
    drawn = words * len(known) // sum(len(paragraph.split()) for paragraph in known)
    return "\n\n".join(random.Random(seed).choices(known, k=drawn))


def _make_one_sentence(words: int, seed: int) -> str:
    return " ".join(split_words(_make_prose(words, seed)).keys)


def _draw_numbers(numbers: int, words: int, seed: int) -> str:
    chance = random.Random(seed)
    return " ".join(f"{chance.randrange(numbers):,}" for _ in range(words))


def _make_long_words(words: int, seed: int) -> str:
    chance = random.Random(seed)
    return " ".join("".join(chance.choices("abcdefgh", k=60)) for _ in range(words))


def _quote(words: int, seed: int) -> str:
    """Return quotations of two words, each once in a text and the same in all, with speakers."""
    speakers = random.Random(seed).choices("ABCDEFGHIJ", k=words // 4)
    return " ".join(f"“q{i} z{i}” said {speaker}." for i, speaker in enumerate(speakers))


KINDS: dict[str, TextMaker] = {
    "prose": _make_prose,
    **{f"random over {k} words": partial(_draw_words, k) for k in (2, 3, 4, 5, 6, 8, 10, 12, 20)},
    **{f"random over {k} Han": partial(_draw_signs, _HAN[:k]) for k in (1, 2, 3, 5, 10, 100)},
    **{f"random over {k} Thai letters": partial(_draw_signs, _THAI[:k]) for k in (2, 5, 40)},
    "Fibonacci's word": partial(_substitute, {"a": "ab", "b": "a"}),
    "Thue and Morse's word": partial(_substitute, {"a": "ab", "b": "ba"}),
    "a word without squares": partial(_substitute, {"a": "abc", "b": "ac", "c": "b"}),
    **{
        f"de Bruijn's, {letters} words, order {order}": partial(_make_de_bruijn, letters, order)
        for letters, order in ((2, 4), (2, 12), (4, 7), (20, 3))
    },
    **{f"a period of {k} words": partial(_count_up, k) for k in (1, 7, 100)},
    **{
        f"{piece!r} repeated": partial(_repeat, piece)
        for piece in ("Mr. ", "A. B. ", "U.S. ", "a-", "a.", "a, ", "a;b ", '"a', "(a ", "x\n")
    },
    **{f"{sign!r} without an end": partial(_repeat, sign) for sign in _ENDLESS},
    "marks": partial(_draw_signs, _MARKS),
    "marks and blanks": partial(_draw_signs, f"{_MARKS} \n"),
    "blanks": partial(_repeat, " "),
    "one word without an end": partial(_repeat, "abcdef"),
    "apostrophes in one word": partial(_repeat, "a'"),
    "accents": partial(_repeat, "e\u0301"),
    "words of 60 letters": _make_long_words,
    "letters without a space": partial(_draw_signs, "abcdefghij"),
    "a table of numbers": _make_table,
    "numbers": partial(_draw_numbers, 1_000_000),
    "100 numbers": partial(_draw_numbers, 100),
    "capitals": lambda words, seed: _make_prose(words, seed).title(),
    "one sentence without an end": _make_one_sentence,
    "names in a row": partial(_list_names, ", "),
    "names in lines": partial(_list_names, "\n"),
    "one sentence, another number": partial(_change_number, 100_000),
    "one sentence, one of 100 numbers": partial(_change_number, 100),
    "one sentence, other nouns": _fill_in,
    "one sentence, another word each time": _change_a_word,
    "sentences of one word": partial(_say_words, 5_000),
    "sentences of one word out of six": partial(_say_words, 6),
    "short quotations": _quote,
    **{f"{k} refrains": partial(_draw_refrains, k, False) for k in (1, 10, 100)},
    **{f"{k} refrains, reworded": partial(_draw_refrains, k, True) for k in (1, 10, 60)},
    **{f"{k} paragraphs drawn": partial(_draw_paragraphs, k) for k in (3, 20)},
    "paragraphs in another order": partial(_shuffle, "\n\n"),
    "words in another order": partial(_shuffle, " "),
    "stop words": lambda words, seed: " ".join(
        random.Random(seed).choices(prose.STOP_WORDS, k=words)
    ),
}
PERIODIC: dict[str, TextMaker] = {
    **{f"a period of {k} words": partial(_count_up, k) for k in range(1, 51)},
    **{f"a period of {k} Han": partial(_repeat_signs, _HAN[:k]) for k in range(1, 51)},
    **{f"a period of {k} letters": partial(_repeat_signs, _LETTERS[:k]) for k in range(1, 51)},
}
"""All short periods: of words, of characters that are words, of letters within one word."""
