from __future__ import annotations

from tests.textreuse.stories import DAM, FERRY, RAIN
from textreuse import Span, words
from textreuse.corpus import Corpus, corpus

TEXTS = (FERRY, "", f"{DAM} {FERRY}", "渡船 and ferry")


def numbered(*left_out: Span) -> Corpus:
    return corpus(TEXTS, [words(text) for text in TEXTS], left_out)


def test_equal_words_have_equal_tokens_in_every_article() -> None:
    row = numbered()
    there = row.first[2] + len(words(DAM))

    assert row.tokens[:13] == row.tokens[there : there + 13]


def test_what_stands_between_two_articles_is_like_nothing_else() -> None:
    row = numbered()
    between = [row.tokens[first - 1] for first in row.first[1:]] + row.tokens[-1:]

    assert [row.tokens.count(token) for token in between] == [1, 1, 1, 1]


def test_words_left_out_are_like_nothing_else() -> None:
    row = numbered(Span(0, 0, len("The fer")))

    assert [row.tokens.count(token) for token in row.tokens[:2]] == [1, 1]
    assert row.tokens.count(row.tokens[2]) == 2


def test_every_position_knows_its_article() -> None:
    row = numbered()
    sizes = [len(words(text)) for text in TEXTS]

    found = [
        row.article(first + at)
        for first, n in zip(row.first, sizes, strict=True)
        for at in range(n)
    ]

    assert found == [article for article, n in enumerate(sizes) for _ in range(n)]


def test_positions_and_spans_tell_the_same_places() -> None:
    row = numbered()
    first = row.first[2]
    span = row.span(first, first + len(words(DAM)))

    assert span == Span(2, 0, len(DAM) - 1)
    assert row.positions(span) == range(first, first + len(words(DAM)))
    assert row.positions(Span(2, 1, len(DAM) + 2)) == range(first + 1, first + len(words(DAM)))
    assert len(row.positions(Span(1, 0, 0))) == 0


def test_size_is_told_in_words() -> None:
    row = numbered()
    first = row.first[3]

    assert row.size(0, 13) == 13
    assert row.size(first, first + 4) == 3


def test_the_texts_are_kept_as_they_are() -> None:
    assert corpus([RAIN], [words(RAIN)]).texts == (RAIN,)
