"""Find what was changed from one version of a text to the next, the weightiest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from textreuse.comparison import Comparison, compare
from textreuse.revisions.change import CHANGE_KINDS, Change, ChangedWords, ChangeKind
from textreuse.revisions.correction_notices import is_correction_notice
from textreuse.revisions.sentence_pairs import Pair, pair_sentences
from textreuse.settings import EDITED, Settings
from textreuse.text.paragraphs import split_paragraphs
from textreuse.text.sentences import split_sentences
from textreuse.text.spans import Span
from textreuse.word_diff import DiffPiece, align_spans, diff_words, locate_pieces

_SETTINGS = Settings(boilerplate=False, sensitivity=EDITED)
"""Nothing is left out, and sentences find each other here by their words alone."""
_WORD = re.compile(r"\S+")


def find_changes(old: str, new: str) -> tuple[Change, ...]:
    """Return what was changed, by `CHANGE_KINDS`, then by place in the new version.

    What was removed stands by its place in the old one. Each sentence is in one change at most;
    paragraph breaks and other white space are no change. Deterministic; never raises on any text.
    """
    found = list(_Versions(old, new).list_changes())
    return tuple(sorted(found, key=lambda one: (CHANGE_KINDS.index(one.kind), _get_place(one))))


def _get_place(change: Change) -> tuple[int, int]:
    span = change.new or change.old
    assert span is not None
    return span.start, span.article


class _Versions:
    def __init__(self, old: str, new: str) -> None:
        # Loaded where it is asked for, as are statements: neither is for who only compares.
        from textreuse.revisions.weigh_words import WordScales

        self._comparison = compare([old, new], _SETTINGS)
        self._scales = WordScales(self._comparison)
        self._paragraphs = [split_paragraphs(text) for text in (old, new)]
        self._sentences = [
            _split(self._comparison, article, paragraphs)
            for article, paragraphs in enumerate(self._paragraphs)
        ]

    def list_changes(self) -> Iterator[Change]:
        for pair in pair_sentences(*map(self._list_words, self._sentences)):
            change = self._tell(pair)
            if change is not None:
                yield change

    def _list_words(self, sentences: Sequence[Span]) -> list[list[int]]:
        corpus = self._comparison.corpus
        places = map(corpus.positions, sentences)
        return [corpus.tokens[place.start : place.stop] for place in places]

    def _tell(self, pair: Pair) -> Change | None:
        old, new = self._find_span(0, pair.old), self._find_span(1, pair.new)
        if old is None or new is None:
            return self._tell_alone(old, new)
        align = align_spans(self._comparison, old, new)
        pieces = diff_words(self._comparison, align)
        if all(piece.how == "same" for piece in pieces):
            pieces = tuple(_diff_forms(self._read(old), self._read(new)))
        words = tuple(
            ChangedWords(self._scales.weigh(piece, mine, yours, old, new), mine, yours)
            for piece, mine, yours in locate_pieces(align, pieces)
        )
        kind: ChangeKind = min(
            (one.kind for one in words), key=CHANGE_KINDS.index, default="typography"
        )
        if words and kind != "typography" and self._is_notice(new):
            kind = "correction"
        if not words:
            if not pair.is_moved:
                return None
            kind = "moved"
        return Change(kind, old, new, words, pieces)

    def _tell_alone(self, old: Span | None, new: Span | None) -> Change:
        span = old or new
        assert span is not None
        text = self._read(span)
        kind: ChangeKind = "removed" if new is None else "added"
        piece = DiffPiece("deleted", text, "") if new is None else DiffPiece("inserted", "", text)
        return Change("correction" if self._is_notice(span) else kind, old, new, (), (piece,))

    def _is_notice(self, span: Span) -> bool:
        """Tell whether a sentence, or the paragraph that it stands in, is about a correction."""
        paragraphs = self._paragraphs[span.article]
        around = next((one for one in paragraphs if one[0] <= span.start < one[1]), None)
        return is_correction_notice(self._read(span)) or (
            around is not None
            and around[0] < span.start
            and is_correction_notice(self._comparison.texts[span.article][around[0] : span.start])
        )

    def _find_span(self, article: int, sentences: tuple[int, int]) -> Span | None:
        first, last = sentences
        if first == last:
            return None
        found = self._sentences[article]
        return Span(article, found[first].start, found[last - 1].end)

    def _read(self, span: Span) -> str:
        return self._comparison.texts[span.article][span.start : span.end]


def _split(
    comparison: Comparison, article: int, paragraphs: Sequence[tuple[int, int]]
) -> list[Span]:
    """Return the sentences that have a word."""
    row = comparison.corpus.words[article]
    return [
        Span(article, start, end)
        for start, end in split_sentences(comparison.texts[article], paragraphs)
        if row.within(start, end)
    ]


def _diff_forms(ours: str, theirs: str) -> Iterator[DiffPiece]:
    """Yield the same words where they are written otherwise: capitals, quotes, dashes."""
    words = [[one.span() for one in _WORD.finditer(text)] for text in (ours, theirs)]
    written = [
        [text[slice(*one)] for one in places]
        for text, places in zip((ours, theirs), words, strict=True)
    ]
    at = there = 0
    for one in Levenshtein.opcodes(*written):
        if one.tag == "equal":
            continue
        mine = _cover(words[0], one.src_start, one.src_end)
        yours = _cover(words[1], one.dest_start, one.dest_end)
        yield DiffPiece("same", ours[at : mine[0]], theirs[there : yours[0]])
        yield DiffPiece("marks", ours[slice(*mine)], theirs[slice(*yours)])
        at, there = mine[1], yours[1]
    yield DiffPiece("same", ours[at:], theirs[there:])


def _cover(places: Sequence[tuple[int, int]], first: int, last: int) -> tuple[int, int]:
    if first < last:
        return places[first][0], places[last - 1][1]
    at = places[first - 1][1] if first else 0
    return at, at
