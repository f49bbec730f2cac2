"""Reported sentences: whether an article gives a sentence as somebody's words, and whose."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator

from textreuse.statements.quotations.quotation import Speaker
from textreuse.statements.quotations.speaker_words import speaks_of_self
from textreuse.statements.utterances.reporting_words import list_reporting_words
from textreuse.statements.utterances.speakers import list_name_words
from textreuse.text.corpus import Corpus, Position, Stretch

_BESIDE = 3
"""Words between a name and the verb of saying of which it is the subject, and one."""

_GOES_ON = 2
"""Sentences of a paragraph with which reported speech goes on without saying so again."""

_DISPLAYED = 6
"""Paragraphs of a statement that is shown without marks."""


def is_reported(corpus: Corpus, sentence: Stretch, quoted: Container[int]) -> bool:
    """Tell whether a sentence may be what somebody said.

    By its own verbs; because somebody speaks of himself; because it goes on with reported speech in
    its paragraph; or because it stands, without marks, in a statement that a colon opens. Verbs
    that begin at `quoted`, offsets in its article, are the quotation's own, and tell nothing.
    """
    if _speaks_of_self(corpus, sentence) or _has_reporting_word(corpus, sentence, quoted):
        return True
    if any(_has_reporting_word(corpus, before) for before in _list_before(corpus, sentence)):
        return True
    return _is_displayed(corpus, sentence)


def _is_displayed(corpus: Corpus, sentence: Stretch) -> bool:
    """Tell whether one of the last paragraphs ends in a colon, and none since has a speaker."""
    article = corpus.article(sentence[0])
    text, row, base = corpus.texts[article], corpus.words[article], corpus.first[article]
    at = sentence[0]
    for _ in range(_DISPLAYED):
        start = bisect_right(corpus.paragraphs, at) - 1
        if start < 0 or corpus.paragraphs[start] <= base:
            return False
        first = corpus.paragraphs[start]
        last = row.ends[first - 1 - base]
        if text[last : row.starts[first - base]].strip().endswith(":"):
            return True
        at = Position(first - 1)
        if _has_reporting_word(corpus, (corpus.paragraphs[start - 1], first)):
            return False
    return False


def _list_before(corpus: Corpus, sentence: Stretch) -> Iterator[Stretch]:
    """Yield the last sentences before one in its paragraph, the nearest first."""
    start = corpus.first[corpus.article(sentence[0])]
    for _ in range(_GOES_ON):
        if sentence[0] == start:
            return
        before = corpus.sentence(Position(sentence[0] - 1))
        if corpus.find_breaks(Position(before[1] - 1), Position(sentence[0] + 1)):
            return
        yield before
        sentence = before


def is_said_by(corpus: Corpus, sentence: Stretch, speaker: Speaker) -> bool:
    """Tell whether a sure speaker is named beside a verb of saying in a sentence."""
    if not speaker.is_sure:
        return False
    name = list_name_words(speaker)[-1:]
    if not name:
        return False
    language = corpus.languages[corpus.article(sentence[0])]
    verbs = list_reporting_words(language)
    keys = _list_keys(corpus, sentence)
    if name[0] not in keys and f"{name[0]}'s" not in keys:
        return False
    return any(
        key.removesuffix("'s") == name[0]
        and not verbs.isdisjoint(keys[max(0, at - _BESIDE) : at + _BESIDE + 1])
        for at, key in enumerate(keys)
    )


def _speaks_of_self(corpus: Corpus, sentence: Stretch) -> bool:
    article = corpus.article(sentence[0])
    words, base = corpus.words[article], corpus.first[article]
    places = range(sentence[0] - base, sentence[1] - base)
    return speaks_of_self(corpus.texts[article], words, places, corpus.languages[article])


def _has_reporting_word(corpus: Corpus, stretch: Stretch, left_out: Container[int] = ()) -> bool:
    article = corpus.article(stretch[0])
    words = list_reporting_words(corpus.languages[article])
    keys = _list_keys(corpus, stretch)
    if words.isdisjoint(keys):
        return False
    first, starts = stretch[0] - corpus.first[article], corpus.words[article].starts
    return any(
        key in words and starts[index] not in left_out for index, key in enumerate(keys, first)
    )


def _list_keys(corpus: Corpus, stretch: Stretch) -> list[str]:
    article = corpus.article(stretch[0])
    base = corpus.first[article]
    return corpus.words[article].keys[stretch[0] - base : stretch[1] - base]
