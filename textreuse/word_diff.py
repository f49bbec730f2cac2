"""The word diff: what was changed between two copies of one passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import Literal, NamedTuple
from unicodedata import category

from textreuse.comparison import Comparison
from textreuse.paraphrase.stems import NO_TERM
from textreuse.passages.alignment import find_common_runs
from textreuse.passages.groups import Group
from textreuse.passages.passages import REWORDED, Kind, Passage, choose_kind
from textreuse.settings import Settings
from textreuse.text.corpus import Corpus, Position
from textreuse.text.language import list_common_words
from textreuse.text.normalize import fold_punctuation
from textreuse.text.spans import Span

DiffKind = Literal["same", "marks", "deleted", "inserted", "replaced"]
"""`marks`: the words are the same, but punctuation or signs between them are not; other quotes,
dashes, capitals and white space are no difference."""

Run = tuple[Span, Span]
"""Words that are the same, in ours and in theirs."""


class DiffPiece(NamedTuple):
    """A stretch of both copies, as it is stored in each."""

    how: DiffKind
    ours: str
    theirs: str


@dataclass(frozen=True)
class CopyPair:
    """Two copies of one passage, of which one is *ours*; swapping them changes nothing else."""

    ours: Span
    theirs: Span
    kind: Kind
    similarity: float
    """As that of a `Passage`."""
    runs: tuple[Run, ...]
    """What is the same, in order on both sides."""


def pair_copies(comparison: Comparison, group: Group, ours: Span, theirs: Span) -> CopyPair:
    """Put two places of `group` over one another.

    Where a passage joins them its sides are taken, which may be less than all of the places: what
    a third copy adds to one of them may stand somewhere else in the other. Else the places are
    aligned as they are.
    """
    if theirs < ours:
        # Where several answers are equally good the same one is given from either side.
        back = pair_copies(comparison, group, theirs, ours)
        runs = tuple((mine, yours) for yours, mine in back.runs)
        return CopyPair(back.theirs, back.ours, back.kind, back.similarity, runs)
    passage = group.find_joining(ours, theirs)
    if passage is not None:
        return CopyPair(passage.left, passage.right, passage.kind, passage.similarity, passage.runs)
    return align_spans(comparison, ours, theirs)


def align_spans(comparison: Comparison, ours: Span, theirs: Span) -> CopyPair:
    """Put two stretches over one another, all of both, by the longest row of words in common."""
    corpus = comparison.corpus
    here, there = corpus.positions(ours), corpus.positions(theirs)
    found = find_common_runs(
        corpus.tokens[here.start : here.stop], corpus.tokens[there.start : there.stop]
    )
    runs = tuple(
        (
            corpus.span(Position(here.start + mine), Position(here.start + mine + size)),
            corpus.span(Position(there.start + yours), Position(there.start + yours + size)),
        )
        for mine, yours, size in found
    )
    words = len(here) + len(there)
    similarity = 2 * sum(size for _, _, size in found) / words if words else 1.0
    return CopyPair(ours, theirs, choose_kind(similarity, Settings()), similarity, runs)


def diff_words(comparison: Comparison, pair: CopyPair) -> tuple[DiffPiece, ...]:
    """Return what was changed, in reading order.

    The pieces' texts, put together, are the text of either side; words of `same` pieces are equal
    as the engine holds words for equal. Two neighbours are never both `same`.
    """
    return tuple(_join(_cut_pieces(comparison.corpus, pair)))


def locate_pieces(
    pair: CopyPair, pieces: Iterable[DiffPiece]
) -> Iterator[tuple[DiffPiece, Span, Span]]:
    """Yield the pieces of `diff_words` that differ, and where they stand in ours and in theirs.

    Either place may be empty, not both; the white space around it is left out.
    """
    at, there = pair.ours.start, pair.theirs.start
    for piece in pieces:
        if piece.how != "same":
            yield (
                piece,
                _trim(pair.ours.article, at, piece.ours),
                _trim(pair.theirs.article, there, piece.theirs),
            )
        at, there = at + len(piece.ours), there + len(piece.theirs)


def list_changes(comparison: Comparison, passage: Passage) -> Iterator[tuple[Span, Span]]:
    """Yield what differs between the runs of words that are the same, left and right, in order.

    Either may be empty, not both; the white space around it is left out. Marks count, but not
    other quotes, dashes, capitals and white space. A paraphrase has none: its words have no common
    order.
    """
    if passage.kind in REWORDED:
        return
    both = CopyPair(passage.left, passage.right, passage.kind, passage.similarity, passage.runs)
    for _, ours, theirs in locate_pieces(both, diff_words(comparison, both)):
        yield ours, theirs


def _trim(article: int, start: int, words: str) -> Span:
    """Return where `words` stand that begin at `start`, without the white space around them."""
    bare = words.strip()
    start += len(words) - len(words.lstrip()) if bare else 0
    return Span(article, start, start + len(bare))


def find_shared_words(comparison: Comparison, pair: CopyPair) -> tuple[list[Span], list[Span]]:
    """Return the words on either side that the other has too, in whatever order and form.

    The commonest words of the language are left out: they say nothing of a paraphrase.
    """
    corpus, at = comparison.corpus, comparison.sentence_similarity.units.terms.at
    sides = []
    for span in (pair.ours, pair.theirs):
        common = list_common_words(corpus.languages[span.article])
        words = corpus.words[span.article]
        base = corpus.first[span.article]
        inside = words.within(span.start, span.end)
        sides.append(
            {
                Span(span.article, words.starts[index], words.ends[index]): at[base + index]
                for index in inside
                if at[base + index] != NO_TERM and words.keys[index] not in common
            }
        )
    ours, theirs = sides
    both = set(ours.values()) & set(theirs.values())
    return (
        [span for span, term in ours.items() if term in both],
        [span for span, term in theirs.items() if term in both],
    )


def _cut_pieces(corpus: Corpus, pair: CopyPair) -> Iterator[DiffPiece]:
    ours, theirs = corpus.texts[pair.ours.article], corpus.texts[pair.theirs.article]
    words, their_words = corpus.words[pair.ours.article], corpus.words[pair.theirs.article]
    at, there = pair.ours.start, pair.theirs.start
    end = pair.ours.end, pair.ours.end, pair.theirs.end, pair.theirs.end
    for start, stop, their_start, their_stop in (*_find_equal(corpus, pair), end):
        gap, their_gap = ours[at:start], theirs[there:their_start]
        if gap == their_gap:
            yield DiffPiece("same", gap, their_gap)
        else:
            worded = words.find_overlaps(at, start) or their_words.find_overlaps(there, their_start)
            yield from _diff_between(gap, their_gap, worded=bool(worded))
        yield DiffPiece("same", ours[start:stop], theirs[their_start:their_stop])
        at, there = stop, their_stop


def _find_equal(corpus: Corpus, pair: CopyPair) -> Iterator[tuple[int, int, int, int]]:
    """Yield where the runs begin and end on both sides; word by word if not written alike."""
    ours, theirs = corpus.texts[pair.ours.article], corpus.texts[pair.theirs.article]
    words, their_words = corpus.words[pair.ours.article], corpus.words[pair.theirs.article]
    for (_, start, end), (_, their_start, their_end) in pair.runs:
        if ours[start:end] == theirs[their_start:their_end]:
            yield start, end, their_start, their_end
            continue
        indices = words.within(start, end), their_words.within(their_start, their_end)
        for here, there in zip(*indices, strict=True):
            yield (
                words.starts[here],
                words.ends[here],
                their_words.starts[there],
                their_words.ends[there],
            )


def _diff_between(ours: str, theirs: str, *, worded: bool) -> Iterator[DiffPiece]:
    """Yield what stands between two words that are the same: marks and maybe other words.

    Marks that both sides have before or behind it are no part of a change.
    """
    before = _count_marks_alike(ours, theirs)
    after = _count_marks_alike(ours[before:][::-1], theirs[before:][::-1])
    mine, yours = ours[before : len(ours) - after], theirs[before : len(theirs) - after]
    yield DiffPiece("same", ours[:before], theirs[:before])
    yield DiffPiece(_classify(mine, yours, worded=worded), mine, yours)
    yield DiffPiece("same", ours[len(ours) - after :], theirs[len(theirs) - after :])


def _count_marks_alike(ours: str, theirs: str) -> int:
    """Count the marks at the start of both that are equal."""
    return sum(1 for _ in takewhile(_are_alike, zip(ours, theirs, strict=False)))


def _are_alike(marks: tuple[str, str]) -> bool:
    ours, theirs = marks
    if ours.isspace() or theirs.isspace():
        return ours.isspace() and theirs.isspace()
    return category(ours)[0] == "P" and fold_punctuation(ours) == fold_punctuation(theirs)


def _classify(ours: str, theirs: str, *, worded: bool) -> DiffKind:
    if not worded:
        return "same" if _fold_marks(ours) == _fold_marks(theirs) else "marks"
    if not theirs.strip():
        return "deleted"
    return "replaced" if ours.strip() else "inserted"


def _fold_marks(marks: str) -> str:
    return fold_punctuation("".join(marks.split()))


def _join(pieces: Iterable[DiffPiece]) -> Iterator[DiffPiece]:
    """Unite neighbours that are both the same, and leave out what is empty."""
    filled = (piece for piece in pieces if piece.ours or piece.theirs)
    for is_same, row in groupby(filled, key=lambda piece: piece.how == "same"):
        if is_same:
            _, ours, theirs = zip(*row, strict=True)
            yield DiffPiece("same", "".join(ours), "".join(theirs))
        else:
            yield from row
