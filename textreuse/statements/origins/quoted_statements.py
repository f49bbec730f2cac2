"""What a text says is quoted from a written statement or a press release, and others quote too.

Two articles that quote one release have it from whoever sent it, neither from the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from textreuse.statements.origins.credit_cues import CONTRASTS
from textreuse.statements.origins.credits import find_release_cues, find_statement_cues
from textreuse.statements.quotations.quotation import Quotation
from textreuse.statements.wording import count_words, join_names
from textreuse.text.corpus import Corpus
from textreuse.text.spans import Span

_FEWEST_WORDS = 5
"""Words of a quotation that two articles have from one statement; fewer both may have heard."""

_FARTHEST = 15
"""Words between a quotation and what says that it is from a statement."""

_OTHER_CLAUSE = re.compile(rf"[,;:–—]\s*(?:{CONTRASTS})\b|;", re.IGNORECASE)


class QuotedStatement(NamedTuple):
    """What two articles quote, and at least one of them says is from a statement."""

    articles: tuple[int, ...]
    """Those that say so, ascending."""
    words: int
    """Of the quotations that both have whole."""
    is_release: bool
    """Whether all of them call it a press release."""
    cues: tuple[Span, ...]
    """The words that say so."""

    def explain(self, names: Sequence[str]) -> str:
        """Return a sentence that tells it."""
        say = "says" if len(self.articles) == 1 else "say"
        who = join_names(names[article] for article in self.articles)
        what = "press release" if self.is_release else "statement"
        return f"{who} {say} that {count_words(self.words)} that both quote are from a {what}."


class _Source(NamedTuple):
    cue: Span
    is_release: bool


class QuotedStatements:
    """What finds the statements that two articles of one comparison quote."""

    def __init__(self, corpus: Corpus, quotations: Sequence[Sequence[Quotation]]) -> None:
        self._corpus, self._quotations = corpus, quotations

    def find(self, pair: tuple[int, int]) -> QuotedStatement | None:
        """Return what both articles quote whole of one statement, None if neither says so."""
        found = [
            (article, self._count_common(article, turn, other), source)
            for article, other in (pair, pair[::-1])
            for turn, source in self._sources[article].items()
        ]
        common = [one for one in found if one[1]]
        if not common:
            return None
        words = {article: 0 for article, _, _ in common}
        for article, count, _ in common:
            words[article] += count
        return QuotedStatement(
            tuple(sorted(words)),
            max(words.values()),
            all(source.is_release for _, _, source in common),
            tuple(sorted(source.cue for _, _, source in common)),
        )

    @cached_property
    def _sources(self) -> list[dict[int, _Source]]:
        """Of each article the turns that it says are from a statement, and where it does."""
        return [dict(self._find_sources(article)) for article in range(len(self._quotations))]

    def _find_sources(self, article: int) -> Iterator[tuple[int, _Source]]:
        if not self._quotations[article]:
            return
        text = self._corpus.texts[article]
        cues = [_Source(cue, is_release=False) for cue in find_statement_cues(text, article)]
        cues += [_Source(cue, is_release=True) for cue in find_release_cues(text, article)]
        for source in cues:
            quotation = self._find_nearest(source.cue)
            if quotation is not None:
                yield quotation.turn, source

    def _find_nearest(self, cue: Span) -> Quotation | None:
        """Return the quotation of the sentence of a cue, of its clause, that is nearest to it."""
        corpus = self._corpus
        place = corpus.positions(cue)
        if not place:
            return None
        sentence = corpus.span(*corpus.sentence(place.start))
        near: list[tuple[int, Quotation]] = []
        for quotation in self._quotations[cue.article]:
            if quotation.span.overlap(cue):
                return None
            if quotation.span.overlap(sentence):
                start, end = sorted((cue, quotation.span), key=lambda span: span.start)
                between = Span(cue.article, start.end, end.start)
                if _OTHER_CLAUSE.search(corpus.texts[cue.article], between.start, between.end):
                    continue
                near.append((len(corpus.positions(between)), quotation))
        distance, nearest = min(near, key=lambda one: one[0], default=(0, None))
        return nearest if distance <= _FARTHEST else None

    def _count_common(self, article: int, turn: int, other: int) -> int:
        """Count the words of the quotations of a turn that `other` has whole in one of its own."""
        common = 0
        for quotation in self._quotations[article]:
            if quotation.turn == turn:
                keys = self._list_keys(quotation)
                if len(keys) >= _FEWEST_WORDS:
                    sought = f" {' '.join(keys)} "
                    if any(sought in turn_keys for turn_keys in self._turns[other]):
                        common += len(keys)
        return common

    @cached_property
    def _turns(self) -> list[list[str]]:
        """The words, folded, of the turns of each article."""
        found = []
        for of_article in self._quotations:
            turns: dict[int, list[str]] = {}
            for quotation in of_article:
                turns.setdefault(quotation.turn, []).extend(self._list_keys(quotation))
            found.append([f" {' '.join(keys)} " for keys in turns.values()])
        return found

    def _list_keys(self, quotation: Quotation) -> Sequence[str]:
        row = self._corpus.words[quotation.span.article]
        inside = row.within(quotation.span.start, quotation.span.end)
        return row.keys[inside.start : inside.stop]
