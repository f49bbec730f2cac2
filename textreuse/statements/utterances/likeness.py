"""Likeness: whether two quotations are one utterance, or only sound alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from textreuse.statements.quotations.quotation import Quotation
from textreuse.statements.utterances.folded_words import FoldedWords, fold_words
from textreuse.statements.utterances.speakers import are_same_speakers
from textreuse.statements.utterances.telling_words import TellingWords
from textreuse.statements.utterances.word_runs import WordRun, align_words
from textreuse.text.corpus import Corpus, Position
from textreuse.text.spans import Span

_WHOLE, _WHOLE_WORTH = 4, 1.5
"""Words, and what they must be worth, of a quotation that stands whole in another one."""

_PART, _PART_WORTH, _PART_SHARE = 4, 2.0, 0.5
"""Words in common, their worth, and their share of the shorter one, of two that differ."""

_RUN, _RUN_WORTH = 6, 2.5
"""Words in a row, and their worth, by which two long ones overlap."""

_SURE_RUN, _SURE_WORTH = 5, 1.5
"""The same where one ends as the other begins, or one person says both."""

_SHORT_WORTH, _SHORT_SHARE = 1.0, 0.6
"""What a few words must be worth that context or speaker speaks for, and their share."""

_OTHER_WORDS, _OTHER_WORTH, _OTHER_SHARE = 8, 3.0, 0.7
"""The same of words that two articles give to two people: fewer may be said by anybody."""

_COMMONPLACE = 7
"""Words up to which people say the same by chance: something else must speak for it, too."""

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
        runs = align_words(one.words.keys, other.words.keys)
        if not runs:
            return []
        same = are_same_speakers(one.quotation.speaker, other.quotation.speaker)
        if supported:
            same = True
        return runs if self._is_one(one, other, runs, same=same) else []

    def _is_one(
        self,
        one: FoldedQuotation,
        other: FoldedQuotation,
        runs: Sequence[WordRun],
        *,
        same: bool | None,
    ) -> bool:
        pair = one.article, other.article
        common = sum(run.size for run in runs)
        longest = max(run.size for run in runs)
        share = common / min(len(one.words), len(other.words))
        keys = chain.from_iterable(one.words.keys[run.one : run.one_end] for run in runs)
        worth = self._telling.add_up(keys, pair)
        if same is False:
            return common >= _OTHER_WORDS and worth >= _OTHER_WORTH and share >= _OTHER_SHARE
        is_whole = share == 1 and len(runs) == 1
        if one.article == other.article:
            # What an article says again: all else are parts of one speech.
            return is_whole and common >= _AGAIN
        enough = (
            (is_whole and common >= _WHOLE and worth >= _WHOLE_WORTH)
            or (common >= _PART and worth >= _PART_WORTH and share >= _PART_SHARE)
            or (longest >= _RUN and worth >= _RUN_WORTH)
        )
        if enough and (same or common > _COMMONPLACE):
            return True
        if same and longest >= _SURE_RUN and worth >= _SURE_WORTH:
            return True
        is_short = worth >= _SHORT_WORTH and share >= _SHORT_SHARE
        return (enough or is_short) and bool(same or self._have_one_context(one, other))

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
