"""Alignment: which words of two stretches are the same, and where the stretches end.

The longest common subsequence of words (rapidfuzz's Indel distance, after Hyyrö's bit-parallel
algorithm) says what is the same; the ends are grown over short matches as in the drop-off
extension of BLAST (Altschul et al. 1990).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from textreuse.passages.chains import Chain
from textreuse.settings import Settings
from textreuse.text.corpus import Corpus, Position

_TAIL = 8
"""Words looked at beyond either end of a chain for a match too short to be a seed."""

_TAIL_RUN = 2
"""Words in a row that a match beyond the sentence needs: a lone "the" leads into the next one."""

_AT_SENTENCE_EDGE = 0.5
"""What it is worth, in words, that a match begins or ends the sentence on both sides."""

_INSERTED, _REPLACED = 20, 2
"""Words that one side, and that the other, may have between the box and how the sentence begins
or ends on both: an apposition or a clause that was put in, perhaps for a word or two."""

_OPENING = 64
"""Most words with which it may so begin or end. Longer ones are passages of their own, and to
compare them for every box of an endless sentence takes the square of its length."""

_PIECE = 4_000
"""Words, of both sides together, up to which a stretch is aligned as a whole. The time and the
memory of it grow with the product of the sides; a longer one is cut where it is known to agree."""

_MARGIN = 32
"""Words from either end of a long run of the same words at which a stretch is cut: far enough
inside that what was changed beside the run is aligned with some of it."""


Run = tuple[Position, Position, int]
"""Position on the left, position on the right, number of words."""


@dataclass(frozen=True, slots=True)
class Box:
    """A candidate: the words `left:left_end` stand over `right:right_end`."""

    left: Position
    left_end: Position
    right: Position
    right_end: Position
    runs: tuple[Run, ...]
    """What is the same; the first begins and the last ends both sides."""

    @property
    def common(self) -> int:
        """Words of the longest common subsequence."""
        return sum([size for _, _, size in self.runs])

    @property
    def similarity(self) -> float:
        """The share of words that correspond, 0..1."""
        return 2 * self.common / (self.left_end - self.left + self.right_end - self.right)

    @property
    def overlaps_itself(self) -> bool:
        """Whether the two sides, in one article, share a place."""
        return self.left_end > self.right


def align_chain(corpus: Corpus, chain: Chain, settings: Settings) -> Box | None:
    """Align what a chain covers, with its tails where they do not make it too unlike.

    None where the alignment leaves words of the chain off: they belong to another passage.
    """
    left_end, right_end = chain[-1].left_end, chain[-1].right_end
    box = _align_sides(corpus.tokens, chain[0].left, left_end, chain[0].right, right_end, chain)
    for candidate in (_grow(corpus, box, lone_words=False), box):
        if (
            candidate.left <= chain[0].left
            and candidate.right <= chain[0].right
            and candidate.left_end >= left_end
            and candidate.right_end >= right_end
            and not candidate.overlaps_itself
            and candidate.similarity >= settings.least_similarity
        ):
            return candidate
    return None


def round_to_sentences(corpus: Corpus, box: Box, settings: Settings) -> Box:
    """Take in the lone words that the box lacks to begin or end where its sentences do.

    They say too little to make a passage of a box, but belong to one that is.
    """
    grown = _grow(corpus, box, lone_words=True)
    for candidate in (_extend_beyond_insertions(corpus, grown), grown):
        if (
            candidate.left <= box.left
            and candidate.right <= box.right
            and candidate.left_end >= box.left_end
            and candidate.right_end >= box.right_end
            and not candidate.overlaps_itself
            and candidate.similarity >= settings.least_similarity
        ):
            return candidate
    return box


def _extend_beyond_insertions(corpus: Corpus, box: Box) -> Box:
    """Take in how the sentence begins and ends on both sides beyond what one of them puts in."""
    tokens = corpus.tokens
    left, right = corpus.sentence(box.left)[0], corpus.sentence(box.right)[0]
    left_end = corpus.sentence(Position(box.left_end - 1))[1]
    right_end = corpus.sentence(Position(box.right_end - 1))[1]
    size = _require_alike(box.left - left, box.right - right)
    opening = size and tokens[left : left + size] == tokens[right : right + size]
    size = _require_alike(left_end - box.left_end, right_end - box.right_end)
    closing = size and tokens[left_end - size : left_end] == tokens[right_end - size : right_end]
    if not opening and not closing:
        return box
    if (opening and left == right) or (closing and left_end == right_end):
        return box  # both sides lie in one sentence, and would share a place
    return _align_sides(
        tokens,
        left if opening else box.left,
        left_end if closing else box.left_end,
        right if opening else box.right,
        right_end if closing else box.right_end,
        box.runs,
    )


def _require_alike(ours: int, theirs: int) -> int:
    """Return how many words of an opening must be the same for the rest to be an insertion.

    `ours` and `theirs` are how many words stand before the box, or behind it; 0 where nothing can
    be asked of so many.
    """
    fewer, more = sorted((ours, theirs))
    size = max(_TAIL_RUN, fewer - _REPLACED, more - _INSERTED)
    return size if size <= min(fewer, _OPENING) else 0


def _align_sides(
    tokens: list[int],
    left: Position,
    left_end: Position,
    right: Position,
    right_end: Position,
    known: Sequence[Run],
) -> Box:
    """Align both sides; what lies beyond the outermost common words is left off.

    `known` are runs of the same words in them, ascending on both sides.
    """
    runs: list[Run] = []
    for (mine, yours), (my_end, your_end) in pairwise(
        _find_cuts((left, right), (left_end, right_end), known)
    ):
        for at, there, size in find_common_runs(tokens[mine:my_end], tokens[yours:your_end]):
            runs.append((Position(mine + at), Position(yours + there), size))
            if len(runs) > 1 and _adjoin(runs[-2], runs[-1]):
                _, _, more = runs.pop()
                runs[-1] = (*runs[-1][:2], runs[-1][2] + more)
    (first_left, first_right, _), (last_left, last_right, size) = runs[0], runs[-1]
    left_end, right_end = Position(last_left + size), Position(last_right + size)
    return Box(first_left, left_end, first_right, right_end, tuple(runs))


def _find_cuts(
    start: tuple[Position, Position], end: tuple[Position, Position], known: Sequence[Run]
) -> list[tuple[Position, Position]]:
    """Return where both sides are cut to be aligned piece by piece, `start` and `end` included."""
    cuts = [start]
    if sum(end) - sum(start) > _PIECE:
        for left, right, size in known:
            margin = min(_MARGIN, size // 2)
            for inside in (margin, size - margin):
                if 2 * inside + left + right - sum(cuts[-1]) > _PIECE // 2:
                    cuts.append((Position(left + inside), Position(right + inside)))
    return [*cuts, end]


def _adjoin(run: Run, following: Run) -> bool:
    """Tell whether one run goes on in the other on both sides."""
    left, right, size = run
    return following[:2] == (left + size, right + size)


def measure_common(corpus: Corpus, box: Box) -> float:
    """How much text both sides have in common, in words (an unspaced character is half of one)."""
    return min(
        corpus.size(box.left, box.left_end) * box.common / (box.left_end - box.left),
        corpus.size(box.right, box.right_end) * box.common / (box.right_end - box.right),
    )


def _grow(corpus: Corpus, box: Box, *, lone_words: bool) -> Box:
    """Add short matches just beyond the ends while they outweigh half of what was changed.

    The gain is common words less half the words in between, as in the drop-off extension of
    BLAST (Altschul et al. 1990). `lone_words` inside the sentence count if the caller says so.
    """
    tokens = corpus.tokens
    left_limit = corpus.open_after(box.left_end, _TAIL)
    right_limit = corpus.open_after(box.right_end, _TAIL)
    if box.left_end <= box.right:
        left_limit = min(left_limit, box.right)
    ours, theirs = tokens[box.left_end : left_limit], tokens[box.right_end : right_limit]
    after = before = (0, 0)
    if not set(ours).isdisjoint(theirs):
        rest = 0, 0
        if lone_words:
            rest = (
                corpus.sentence(Position(box.left_end - 1))[1] - box.left_end,
                corpus.sentence(Position(box.right_end - 1))[1] - box.right_end,
            )
        after = _find_tail(ours, theirs, rest)
    left_start = corpus.open_before(box.left, _TAIL)
    right_start = corpus.open_before(box.right, _TAIL)
    if box.left_end <= box.right:
        right_start = max(right_start, Position(box.left_end + after[0]))
    ours, theirs = tokens[left_start : box.left][::-1], tokens[right_start : box.right][::-1]
    if not set(ours).isdisjoint(theirs):
        rest = 0, 0
        if lone_words:
            rest = (
                box.left - corpus.sentence(box.left)[0],
                box.right - corpus.sentence(box.right)[0],
            )
        before = _find_tail(ours, theirs, rest)
    if before == after == (0, 0):
        return box
    return _align_sides(
        tokens,
        Position(box.left - before[0]),
        Position(box.left_end + after[0]),
        Position(box.right - before[1]),
        Position(box.right_end + after[1]),
        box.runs,
    )


def _find_tail(left: list[int], right: list[int], sentence: tuple[int, int]) -> tuple[int, int]:
    """Return how many words to add on each side; (0, 0) where nothing is gained.

    `sentence`: how many of the words on either side belong to the sentence that is grown; among
    these a lone word counts.
    """
    best, gained, common = (0, 0), 0.0, 0
    for left_at, right_at, size in find_common_runs(left, right):
        common += size
        ends = left_at + size, right_at + size
        gain = common - (sum(ends) - 2 * common) / 2
        if ends == sentence:
            gain += _AT_SENTENCE_EDGE
        within = ends[0] <= sentence[0] and ends[1] <= sentence[1]
        if (size >= _TAIL_RUN or within) and gain > 0 and gain >= gained:
            best, gained = ends, gain
    return best


def find_common_runs(left: list[int], right: list[int]) -> list[tuple[int, int, int]]:
    """Return (left index, right index, size) of the runs of one longest common subsequence.

    Where several are equally long the choice hangs on the words alone, not on which side is
    which, so that swapping the sides swaps the answer and nothing else.
    """
    if left == right:
        return [(0, 0, len(left))] if left else []
    if right < left:
        return [(mine, theirs, size) for theirs, mine, size in find_common_runs(right, left)]
    blocks = Indel.opcodes(left, right).as_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks if block.size]
