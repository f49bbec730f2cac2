"""What a text says by itself, found once however many others it is compared with."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from textreuse.text.boilerplate import find_boilerplate
from textreuse.text.language import guess_language
from textreuse.text.paragraph_marks import QuotedText
from textreuse.text.paragraphs import split_paragraphs
from textreuse.text.parted_words import PartedWord, find_parted_words
from textreuse.text.quotation_marks import find_quoted_texts
from textreuse.text.sentences import split_sentences
from textreuse.text.signs import find_signs
from textreuse.text.words import WordIndex, Words, split_words


class Layout(NamedTuple):
    """How a text is laid out, by its words."""

    borders: list[WordIndex]
    """Where sentences begin and end, ascending: 0 first, the number of all words last."""
    paragraphs: list[WordIndex]
    """Where paragraphs begin."""
    quotations: list[tuple[WordIndex, WordIndex]]
    """What stands between quotation marks and has words."""
    quoted: list[QuotedText]
    """The same by code points, with those that have none."""


class PreparedText:
    """A text for `textreuse.compare`; each of its answers is found when it is first asked for.

    Once it was compared it takes some twenty-five bytes for each character.
    """

    def __init__(self, text: str, words: Words | None = None) -> None:
        """Take a text, and its words where they are known to be others than it says by itself."""
        self.text = text
        if words is not None:
            self.words = words

    @cached_property
    def words(self) -> Words:
        """The words of the text."""
        return split_words(self.text)

    @cached_property
    def parted_words(self) -> Sequence[PartedWord]:
        """What hyphens part at the ends of lines."""
        return find_parted_words(self.text)

    @cached_property
    def signs(self) -> dict[WordIndex, str]:
        """The signs of its numbers."""
        return find_signs(self.text, self.words)

    @cached_property
    def language(self) -> str | None:
        """Its language, as `guess_language` names it."""
        return guess_language(self.words.counts)

    @cached_property
    def boilerplate(self) -> Sequence[tuple[int, int]]:
        """The lines, trimmed, that are boilerplate by their looks, whatever its outlet is."""
        return [(start, end) for _, start, end in find_boilerplate([self.text], [self.words])]

    @cached_property
    def layout(self) -> Layout:
        """Its sentences, paragraphs and quotations."""
        text, words = self.text, self.words
        paragraphs = split_paragraphs(text)
        quoted = find_quoted_texts(text, paragraphs)
        inside = (words.within(*quotation) for quotation in quoted)
        ends = (bisect_right(words.ends, end) for _, end in split_sentences(text, paragraphs))
        return Layout(
            [WordIndex(border) for border in sorted({0, *ends})],
            [WordIndex(bisect_left(words.starts, start)) for start, _ in paragraphs],
            [(WordIndex(place.start), WordIndex(place.stop)) for place in inside if place],
            quoted,
        )
