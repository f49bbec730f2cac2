from __future__ import annotations

from itertools import pairwise

from hypothesis import given

from tests.textreuse.places import positions, stretch
from tests.textreuse.stories import DAM, FERRY, RAIN, quick, stories
from textreuse import Span, split_words
from textreuse.text.corpus import Corpus, Position, build_corpus
from textreuse.text.prepared_text import PreparedText

TEXTS = (FERRY, "", f"{DAM} {FERRY}", "渡船 and ferry")


def numbered(*left_out: Span) -> Corpus:
    return build_corpus([PreparedText(text) for text in TEXTS], left_out)


def test_equal_words_have_equal_tokens_in_every_article() -> None:
    row = numbered()
    there = row.first[2] + len(split_words(DAM))

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
    sizes = [len(split_words(text)) for text in TEXTS]

    found = [
        row.article(position)
        for first, n in zip(row.first, sizes, strict=True)
        for position in positions(first, first + n)
    ]

    assert found == [article for article, n in enumerate(sizes) for _ in range(n)]


def test_positions_and_spans_tell_the_same_places() -> None:
    row = numbered()
    first = row.first[2]
    last = first + len(split_words(DAM))
    span = row.span(*stretch(first, last))

    assert span == Span(2, 0, len(DAM) - 1)
    assert row.positions(span) == positions(first, last)
    assert row.positions(Span(2, 1, len(DAM) + 2)) == positions(first + 1, last)
    assert len(row.positions(Span(1, 0, 0))) == 0


def test_size_is_told_in_words() -> None:
    row = numbered()
    first = row.first[3]

    assert row.size(*stretch(0, 13)) == 13
    assert row.size(*stretch(first, first + 4)) == 3


def test_the_texts_are_kept_as_they_are() -> None:
    assert build_corpus([PreparedText(RAIN)]).texts == (RAIN,)


def test_sentences_are_told_in_positions() -> None:
    row = numbered()
    dam, ferry = len(split_words(DAM)), len(split_words(FERRY))
    first = row.first[2]

    assert row.sentences[0] == [(0, ferry)]
    assert row.sentences[1] == []
    assert row.sentences[2] == [(first, first + dam), (first + dam, first + dam + ferry)]


def test_a_position_knows_its_sentence() -> None:
    row = numbered()
    first, last = stretch(row.first[2], row.first[2] + len(split_words(DAM)))

    assert row.sentence(Position(0)) == row.sentence(Position(12)) == (0, 13)
    assert row.sentence(Position(last - 1)) == (first, last)
    assert row.sentence(last) == row.sentences[2][1]


def test_a_sentence_without_words_is_none() -> None:
    text = f"{FERRY}\n\n* * *\n\n{RAIN}"
    row = build_corpus([PreparedText(text)])

    assert [last - first for first, last in row.sentences[0]] == [13, len(split_words(RAIN))]


@quick
@given(stories())
def test_every_word_lies_in_one_sentence(texts: list[str]) -> None:
    rows = [split_words(text) for text in texts]
    row = build_corpus([PreparedText(text) for text in texts])
    for cut, first, own in zip(row.sentences, row.first, rows, strict=True):
        assert all(start < end for start, end in cut)
        assert all(one[1] == following[0] for one, following in pairwise(cut))
        assert [at for stretch in cut for at in range(*stretch)] == [
            first + at for at in range(len(own))
        ]
        assert all(row.sentence(at) == stretch for stretch in cut for at in positions(*stretch))
