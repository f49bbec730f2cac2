"""Likeness: whether two quotations are one utterance, or only sound alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from textreuse.statements.quotations.quotation import Quotation
from textreuse.statements.utterances.folded_words import FoldedWords, fold_words
from textreuse.statements.utterances.speakers import are_same_speakers
from textreuse.statements.utterances.speakers_near import are_named_near
from textreuse.statements.utterances.telling_words import TellingWords
from textreuse.statements.utterances.word_runs import WordRun, align_words
from textreuse.text.corpus import Corpus, Position
from textreuse.text.spans import Span

_WHOLE = ((4, 2.5), (5, 2.0), (6, 1.5), (9, 0.0))
"""Words, and what they must be worth, of a quotation that stands whole in another one."""

_PART = ((5, 2.5, 0.8), (6, 1.5, 0.8), (8, 1.0, 0.8), (8, 2.5, 0.5))
"""Words in common, their worth, and their share of the shorter one, of two that differ."""

_RUN = ((8, 2.5, 0.0), (8, 1.0, 0.5))
"""Words in a row, their worth, and their share of the shorter one, by which two overlap."""

_SPEAKERS_PART = ((1, 1.0, 1.0), (3, 1.0, 0.6), (4, 2.0, 0.5))
"""Words in common, their worth and their share where one person says both, or the words around
both tell of one occasion."""

_SPEAKERS_RUN = ((6, 2.5, 0.0), (5, 1.5, 0.5), (4, 1.5, 0.5))
"""Words in a row, their worth and their share of the shorter one, of one person."""

_SPEAKERS_WHOLE = (4, 0.5, 1.0)
"""What one person must say so that it is part of what that person says elsewhere."""

_SPEAKERS_ALL = 3
"""Words, whatever they are, that one person says in either article, no more and no less."""

_DOVETAIL = (5, 1.5, 0.0)
"""Words in a row, their worth and share, of one person, where one begins as the other ends."""

_OTHERS = (8, 3.0, 0.7)
"""What must be in common of words that two articles give to two people, of whom neither is named
beside them in the other article: fewer anybody may say."""

_COMMONPLACE = 7
"""Words up to which two say the same by chance, of whom one is somebody and the other a document,
an organisation or nobody with a name."""

_ALIGNED, _ALIGNED_SHARE = 5, 0.45
"""Different words in common, in whatever order, or their share of those of the shorter one, below
which none of the above is reached."""

_AGAIN = 3
"""Words, all of the shorter one, that one article quotes again."""

_CONTEXT = 1.5
"""What the words around both must be worth so that they tell of one occasion."""


@dataclass(frozen=True)
class FoldedQuotation:
    """A direct quotation and its words."""

    quotation: Quotation
    words: FoldedWords

    @property
    def article(self) -> int:
        """The article in which it stands."""
        return self.quotation.span.article


class _Common(NamedTuple):
    """What two quotations have in common."""

    words: int
    worth: float
    share: float
    """Of the shorter one."""
    longest: int
    """Most words in a row."""
    is_whole: bool
    """Whether the shorter one stands in the other as it is."""
    is_dovetailed: bool

    @property
    def in_a_row(self) -> _Common:
        """The same with the longest run alone for words."""
        return self._replace(words=self.longest)

    def reaches(self, least: tuple[int, float, float]) -> bool:
        """Tell whether there are so many words, of such worth and share."""
        words, worth, share = least
        return self.words >= words and self.worth >= worth and self.share >= share


class Likeness:
    """What tells of two quotations of a corpus whether they are one utterance."""

    def __init__(self, corpus: Corpus, telling: TellingWords) -> None:
        self._corpus, self._telling = corpus, telling
        self._contexts: dict[Span, frozenset[str]] = {}

    def align(
        self, one: FoldedQuotation, other: FoldedQuotation, *, supported: bool = False
    ) -> list[WordRun]:
        """Return the words in common where both are one utterance; none where they are not.

        `supported` says that what stands beside them in one turn is one utterance already.
        """
        if one.article == other.article and not _is_part(one.words, other.words):
            # What an article says again: all else are parts of one speech.
            return []
        ours, theirs = one.words.distinct, other.words.distinct
        shared = ours & theirs
        if len(shared) < min(_ALIGNED, _ALIGNED_SHARE * min(len(ours), len(theirs))):
            return []
        same = are_same_speakers(one.quotation.speaker, other.quotation.speaker)
        if same and one.words.keys == other.words.keys and len(one.words) >= _SPEAKERS_ALL:
            return [WordRun(0, 0, len(one.words))]
        if one.article != other.article:
            most = self._bound(one, other, shared)
            if not _may_reach(most, same, supported=supported):
                return []
        runs = align_words(one.words.keys, other.words.keys)
        if not runs:
            return []
        common = self._measure(one, other, runs)
        if one.article == other.article:
            is_one = common.words >= _AGAIN
        elif same is False and not supported:
            is_one = common.reaches(_OTHERS) or (
                any(map(common.reaches, _PART))
                and are_named_near(self._corpus, one.quotation, other.quotation)
            )
        elif same or supported:
            is_one = _says_one_speaker(common)
        else:
            are_unlike = "unresolved" not in (
                one.quotation.speaker.kind,
                other.quotation.speaker.kind,
            )
            is_enough = _says_anybody(common)
            is_one = (is_enough and (not are_unlike or common.words > _COMMONPLACE)) or (
                (is_enough or any(map(common.reaches, _SPEAKERS_PART)))
                and self._have_one_context(one, other)
            )
        return runs if is_one else []

    def _bound(
        self, one: FoldedQuotation, other: FoldedQuotation, shared: frozenset[str]
    ) -> _Common:
        """Return what two quotations may have in common at most, by their different words."""
        shorter, longer = sorted((one.words, other.words), key=len)
        words = sum(key in shared for key in shorter.keys)
        share = words / len(shorter)
        worth = self._telling.add_up(shared, (one.article, other.article))
        is_whole = share == 1 and shorter.row in longer.row
        return _Common(words, worth, share, words, is_whole, is_dovetailed=True)

    def _measure(
        self, one: FoldedQuotation, other: FoldedQuotation, runs: Sequence[WordRun]
    ) -> _Common:
        words = sum(run.size for run in runs)
        share = words / min(len(one.words), len(other.words))
        keys = chain.from_iterable(one.words.keys[run.one : run.one_end] for run in runs)
        worth = self._telling.add_up(keys, (one.article, other.article))
        return _Common(
            words,
            worth,
            share,
            max(run.size for run in runs),
            share == 1 and len(runs) == 1,
            _are_dovetailed(one.words, other.words, runs),
        )

    def _have_one_context(self, one: FoldedQuotation, other: FoldedQuotation) -> bool:
        pair = one.article, other.article
        ours, theirs = self._read_context(one.words), self._read_context(other.words)
        said = {*one.words.keys, *other.words.keys}
        return self._telling.add_up((ours & theirs) - said, pair) >= _CONTEXT

    def _read_context(self, words: FoldedWords) -> frozenset[str]:
        """Return the folded words of the sentences around a quotation: its own and both next."""
        known = self._contexts.get(words.span)
        if known is None:
            corpus = self._corpus
            row = corpus.words[words.span.article]
            inside = row.within(words.span.start, words.span.end)
            known = frozenset()
            if inside:
                base = corpus.first[words.span.article]
                first = corpus.sentence(Position(base + inside.start))[0]
                last = corpus.sentence(Position(base + inside.stop - 1))[1]
                known = frozenset(fold_words(corpus, corpus.span(first, last)).keys)
            self._contexts[words.span] = known
        return known


def _may_reach(most: _Common, same: bool | None, *, supported: bool) -> bool:
    """Tell whether two quotations with no more in common than `most` may be one at all."""
    if same is False and not supported:
        return most.reaches(_OTHERS) or any(map(most.reaches, _PART))
    return _says_one_speaker(most)


def _is_part(one: FoldedWords, other: FoldedWords) -> bool:
    """Tell whether all words of one of two stretches stand in a row in the other."""
    return one.row in other.row or other.row in one.row


def _are_dovetailed(one: FoldedWords, other: FoldedWords, runs: Sequence[WordRun]) -> bool:
    """Tell whether one begins with the words with which the other ends."""
    first, last = runs[0], runs[-1]
    return (first.one == 0 and last.other_end == len(other)) or (
        first.other == 0 and last.one_end == len(one)
    )


def _says_anybody(common: _Common) -> bool:
    """Tell whether two quotations are one whoever said them, as far as one story goes."""
    return (
        (common.is_whole and any(common.reaches((*least, 1.0)) for least in _WHOLE))
        or any(map(common.reaches, _PART))
        or any(map(common.in_a_row.reaches, _RUN))
    )


def _says_one_speaker(common: _Common) -> bool:
    """Tell whether two quotations of one person are one."""
    return (
        _says_anybody(common)
        or (common.is_whole and common.reaches(_SPEAKERS_WHOLE))
        or (common.is_dovetailed and common.in_a_row.reaches(_DOVETAIL))
        or any(map(common.reaches, _SPEAKERS_PART))
        or any(map(common.in_a_row.reaches, _SPEAKERS_RUN))
    )
