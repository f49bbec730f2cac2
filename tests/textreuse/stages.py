"""The first stages of a comparison, each run by itself."""

from __future__ import annotations

from textreuse import Span
from textreuse.paraphrase.tf_isf import PairVectors, Units, count_terms
from textreuse.text.corpus import Corpus, build_corpus
from textreuse.text.prepared_text import PreparedText


def number_texts(*texts: str, left_out: tuple[Span, ...] = ()) -> Corpus:
    return build_corpus([PreparedText(text) for text in texts], left_out)


def count_texts(*texts: str) -> Units:
    return count_terms(number_texts(*texts))


def weigh_pair(one: str, other: str) -> PairVectors:
    return PairVectors(count_texts(one, other), (0, 1))
