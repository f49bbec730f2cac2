"""Counterparts: where another article tells, without marks, what one quotes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from textreuse.paraphrase.tf_isf import Units
from textreuse.statements.quotations.quotation import UNRESOLVED, Form, Quotation
from textreuse.statements.utterances.folded_words import FoldedWords, fold_words
from textreuse.statements.utterances.likeness import FoldedQuotation
from textreuse.statements.utterances.reported_sentences import is_reported, names_speaker
from textreuse.statements.utterances.telling_words import TellingWords
from textreuse.statements.utterances.word_runs import WordRun, align_words
from textreuse.text.corpus import Corpus, Stretch
from textreuse.text.spans import Span

_FEWEST_WORDS = 4
"""Words of a quotation whose counterpart is looked for."""

_PLACES = 6
"""Sentences of an article in which a term may stand and still propose them."""

_TRIED = 3
"""Sentences that are held against a quotation, those with most of its rare terms."""

_WORDS, _WORTH, _SHARE = 5, 2.0, 0.6
"""Words in common, in order, their worth, and their share of a sentence of the quotation, from
which on another article has its wording."""

_TERMS, _TERMS_WORTH = 2, 1.0
"""Terms in common, and what they are worth, by which reported speech gives the same sense where
the speaker is the same: each counts one by the number of sentences that have it."""


class _Sense(NamedTuple):
    """What a sentence and a quotation have in common in whatever form and order."""

    terms: int
    worth: float

    @property
    def is_same(self) -> bool:
        """Whether one speaker says the same with both."""
        return self.terms >= _TERMS and self.worth >= _TERMS_WORTH


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
        corpus: Corpus,
        units: Units,
        quotations: Sequence[Sequence[Quotation]],
        telling: TellingWords,
    ) -> None:
        self._corpus, self._units, self._telling = corpus, units, telling
        self._quoted = [[one.span for one in of_article] for of_article in quotations]
        self._unquoted: dict[Stretch, list[FoldedWords]] = {}

    def find(self, quotation: FoldedQuotation, article: int) -> Counterpart | None:
        """Return the best counterpart of a quotation in another article, None if it has none."""
        if len(quotation.words) < _FEWEST_WORDS:
            return None
        best: Counterpart | None = None
        for sentence, sense in self._propose(quotation, article):
            for words in self._list_unquoted(sentence):
                found = self._match(quotation, sentence, words, sense)
                if found is not None and (best is None or _rank(found) > _rank(best)):
                    best = found
        return best

    def _propose(
        self, quotation: FoldedQuotation, article: int
    ) -> Iterator[tuple[Stretch, _Sense]]:
        """Yield the sentences with most rare terms of a quotation, and these."""
        postings = self._units.telling[article]
        framing = self._units.terms.framing[self._corpus.languages[article]]
        met: defaultdict[Stretch, float] = defaultdict(float)
        counts: defaultdict[Stretch, int] = defaultdict(int)
        for term in sorted(self._list_terms(quotation) - framing):
            places = {self._units.sentences[unit] for unit in postings.get(term, ())}
            if len(places) <= _PLACES:
                for place in places:
                    met[place] += 1 / len(places)
                    counts[place] += 1
        ranked = sorted(met, key=lambda place: (-met[place], place))
        for place in ranked[:_TRIED]:
            yield place, _Sense(counts[place], met[place])

    def _list_terms(self, quotation: FoldedQuotation) -> set[int]:
        places = self._corpus.positions(quotation.quotation.span)
        return set(self._units.terms.at[places.start : places.stop])

    def _list_unquoted(self, sentence: Stretch) -> list[FoldedWords]:
        """Return what of a sentence stands outside marks."""
        known = self._unquoted.get(sentence)
        if known is None:
            article, start, end = self._corpus.span(*sentence)
            cut = []
            for quoted in self._quoted[article]:
                if quoted.end > start and quoted.start < end:
                    cut.append((start, quoted.start))
                    start = max(start, quoted.end)
            cut.append((start, end))
            folded = (fold_words(self._corpus, Span(article, *piece)) for piece in cut)
            known = [_trim(words) for words in folded if words.keys]
            self._unquoted[sentence] = known
        return known

    def _match(
        self, quotation: FoldedQuotation, sentence: Stretch, words: FoldedWords, sense: _Sense
    ) -> Counterpart | None:
        runs = align_words(quotation.words.keys, words.keys)
        form: Form = "indirect" if is_reported(self._corpus, sentence) else "narration"
        speaker = quotation.quotation.speaker
        is_speakers = form == "indirect" and names_speaker(self._corpus, sentence, speaker)
        has_wording = self._has_wording(quotation, words, runs)
        if not has_wording and not (is_speakers and sense.is_same):
            return None
        told = Quotation(words.span, form, speaker if is_speakers else UNRESOLVED, 0)
        return Counterpart(told, words, tuple(runs), has_wording)

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
