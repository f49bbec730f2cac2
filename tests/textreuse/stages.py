"""The first stages of a comparison, each run by itself."""

from __future__ import annotations

from textreuse import Span, split_words
from textreuse.paraphrase.tf_isf import Vectors, weigh_units
from textreuse.text.corpus import Corpus, build_corpus


def number_texts(*texts: str, left_out: tuple[Span, ...] = ()) -> Corpus:
    return build_corpus(texts, [split_words(text) for text in texts], left_out)


def weigh_texts(*texts: str) -> Vectors:
    return weigh_units(number_texts(*texts))
