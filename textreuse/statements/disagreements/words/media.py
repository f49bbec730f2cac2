"""Find words that one article has from a tweet, say, and another one from a statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textreuse.statements.disagreements.words.media_words import MEDIA
from textreuse.text.corpus import Corpus, Position, Stretch

_BEFORE, _BEHIND = 12, 8
"""Words around a quoted sentence, of its paragraph, that may say how it was said."""
_FEWEST = 5
"""Words of a quoted sentence: shorter ones are said on many occasions."""


def pair_media(
    corpus: Corpus, matched: Iterable[tuple[Stretch, Stretch]]
) -> Iterator[tuple[Stretch, Stretch]]:
    """Yield the words around one quoted sentence that name two media, with none in common."""
    for stretches in matched:
        if min(last - first for first, last in stretches) < _FEWEST:
            continue
        ours, theirs = (_list_media(corpus, *stretch) for stretch in stretches)
        if ours and theirs and ours.keys().isdisjoint(theirs):
            mine, yours = min(ours.values()), min(theirs.values())
            yield (mine, Position(mine + 1)), (yours, Position(yours + 1))


def _list_media(corpus: Corpus, first: Position, last: Position) -> dict[str, Position]:
    """Return by medium where it is first named around a quoted sentence, outside quotations."""
    article = corpus.article(first)
    row, base = corpus.words[article], corpus.first[article]
    start, end = _find_paragraph(corpus, first, last)
    found: dict[str, Position] = {}
    for at in (*range(start, first), *range(last, end)):
        position = Position(at)
        medium = MEDIA.get(row.keys[at - base])
        if medium and not corpus.is_quoted(position, Position(at + 1)):
            found.setdefault(medium, position)
    return found


def _find_paragraph(corpus: Corpus, first: Position, last: Position) -> Stretch:
    """Return the words around a stretch that are near, and of its paragraph."""
    positions = corpus.all_of(corpus.article(first))
    low = Position(max(positions.start, first - _BEFORE))
    high = Position(min(positions.stop, last + _BEHIND))
    before = [low, *corpus.find_breaks(low, Position(first + 1))]
    behind = [*corpus.find_breaks(first, high), high]
    return before[-1], behind[0]
