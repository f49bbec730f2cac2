"""Reported sentences: whether an article gives a sentence as somebody's words, and whose."""

from __future__ import annotations

from textreuse.statements.quotations.quotation import Speaker
from textreuse.statements.utterances.reporting_words import REPORTING_WORDS
from textreuse.statements.utterances.speakers import list_name_words
from textreuse.text.corpus import Corpus, Position, Stretch

_BESIDE = 3
"""Words between a name and the verb of saying of which it is the subject, and one."""


def is_reported(corpus: Corpus, sentence: Stretch) -> bool:
    """Tell whether a sentence may be what somebody said: by its own verbs, or the one before it.

    A sentence that follows reported speech in its paragraph may go on with it.
    """
    if _has_reporting_word(corpus, sentence):
        return True
    first = sentence[0]
    if first == corpus.first[corpus.article(first)]:
        return False
    before = corpus.sentence(Position(first - 1))
    opens_paragraph = bool(corpus.find_breaks(Position(first - 1), Position(first + 1)))
    return not opens_paragraph and _has_reporting_word(corpus, before)


def is_said_by(corpus: Corpus, sentence: Stretch, speaker: Speaker) -> bool:
    """Tell whether a sure speaker is named beside a verb of saying in a sentence."""
    if not speaker.is_sure:
        return False
    name = list_name_words(speaker)[-1:]
    if not name:
        return False
    language = corpus.languages[corpus.article(sentence[0])]
    verbs = REPORTING_WORDS.get(language or "", frozenset())
    keys = _list_keys(corpus, sentence)
    return any(
        key.removesuffix("'s") == name[0]
        and not verbs.isdisjoint(keys[max(0, at - _BESIDE) : at + _BESIDE + 1])
        for at, key in enumerate(keys)
    )


def _has_reporting_word(corpus: Corpus, sentence: Stretch) -> bool:
    language = corpus.languages[corpus.article(sentence[0])]
    words = REPORTING_WORDS.get(language or "", frozenset())
    return not words.isdisjoint(_list_keys(corpus, sentence))


def _list_keys(corpus: Corpus, stretch: Stretch) -> list[str]:
    article = corpus.article(stretch[0])
    base = corpus.first[article]
    return corpus.words[article].keys[stretch[0] - base : stretch[1] - base]
