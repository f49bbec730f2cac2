"""Texts that say little at great length: bounded work, and the same promises as for any text."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

import pytest

from benchmarks.worst_texts import KINDS
from tests.textreuse.stages import number_texts
from tests.textreuse.stories import DAM, FERRY
from textreuse import Comparison, Span, compare, find_copies, regions
from textreuse.passages import alignment
from textreuse.passages.chains import chain_seeds
from textreuse.passages.seeds import find_seeds
from textreuse.settings import Settings
from textreuse.text.corpus import build_corpus
from textreuse.text.prepared_text import PreparedText

pytestmark = pytest.mark.slow


def chance_words(count: int, vocabulary: int, seed: int) -> str:
    chance = random.Random(seed)
    return " ".join(f"w{chance.randrange(vocabulary)}" for _ in range(count))


def chance_characters(count: int, characters: str, seed: int) -> str:
    return "".join(random.Random(seed).choices(characters, k=count))


def fibonacci_words(count: int) -> str:
    one, other = "a", "ab"
    while len(other) < count:
        one, other = other, other + one
    return " ".join(other[:count])


STORIES: dict[str, Callable[[], list[str]]] = {
    "one word": lambda: ["a " * 4000] * 2,
    "one line": lambda: [f"{FERRY}\n" * 400, f"{FERRY}\n" * 300],
    "four words by chance": lambda: [chance_words(2500, 4, 1), chance_words(2500, 4, 2)],
    "eight words by chance": lambda: [chance_words(9000, 8, 1), chance_words(9000, 8, 2)],
    "three characters by chance": lambda: [
        chance_characters(4000, "天地人", 1),
        chance_characters(4000, "天地人", 2),
    ],
    "Fibonacci's words": lambda: [fibonacci_words(4000), fibonacci_words(4100)[600:]],
    "one article many times over": lambda: [chance_words(300, 5000, 1)] * 30,
}

endless = pytest.mark.parametrize("story", STORIES.values(), ids=STORIES.keys())


@endless
def test_matches_are_no_more_than_a_few_for_each_word_in_each_article(
    story: Callable[[], list[str]],
) -> None:
    texts = story()
    numbered = build_corpus([PreparedText(text) for text in texts])

    assert len(find_seeds(numbered, Settings())) <= 4 * len(numbered.tokens) * len(texts)


@pytest.mark.parametrize(
    ("vocabulary", "most"), [(2, 0.25), (3, 0.25), (5, 0.25), (8, 1), (12, 1), (20, 1)]
)
def test_texts_of_few_words_have_fewer_matches_than_words_and_few_chains(
    vocabulary: int, most: float
) -> None:
    numbered = number_texts(*(chance_words(20_000, vocabulary, seed) for seed in (1, 2)))

    found = find_seeds(numbered, Settings())
    chains = chain_seeds(numbered, found, Settings())

    assert len(found) <= most * len(numbered.tokens)
    assert sum(map(len, chains)) <= len(numbered.tokens) / 4


def test_sentences_that_come_again_and_again_all_keep_a_match() -> None:
    numbered = number_texts(*(KINDS["10 refrains"](20_000, seed) for seed in (1, 2)))

    matched: set[int] = set()
    for left, right, size in find_seeds(numbered, Settings()):
        matched.update(range(left, left + size), range(right, right + size))

    assert len(matched) >= 0.99 * sum(map(len, numbered.words))


def test_one_sentence_with_other_nouns_has_fewer_matches_than_words() -> None:
    numbered = number_texts(*(KINDS["one sentence, other nouns"](20_000, seed) for seed in (1, 2)))

    assert len(find_seeds(numbered, Settings())) <= 1.5 * len(numbered.tokens)


@pytest.mark.parametrize("refrain", ["a ", "one two three four five six seven ", f"{FERRY} "])
def test_what_repeats_itself_at_once_is_cut_into_few_parts_that_hold_it_all(refrain: str) -> None:
    comparison = compare([refrain * (60_000 // len(refrain.split()))])

    assert len(comparison.passages) <= 3_000
    repeated = comparison.word_count(0, comparison.repeats(0))
    assert repeated == comparison.word_count(0)


@endless
def test_every_word_that_has_a_match_keeps_one(story: Callable[[], list[str]]) -> None:
    texts = story()
    numbered, ngram = build_corpus([PreparedText(text) for text in texts]), Settings().ngram
    grams = [tuple(numbered.tokens[at : at + ngram]) for at in range(len(numbered.tokens))]
    often = Counter(grams)

    found = find_seeds(numbered, Settings())

    matched = bytearray(len(grams))
    for left, right, size in found:
        matched[left : left + size] = matched[right : right + size] = b"\1" * size
    expected = {at + i for at, gram in enumerate(grams) if often[gram] > 1 for i in range(ngram)}
    assert {at for at, mark in enumerate(matched) if mark} == expected


@endless
def test_swapping_two_texts_swaps_the_answers(story: Callable[[], list[str]]) -> None:
    one, other = story()[:2]

    assert answers(compare([one, other]), 0, 1) == answers(compare([other, one]), 1, 0)


def answers(comparison: Comparison, one: int, other: int) -> list[list[tuple[int, int]]]:
    return [
        [(span.start, span.end) for span in told(article)]
        for article in (one, other)
        for told in (comparison.shared, comparison.repeats, comparison.only_here)
    ]


def test_a_refrain_between_paragraphs_of_their_own_is_found_every_time() -> None:
    text = "\n\n".join(f"{FERRY} {DAM}\n\n{chance_words(40, 5000, n)}" for n in range(60))

    comparison = compare([text])

    repeats = comparison.repeats(0)
    assert len(repeats) == 60
    assert all(span.start == text.index(FERRY, span.start) for span in repeats)


@pytest.mark.parametrize(
    "text",
    [" " * 50_000, "." * 50_000, ".'" * 20_000, "a." * 20_000, "\u0301" * 50_000],
    ids=["spaces", "points", "points and quotes", "points and letters", "accents"],
)
def test_a_line_without_words_does_not_take_all_day(text: str) -> None:
    assert compare([text, text]).passages == ()


def with_changes(text: str, every: int) -> str:
    changed = text.split(" ")
    for at in range(every // 2, len(changed), every):
        changed[at] = f"changed{at}"
    return " ".join(changed)


def test_a_long_text_is_aligned_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    text = chance_words(20_000, 5000, 1)
    longest = 0

    def measured(left: list[int], right: list[int]) -> list[tuple[int, int, int]]:
        nonlocal longest
        longest = max(longest, len(left) + len(right))
        return common_runs(left, right)

    common_runs = alignment.find_common_runs
    monkeypatch.setattr(alignment, "find_common_runs", measured)
    (passage,) = compare([text, with_changes(text, 20)]).passages

    assert longest <= 5000
    assert passage.left.length == len(text)
    assert passage.similarity == pytest.approx(0.95)
    assert len(passage.runs) == 1001


@pytest.mark.parametrize("refrain", ["a ", "one two three four five six seven "])
def test_one_sentence_that_repeats_itself_is_not_aligned_anew_for_each_passage(
    monkeypatch: pytest.MonkeyPatch, refrain: str
) -> None:
    text = refrain * (12_000 // len(refrain.split()))
    aligned = 0

    def counted(left: list[int], right: list[int]) -> list[tuple[int, int, int]]:
        nonlocal aligned
        aligned += len(left) + len(right)
        return common_runs(left, right)

    common_runs = alignment.find_common_runs
    monkeypatch.setattr(alignment, "find_common_runs", counted)
    comparison = compare([text])

    assert comparison.repeats(0)
    assert aligned <= 4 * 12_000


def in_sentences(row: list[str], size: int, mark: str = ".") -> str:
    parts = (row[at : at + size] for at in range(0, len(row), size))
    return " ".join(" ".join(part).capitalize() + mark for part in parts)


def rewritten(row: list[str], size: int) -> list[str]:
    """Return the words of each sentence of `size` in another order."""
    chance = random.Random(2)
    return [
        word
        for at in range(0, len(row), size)
        for word in chance.sample(row[at : at + size], len(row[at : at + size]))
    ]


LONG = chance_words(6_000, 5000, 1).split()
LONGER = chance_words(12_000, 5000, 1).split()
BOUNDED: dict[str, Callable[[], list[str]]] = {
    "the same long text twice": lambda: [in_sentences(LONG, 15)] * 2,
    "one sentence of thousands of commas, twice": lambda: [", ".join(LONG)] * 2,
    "rewritten, without a mark": lambda: [" ".join(LONGER), " ".join(rewritten(LONGER, 6))],
    "rewritten in one sentence": lambda: [
        in_sentences(LONGER, 6, ","),
        in_sentences(rewritten(LONGER, 6), 6, ","),
    ],
    "refrains, rewritten each time": lambda: [
        in_sentences(rewritten(LONG[:1500] * 4, 15), 15),
        in_sentences(rewritten((LONG[:1500] * 4)[::-1], 15), 15),
    ],
    "sentences in another order": lambda: [
        in_sentences(LONGER, 30),
        " ".join(sorted(in_sentences(LONGER, 30).split(". "))),
    ],
    "one article in many others": lambda: [
        in_sentences(LONG[:300] + LONG[at : at + 30], 15) for at in range(300, 600, 15)
    ],
}


@pytest.mark.parametrize("story", BOUNDED.values(), ids=BOUNDED.keys())
def test_long_texts_have_no_more_passages_and_regions_than_sentences(
    story: Callable[[], list[str]],
) -> None:
    comparison = compare(story())

    units = len(comparison.sentence_similarity.units.units)
    pairs = max(1, len(comparison.corpus.texts) - 1)
    assert len(comparison.passages) <= 2 * units * pairs
    assert len(regions(comparison)) <= units * pairs
    assert len(comparison.groups) <= len(comparison.passages)


def test_copies_of_one_line_among_thousands_are_told_before_long() -> None:
    line = "The ferry left the old harbour at dawn with forty crates. "
    comparison = compare([line * 3_000])

    found = find_copies(comparison, Span(0, 0, len(line) - 1))

    assert found
    assert all(copy.similarity == 1.0 for copy in found)
