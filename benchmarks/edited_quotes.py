"""Annotations on texts that are then edited at random, from a seed.

Words, sentences and paragraphs are put in, taken out, exchanged, moved and repeated. Where the
quote then stands is known, since its own words are marked through all edits.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from storage.anchoring.anchors import make_anchor
from storage.models import Anchor
from textreuse import split_paragraphs, split_sentences

Kind = Literal["elsewhere", "a tenth", "both", "of few words", "deleted", "moved"]

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_SIZES = ((1, 1), (2, 4), (5, 9), (10, 25))
"""Least and most words of the quotes that are neither sentences nor paragraphs."""
_SHARES = (0.0, 0.01, 0.03, 0.1)
"""Of the words around the quote so many are changed, at least one."""
_MOST_STRUCTURAL = 3
"""Sentences and paragraphs moved, removed or repeated, at most."""


class Token(NamedTuple):
    """A word, a mark or white space of a text that is edited."""

    text: str
    is_word: bool
    sentence: int
    paragraph: int
    own: bool = False
    """It belongs to the quote."""


class Case(NamedTuple):
    """An annotation, the text after an edit, and where the quote stands in it."""

    anchor: Anchor
    text: str
    place: tuple[int, int] | None
    """None if it was deleted."""
    words: int
    """How many the quote had."""


def cases(kind: Kind, texts: Sequence[str], number: int, seed: int = 1) -> Iterator[Case]:
    """Yield so many annotations with an edit of that kind, on each of the texts in turn."""
    chance = random.Random(f"{kind} {seed}")
    for index in range(number):
        yield _case(kind, texts[index % len(texts)], chance)


def _case(kind: Kind, text: str, chance: random.Random) -> Case:
    tokens = mark_quote(split_tokens(text), chance, kind)
    anchor = anchor_quote(tokens)
    size = sum(token.own and token.is_word for token in tokens)
    words = [token.text for token in tokens if token.is_word]
    if kind in ("a tenth", "both", "of few words"):
        tokens = _reworded(tokens, True, max(1, round(size / 10)), words, chance)
    if kind in ("elsewhere", "both") or (kind in ("deleted", "moved") and chance.random() < 0.5):
        tokens = edit_around(tokens, chance, chance.choice(_SHARES))
    if kind == "deleted":
        tokens = [token for token in tokens if not token.own]
    elif kind == "moved":
        tokens = _moved(tokens, {token.paragraph for token in tokens if token.own}, chance)
    return Case(anchor, join_tokens(tokens), _extent(tokens), size)


@lru_cache(maxsize=32)
def split_tokens(text: str) -> tuple[Token, ...]:
    """Cut a text; white space belongs to the sentence before it."""
    found = []
    sentence = paragraph = -1
    new_sentence = {start for start, _ in split_sentences(text)}
    new_paragraph = {start for start, _ in split_paragraphs(text)}
    for match in _TOKEN.finditer(text):
        sentence += match.start() in new_sentence
        paragraph += match.start() in new_paragraph
        found.append(Token(match.group(), match.group()[0].isalnum(), sentence, paragraph))
    return tuple(found)


def join_tokens(tokens: Sequence[Token]) -> str:
    """Return the text of the tokens."""
    return "".join(token.text for token in tokens)


def _extent(tokens: Sequence[Token]) -> tuple[int, int] | None:
    """Return where the quote is, without white space at its ends; None if nothing of it is left."""
    own = [index for index, token in enumerate(tokens) if token.own and not token.text.isspace()]
    if not own:
        return None
    start = len(join_tokens(tokens[: own[0]]))
    return start, start + len(join_tokens(tokens[own[0] : own[-1] + 1]))


def anchor_quote(tokens: Sequence[Token]) -> Anchor:
    """Make the anchor of the quote that is marked."""
    start, end = _extent(tokens) or (0, 0)
    return make_anchor(join_tokens(tokens), start, end)


def mark_quote(
    tokens: Sequence[Token], chance: random.Random, kind: Kind = "elsewhere"
) -> list[Token]:
    """Mark a quote: a few words, a sentence or a paragraph, all equally often."""
    least, most = {"a tenth": (5, 10**6), "both": (5, 10**6), "of few words": (2, 4)}.get(
        kind, (1, 10**6)
    )
    spots = [index for index, token in enumerate(tokens) if token.is_word]
    while True:
        sort = chance.randrange(len(_SIZES) + 2)
        at = chance.choice(spots)
        if sort < len(_SIZES):
            last = spots.index(at) + chance.randint(*_SIZES[sort]) - 1
            inside = [at, spots[min(last, len(spots) - 1)]]
        else:
            field = "sentence" if sort == len(_SIZES) else "paragraph"
            unit = getattr(tokens[at], field)
            inside = [
                index
                for index, token in enumerate(tokens)
                if getattr(token, field) == unit and not token.text.isspace()
            ]
        first, end = inside[0], inside[-1] + 1
        quote = [token._replace(own=True) for token in tokens[first:end]]
        if least <= sum(token.is_word for token in quote) <= most:
            return [*tokens[:first], *quote, *tokens[end:]]


def edit_around(tokens: Sequence[Token], chance: random.Random, share: float) -> list[Token]:
    """Edit what is not quoted: its words, and whole sentences and paragraphs."""
    words = [token.text for token in tokens if token.is_word]
    edited = list(tokens)
    for _ in range(chance.randint(0, _MOST_STRUCTURAL)):
        edited = _restructured(edited, words, chance)
    return _reworded(edited, False, max(1, round(share * len(words))), words, chance)


def _reworded(
    tokens: Sequence[Token], own: bool, number: int, words: Sequence[str], chance: random.Random
) -> list[Token]:
    """Put in, take out or exchange so many words of the quote or around it."""
    spots = [index for index, token in enumerate(tokens) if token.own == own and token.is_word]
    chosen = set(chance.sample(spots, min(number, len(spots))))
    written: list[Token] = []
    for index, token in enumerate(tokens):
        if index not in chosen:
            written.append(token)
            continue
        how = chance.choice(("put in", "take out", "exchange"))
        new = token._replace(text=chance.choice(words))
        if how == "exchange" or len(spots) == 1:
            written.append(new)
        elif how == "put in":
            space = token._replace(text=" ", is_word=False)
            # Not behind the last word of a quote, where it would stand neither inside nor outside.
            at_end = own and index == spots[-1]
            written += [new, space, token] if at_end else [token, space, new]
        elif written and written[-1].text.isspace() and written[-1].own == own:
            written.pop()
    return written


def _restructured(tokens: list[Token], words: Sequence[str], chance: random.Random) -> list[Token]:
    """Move, remove or repeat a sentence or paragraph that has nothing of the quote.

    Half of the repeats say something else with the same marks between the words.
    """
    field = chance.choice(("sentence", "paragraph"))
    quoted = {getattr(token, field) for token in tokens if token.own}
    free = sorted({getattr(token, field) for token in tokens} - quoted)
    if len(free) < 2:
        return tokens
    unit = chance.choice(free)
    block = [token for token in tokens if getattr(token, field) == unit]
    rest = [token for token in tokens if getattr(token, field) != unit]
    how = chance.choice(("move", "remove", "repeat", "repeat otherwise"))
    if how == "remove":
        return rest
    if how == "repeat otherwise":
        block = [
            token._replace(text=chance.choice(words)) if token.is_word else token for token in block
        ]
    return _with(block, rest if how == "move" else tokens, field, chance)


def _moved(tokens: Sequence[Token], numbers: set[int], chance: random.Random) -> list[Token]:
    """Move these paragraphs, together, to another place."""
    block = [token for token in tokens if token.paragraph in numbers]
    rest = [token for token in tokens if token.paragraph not in numbers]
    return _with(block, rest, "paragraph", chance)


def _with(
    block: list[Token], tokens: list[Token], field: str, chance: random.Random
) -> list[Token]:
    """Put a block between two sentences or paragraphs, not inside the quote."""
    borders = [0, len(tokens)]
    borders += [
        index
        for index, (one, other) in enumerate(pairwise(tokens), start=1)
        if getattr(one, field) != getattr(other, field) and not (one.own and other.own)
    ]
    at = chance.choice(borders)
    return [*tokens[:at], *block, *tokens[at:]]
