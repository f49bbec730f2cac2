"""Counterparts: where another article tells, without marks, what one quotes."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from heapq import nsmallest
from operator import attrgetter
from typing import NamedTuple

from textreuse.comparison import Comparison
from textreuse.statements.quotations.quotation import UNRESOLVED, Form, Quotation
from textreuse.statements.utterances.folded_words import FoldedWords, fold_words
from textreuse.statements.utterances.likeness import FoldedQuotation
from textreuse.statements.utterances.reported_sentences import is_reported, is_said_by
from textreuse.statements.utterances.telling_words import TellingWords
from textreuse.statements.utterances.word_runs import WordRun, align_words
from textreuse.text.corpus import Stretch
from textreuse.text.spans import Span

_FEWEST_WORDS = 4
"""Words of a quotation whose counterpart is looked for."""

_PLACES = 6
"""Units of an article in which a term may stand and still propose the sentences around them."""

_ONE = 60
"""What a term is worth that one sentence has: each of up to six has a whole part of it."""

_TRIED = 3
"""Sentences that are held against a quotation, those with most of its rare terms."""

_WORDS, _WORTH, _SHARE = 6, 2.0, 0.6
"""Words in common, in order, their worth, and their share of a sentence of the quotation, from
which on another article has its wording."""

_TERMS, _TERMS_WORTH = 2, 1.5
"""Rare terms in common, no names among them, each counted by how many sentences have it, by which
what a speaker is reported to say is what the same one is quoted with: where the sentence has a
passage with the article that quotes, too."""

_ALONE_TERMS, _ALONE_WORTH, _ALONE_SHARE = 3, 2.5, 0.4
"""The same, and their share of such terms of either, where nothing else speaks for it."""


_get_end = attrgetter("end")


class _Sense(NamedTuple):
    """What a quotation and words of a sentence have in common in whatever form and order."""

    terms: int
    worth: float
    share: float
    """Of the terms of that one of both which has fewer."""


class Counterpart(NamedTuple):
    """What another article tells in the place of a quotation."""

    told: Quotation
    words: FoldedWords
    runs: tuple[WordRun, ...]
    """What the quotation and it have in common, in order; may be none."""
    has_wording: bool
    """Whether it has most of the words of a sentence of the quotation, in order."""

    @property
    def common(self) -> int:
        """How many words the quotation and it have in common, in order."""
        return sum(run.size for run in self.runs)


class Counterparts:
    """What finds counterparts in one comparison."""

    def __init__(
        self,
        comparison: Comparison,
        quotations: Sequence[Sequence[Quotation]],
        telling: TellingWords,
    ) -> None:
        self._comparison, self._corpus = comparison, comparison.corpus
        self._units = comparison.sentence_similarity.units
        self._telling = telling
        self._quoted = [[one.span for one in of_article] for of_article in quotations]
        self._unquoted: dict[Stretch, list[FoldedWords]] = {}
        self._left_out: dict[int, frozenset[int]] = {}
        self._terms: dict[Span, frozenset[int]] = {}
        self._proposed: dict[Span, dict[int, list[Stretch]]] = {}

    def find(self, quotation: FoldedQuotation, article: int) -> Counterpart | None:
        """Return the best counterpart of a quotation in another article, None if it has none."""
        if len(quotation.words) < _FEWEST_WORDS:
            return None
        best: Counterpart | None = None
        for sentence in self._propose(quotation.quotation.span).get(article, ()):
            for words in self._list_unquoted(sentence):
                found = self._match(quotation, sentence, words)
                if found is not None and (best is None or _rank(found) > _rank(best)):
                    best = found
        return best

    def _propose(self, span: Span) -> dict[int, list[Stretch]]:
        """Return by article the sentences with most rare terms of a quotation, at least two."""
        known = self._proposed.get(span)
        if known is None:
            counts: defaultdict[Stretch, int] = defaultdict(int)
            worth: defaultdict[Stretch, int] = defaultdict(int)
            rare = self._rare
            for term in self._list_all_terms(span):
                for place, share in rare.get(term, ()):
                    counts[place] += 1
                    worth[place] += share
            met: defaultdict[int, list[tuple[int, Stretch]]] = defaultdict(list)
            for place, count in counts.items():
                if count >= _TERMS:
                    met[self._corpus.article(place[0])].append((-worth[place], place))
            known = self._proposed[span] = {
                article: [place for _, place in nsmallest(_TRIED, proposed)]
                for article, proposed in met.items()
            }
        return known

    @cached_property
    def _rare(self) -> dict[int, list[tuple[Stretch, int]]]:
        """In which sentences the terms stand that few of their article have, and their worth.

        No names, nor what frames a statement.
        """
        found: defaultdict[int, list[tuple[Stretch, int]]] = defaultdict(list)
        sentences = self._units.sentences
        for article, telling in enumerate(self._units.telling):
            left_out = self._list_left_out(article)
            for term, units in telling.items():
                if len(units) <= _PLACES and term not in left_out:
                    places = {sentences[unit] for unit in units}
                    share = _ONE // len(places)
                    found[term].extend((place, share) for place in sorted(places))
        return found

    def _list_left_out(self, article: int) -> frozenset[int]:
        """Return the terms that are names in an article, or frame a statement."""
        known = self._left_out.get(article)
        if known is None:
            framing = self._units.terms.framing[self._corpus.languages[article]]
            known = self._left_out[article] = framing | self._units.names.list_names(article)
        return known

    def _list_all_terms(self, span: Span) -> frozenset[int]:
        known = self._terms.get(span)
        if known is None:
            places = self._corpus.positions(span)
            known = self._terms[span] = frozenset(self._units.terms.at[places.start : places.stop])
        return known

    def _list_unquoted(self, sentence: Stretch) -> list[FoldedWords]:
        """Return what of a sentence stands outside marks."""
        known = self._unquoted.get(sentence)
        if known is None:
            folded = [fold_words(self._corpus, piece) for piece in self._cut(sentence)]
            known = self._unquoted[sentence] = [_trim(words) for words in folded if words.keys]
        return known

    def _cut(self, sentence: Stretch) -> Iterator[Span]:
        article, start, end = self._corpus.span(*sentence)
        quoted = self._quoted[article]
        for at in range(bisect_right(quoted, start, key=_get_end), len(quoted)):
            if quoted[at].start >= end:
                break
            yield Span(article, start, max(start, quoted[at].start))
            start = max(start, quoted[at].end)
        yield Span(article, min(start, end), end)

    def _match(
        self,
        quotation: FoldedQuotation,
        sentence: Stretch,
        words: FoldedWords,
    ) -> Counterpart | None:
        runs: list[WordRun] = []
        if len({*quotation.words.keys} & {*words.keys}) >= _WORDS:
            runs = align_words(quotation.words.keys, words.keys)
        has_wording = bool(runs) and self._has_wording(quotation, words, runs)
        speaker = quotation.quotation.speaker
        is_speakers = is_said_by(self._corpus, sentence, speaker)
        if not has_wording and not (is_speakers and self._says_same(quotation, words)):
            return None
        quoted = {start for run in runs for start, _ in words.places[run.other : run.other_end]}
        form: Form = "indirect" if is_reported(self._corpus, sentence, quoted) else "narration"
        told = Quotation(words.span, form, speaker if is_speakers else UNRESOLVED, 0)
        return Counterpart(told, words, tuple(runs), has_wording)

    def _says_same(self, quotation: FoldedQuotation, words: FoldedWords) -> bool:
        article = words.span.article
        left_out = self._list_left_out(article)
        terms = self._list_all_terms(quotation.quotation.span) - left_out
        theirs = self._list_all_terms(words.span) - left_out
        function = self._units.terms.function[self._corpus.languages[article]]
        postings = self._units.telling[article]
        common = (terms & theirs & postings.keys()) - function
        sense = _Sense(
            len(common),
            sum(sorted(1 / len(postings[term]) for term in common)),
            len(common) / max(1, min(len(terms - function), len(theirs - function))),
        )
        if sense.terms < _TERMS or sense.worth < _TERMS_WORTH:
            return False
        if sense.terms >= _ALONE_TERMS and sense.worth >= _ALONE_WORTH:
            return sense.share >= _ALONE_SHARE
        return any(
            quotation.article in passage.pair and not passage.weak
            for _, passage in self._comparison.sides.find_overlaps(words.span)
        )

    def _has_wording(
        self, quotation: FoldedQuotation, words: FoldedWords, runs: Sequence[WordRun]
    ) -> bool:
        """Tell whether most words of any sentence of a quotation stand in `words`, in order."""
        pair = quotation.article, words.span.article
        ours = quotation.words
        at = 0
        while at < len(ours):
            end = ours.find_sentence_end(at + 1)
            common = [
                ours.keys[max(run.one, at) : min(run.one_end, end)]
                for run in runs
                if run.one < end and run.one_end > at
            ]
            count = sum(map(len, common))
            if count >= _WORDS and count >= _SHARE * (end - at):
                keys = [key for row in common for key in row]
                if self._telling.add_up(keys, pair) >= _WORTH:
                    return True
            at = end
        return False


def _trim(words: FoldedWords) -> FoldedWords:
    """Return the words with a span that begins with the first and ends with the last of them."""
    start, end = words.places[0][0], words.places[-1][1]
    return replace(words, span=Span(words.span.article, start, end))


def _rank(found: Counterpart) -> tuple[bool, int, int, int]:
    """Return what is greater for better counterparts; the first of equals is taken."""
    return found.has_wording, found.common, -found.words.span.start, -found.words.span.length
