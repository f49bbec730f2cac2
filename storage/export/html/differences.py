"""What was changed in a passage from its first place to each of the others, as HTML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup, escape

from storage.export.story_passages import StoryPassage
from storage.wording.passage_kinds import describe_likeness
from storage.wording.terminal_text import reveal_line, reveal_text, shorten
from textreuse import (
    REWORDED,
    Comparison,
    CopyPair,
    DiffPiece,
    Span,
    diff_words,
    find_shared_words,
    pair_copies,
)

_OPENING = 240
"""Characters of a passage that is shown for what it is; what was changed is shown whole."""


class Difference(NamedTuple):
    """How other copies of a passage differ from the first one."""

    places: tuple[int, ...]
    """Their numbers, from 0; all say the same in the same words."""
    likeness: str
    html: Markup
    """The words with what was changed; empty where nothing was."""


def find_differences(comparison: Comparison, passage: StoryPassage) -> list[Difference]:
    """Return how the other copies differ from the first, those that are equal told together."""
    first, *others = passage.group.spans
    told: dict[tuple[str, Markup], list[int]] = {}
    for place, span in enumerate(others, 1):
        both = pair_copies(comparison, passage.group, first, span)
        alike = describe_likeness(both.kind, both.similarity, weak=passage.group.is_weak)
        told.setdefault((alike, _render_changes(comparison, both)), []).append(place)
    return [Difference(tuple(places), alike, html) for (alike, html), places in told.items()]


def render_pieces(pieces: Iterable[DiffPiece], added: str = "ins") -> Markup:
    """Return both sides in one, what theirs has not in `del`, what ours has not in `added`."""
    return Markup("").join(_render_piece(piece, added) for piece in pieces)


def take_opening(comparison: Comparison, span: Span) -> str:
    """Return how the text at `span` begins, in one line."""
    text = comparison.texts[span.article][span.start : span.end]
    return shorten(reveal_line(text), _OPENING)


def _render_changes(comparison: Comparison, both: CopyPair) -> Markup:
    if both.kind in REWORDED:
        texts = comparison.texts
        sides = zip((both.ours, both.theirs), find_shared_words(comparison, both), strict=True)
        return Markup("").join(
            Markup('<p dir="auto">{}</p>').format(_emphasise(texts[span.article], span, shared))
            for span, shared in sides
        )
    pieces = diff_words(comparison, both)
    if all(piece.how == "same" for piece in pieces):
        return Markup("")
    return Markup('<p dir="auto">{}</p>').format(render_pieces(pieces))


def _render_piece(piece: DiffPiece, added: str) -> Markup:
    if piece.how == "same":
        return escape(reveal_text(piece.ours or piece.theirs))
    return _wrap("del", piece.ours) + _wrap(added, piece.theirs)


def _wrap(tag: str, text: str) -> Markup:
    """Return text in an element, the white space around it outside."""
    bare = text.strip()
    if not bare:
        return Markup(" ") if text else Markup("")
    start = text.index(bare)
    before, behind = text[:start], text[start + len(bare) :]
    return Markup("{}<{}>{}</{}>{}").format(
        before, Markup(tag), reveal_text(bare), Markup(tag), behind
    )


def _emphasise(text: str, span: Span, words: Iterable[Span]) -> Markup:
    at, parts = span.start, []
    for word in words:
        parts.append(escape(reveal_text(text[at : word.start])))
        parts.append(Markup("<b>{}</b>").format(reveal_text(text[word.start : word.end])))
        at = word.end
    parts.append(escape(reveal_text(text[at : span.end])))
    return Markup("").join(parts)
