"""The first stages of a comparison, each run by itself."""

from __future__ import annotations

from textreuse import Span, words
from textreuse.paraphrase.tf_isf import Vectors, vectors
from textreuse.text.corpus import Corpus, corpus


def number_words(*texts: str, left_out: tuple[Span, ...] = ()) -> Corpus:
    return corpus(texts, [words(text) for text in texts], left_out)


def weigh_units(*texts: str) -> Vectors:
    return vectors(number_words(*texts))
