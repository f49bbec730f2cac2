"""Sentences, by rule."""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from textreuse.text.abbreviations import Abbreviations, list_abbreviations
from textreuse.text.footnote_marks import CLOSERS, SUPERSCRIPTS
from textreuse.text.language import guess_language_of
from textreuse.text.paragraphs import split_paragraphs
from textreuse.text.sentence_points import ends_sentence

_OPENERS = "\"'’“‘„‚«»‹›(\\[¿¡—–-"
# Names that begin with a small letter: eBay, iPhone, al-Sham; and the Dutch ’s.
_SENTENCE_START = rf"""
    (?:[—–-]\s)?+ [{_OPENERS}]*+
    (?: [\p{{Lu}}\p{{Lt}}\p{{Lo}}\p{{N}}] | \p{{Sc}} | [#@]\p{{L}}
      | \p{{Ll}}{{1,3}}\p{{Lu}} | [ae]l-\p{{Lu}} | (?<=['’‘])[nst]\s\p{{Lu}}
      | (?<=[“‘„‚«¿¡"]) )
"""
# To look for each mark first is quicker than to let `regex` search.
_MARK = re.compile("[.!?…‽؟।。！？｡]")
_SENTENCE_END = regex.compile(
    rf"""
      (?<![.!?…‽؟।]) [.!?…‽؟।]++
      [{CLOSERS}]*+ (?:[\ \u00a0\u202f][»›](?=\s))?+
      (?: \[(?:\d{{1,3}}(?:[,–-]\s?\d{{1,3}})*+|[a-z]|[a-z]+\s[\w]+)\]
        | [{SUPERSCRIPTS}*†‡]
        | (?<=\p{{L}}[.!?][{CLOSERS}]?)\d{{1,3}}+ )*+
      (?=\s+ {_SENTENCE_START})
    | [。！？｡]+ [」』”’）】]*
    """,
    regex.VERBOSE,
)


def split_sentences(
    text: str, paragraphs: Sequence[tuple[int, int]] | None = None
) -> list[tuple[int, int]]:
    """Return the offsets of the sentences, trimmed of white space, in order and disjoint.

    Every character that is not white space lies in exactly one. A point after an abbreviation
    ("Mr.", "U.S.") or an initial ends none, nor does one after a German ordinal ("am 3. Mai"); the
    mark of a footnote belongs to the sentence that it stands right behind. What abbreviates is
    asked of the text's own language. `paragraphs` are those of the text, where they are known.
    """
    abbreviations = list_abbreviations(guess_language_of(text))
    return [
        sentence
        for start, end in (split_paragraphs(text) if paragraphs is None else paragraphs)
        for sentence in _split_paragraph(text, start, end, abbreviations)
    ]


def split_paragraph(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """Return the sentences of the paragraph at `first:last`, as `split_sentences` has them."""
    return _split_paragraph(text, first, last, list_abbreviations(guess_language_of(text)))


def _split_paragraph(
    text: str, first: int, last: int, abbreviations: Abbreviations
) -> list[tuple[int, int]]:
    found = []
    start = end = first
    # A mark that is last ends what its paragraph ends.
    for one in _MARK.finditer(text, first, last - 1):
        mark = one.start()
        match = _SENTENCE_END.match(text, mark, last) if mark >= end else None
        if match is None:
            continue
        end = match.end()
        if text[mark] != "." or ends_sentence(text, start, mark, end, abbreviations):
            found.append((start, end))
            start = end
            while start < last and text[start].isspace():
                start += 1
    if start < last:
        found.append((start, last))
    return found
