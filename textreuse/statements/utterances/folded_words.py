"""Folding: what makes two ways of writing down the same words equal.

This is the one place that says what is typography in a quotation: marks, dashes and points, capital
letters, white space, spellings, signs and numbers, and the short forms of a house style.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache

from textreuse.paraphrase.spellings import unify_spelling
from textreuse.statements.utterances.house_style import ABBREVIATED, PAIRS, SIGN_WORDS, TENS
from textreuse.statements.utterances.signs import unify_signs
from textreuse.text.abbreviations import list_abbreviations
from textreuse.text.corpus import Corpus
from textreuse.text.spans import Span

_ELLIPSIS = re.compile(r"\.{3,}|…|\.(?:[ \u00a0]\.){2,}|\*(?: ?\*){2,}")
_BRACKETED = re.compile(r"\[[^\[\]]*\]|\((?:[^\s()]+[ \u00a0]?){1,3}\)")
"""Square brackets with anything; round ones, which some houses use for them, with a few words."""
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*(?:\s|$)")

_NO_PAIRS: dict[tuple[str, str], str] = {}
_NO_FORMS: dict[str, str] = {}


@lru_cache(maxsize=8192)
def _is_short_form(word: str) -> bool:
    """Tell whether a point behind a word ends no sentence: "Mr. Lee", "Ann B. Lee"."""
    is_initial = len(word) == 1 and word.isalpha() and word != "I"
    return is_initial or word.lower() in list_abbreviations(None).inside


@dataclass(frozen=True)
class FoldedWords:
    """The words of one stretch of an article, folded, and what of its typography says something."""

    span: Span
    text: str
    """Of the whole article."""
    keys: tuple[str, ...]
    """The folded words: equal for all ways of writing one down."""
    places: tuple[tuple[int, int], ...]
    """Where each stands in the article, by code points."""

    def __len__(self) -> int:
        return len(self.keys)

    def span_of(self, first: int, last: int) -> Span:
        """Return the place of the words `first:last`; of none, the empty place before `first`."""
        article = self.span.article
        if first < last:
            return Span(article, self.places[first][0], self.places[last - 1][1])
        at = self.places[first][0] if first < len(self.places) else self.span.end
        return Span(article, at, at)

    def wording(self, first: int, last: int) -> str:
        """Return the words `first:last` as the article has them."""
        span = self.span_of(first, last)
        return self.text[span.start : span.end]

    @cached_property
    def row(self) -> str:
        """The folded words, with a space before, between and behind them."""
        return " ".join(("", *self.keys, ""))

    @cached_property
    def distinct(self) -> frozenset[str]:
        """The different words."""
        return frozenset(self.keys)

    @cached_property
    def ellipses(self) -> frozenset[int]:
        """Before which words something is openly left out; the number of words: at the end."""
        marks = _ELLIPSIS.finditer(self.text, self.span.start, self.span.end)
        starts = [start for start, _ in self.places]
        return frozenset(bisect_left(starts, mark.start()) for mark in marks)

    @cached_property
    def bracketed(self) -> frozenset[int]:
        """Words in brackets: openly the outlet's own."""
        found: set[int] = set()
        starts = [start for start, _ in self.places]
        for match in _BRACKETED.finditer(self.text, self.span.start, self.span.end):
            found.update(
                range(bisect_left(starts, match.start()), bisect_left(starts, match.end()))
            )
        return frozenset(found)

    def begins_sentence(self, index: int) -> bool:
        """Tell whether a sentence begins with the word at `index`, as far as marks tell."""
        if index == 0:
            return self.places[0][0] >= self.span.start and self.text[self.places[0][0]].isupper()
        return self.ends_sentence(index - 1)

    def ends_sentence(self, index: int) -> bool:
        """Tell whether a sentence ends behind the word at `index`."""
        is_last = index + 1 == len(self.places)
        start, end = self.places[index]
        following = self.span.end if is_last else self.places[index + 1][0]
        if not _ENDS_SENTENCE.search(self.text[end:following]):
            return False
        return is_last or not _is_short_form(self.text[start:end])

    def find_sentence_start(self, at: int) -> int:
        """Return where the sentence begins that goes on with the word at `at`, or begins there."""
        while at and not self.ends_sentence(at - 1):
            at -= 1
        return at

    def find_sentence_end(self, at: int) -> int:
        """Return behind which word the sentence ends that goes on with `at`, or ended before it."""
        while at < len(self.keys) and not (at and self.ends_sentence(at - 1)):
            at += 1
        return at


def fold_words(corpus: Corpus, span: Span) -> FoldedWords:
    """Return the words that lie wholly inside `span`, folded."""
    text = corpus.texts[span.article]
    row = corpus.words[span.article]
    inside = row.within(span.start, span.end)
    language = corpus.languages[span.article]
    keys = [_fold_word(key, language) for key in row.keys[inside.start : inside.stop]]
    places = list(
        zip(
            row.starts[inside.start : inside.stop],
            row.ends[inside.start : inside.stop],
            strict=True,
        )
    )
    unify_signs(text, keys, places, language)
    pairs = PAIRS.get(language or "", _NO_PAIRS)
    if not {first for first, _ in pairs}.isdisjoint(keys):
        _join_pairs(keys, places, pairs)
    return FoldedWords(span, text, tuple(keys), tuple(places))


@lru_cache(maxsize=8192)
def _fold_word(key: str, language: str | None) -> str:
    key = unify_spelling(key, language)
    key = ABBREVIATED.get(language or "", _NO_FORMS).get(key, key)
    key = TENS.get(language or "", _NO_FORMS).get(key, key)
    return SIGN_WORDS.get(language or "", _NO_FORMS).get(key, key)


def _join_pairs(
    keys: list[str], places: list[tuple[int, int]], pairs: dict[tuple[str, str], str]
) -> None:
    at = 0
    while at + 1 < len(keys):
        joined = pairs.get((keys[at], keys[at + 1]))
        if joined is not None:
            keys[at : at + 2] = [joined]
            places[at : at + 2] = [(places[at][0], places[at + 1][1])]
        at += 1
