"""Narration around a quotation: whether another article moved it inside the marks."""

from __future__ import annotations

from textreuse.statements.utterances.folded_words import FoldedWords, fold_words
from textreuse.text.corpus import Corpus, Position
from textreuse.text.spans import Span

_FEWEST, _MOST = 2, 8
"""Words inside the marks that may have been narration. One word alone is where a mark slipped; of
more the article with fewer marks quoted less."""

_LONGER = 3
"""Words that the narration before a mark may be longer, with nothing before it in its sentence."""


def is_narrated_before(
    corpus: Corpus, longer: FoldedWords, extra: int, shorter: FoldedWords
) -> bool:
    """Tell whether the first `extra` words of `longer` stand for narration before `shorter`.

    They do where that narration ends in the same word, in the same sentence, and either has all of
    them, or is about as long and opens the sentence: then other words took its place.
    """
    if not _FEWEST <= extra <= _MOST or any(map(longer.ends_sentence, range(extra))):
        return False
    narration = read_sentence(corpus, shorter.span)[0].keys
    moved = longer.keys[:extra]
    if not narration or narration[-1] != moved[-1]:
        return False
    return narration[-extra:] == moved or len(narration) <= extra + _LONGER


def is_narrated_after(
    corpus: Corpus, longer: FoldedWords, extra: int, shorter: FoldedWords
) -> bool:
    """Tell the same of the last `extra` words, and the narration behind `shorter`."""
    first = len(longer) - extra
    if not _FEWEST <= extra <= _MOST or longer.ends_sentence(first - 1):
        return False
    narration = read_sentence(corpus, shorter.span)[1].keys
    return narration[:extra] == longer.keys[first:]


def read_sentence(corpus: Corpus, span: Span) -> tuple[FoldedWords, FoldedWords]:
    """Return the words of its sentence before and behind the quotation at `span`, folded."""
    article, start, end = span
    inside = corpus.words[article].within(start, end)
    base = corpus.first[article]
    first = corpus.sentence(Position(base + inside.start))[0]
    last = corpus.sentence(Position(base + inside.stop - 1))[1]
    whole = corpus.span(first, last)
    return (
        fold_words(corpus, Span(article, min(whole.start, start), start)),
        fold_words(corpus, Span(article, end, max(whole.end, end))),
    )
