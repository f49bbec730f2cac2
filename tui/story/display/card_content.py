"""What the card of a passage says: who carries it, and what was changed from copy to copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from storage.comparing import ComparedStory
from storage.wording.passage_kinds import add_doubt, describe_likeness
from storage.wording.percent import format_similarity
from storage.wording.plural import pluralize
from storage.wording.publication_dates import (
    describe_order,
    format_day_and_time,
    sort_spans_by_publication,
)
from storage.wording.terminal_text import reveal_line
from textreuse import (
    REWORDED,
    Comparison,
    CopyPair,
    DiffPiece,
    Group,
    Span,
    diff_words,
    find_shared_words,
    pair_copies,
)
from tui.story.display.passage_context import make_flowing

Style = Literal["plain", "marks", "deleted", "inserted", "shared", "letter"]
STYLES: tuple[Style, ...] = ("marks", "deleted", "inserted", "shared", "letter")
"""The styles that differ from plain text; what they say can be read without them as well."""


class Bit(NamedTuple):
    """Text of the card, fit to be drawn, in one style."""

    text: str
    style: Style = "plain"


Line = tuple[Bit, ...]
"""What begins on a row of its own, and is wrapped where it is longer."""


class CardCopy(NamedTuple):
    """One place of the passage."""

    letter: str
    outlet: str
    published: str
    paragraph: int
    likeness: str
    """How much of it is the same as the copy under the cursor, and whether that is a weak match."""
    role: Literal["here", "other", ""]


@dataclass(frozen=True)
class Card:
    """All that the card says, as plain values."""

    heading: str
    """Which passage it is, from which copy to which, how alike those are, and who has it."""
    diff: tuple[Line, ...]
    """The words of the one copy, with what was changed on the way to the other, if anything was."""
    order: str
    """In what order the copies stand: an order, never a proof of who took from whom."""
    copies: tuple[CardCopy, ...]


def make_card(
    compared: ComparedStory,
    group: Group,
    here: Span,
    other: Span,
    called: str,
) -> Card:
    """Describe `group`, one of those kept, from its copy `here` to its `other`.

    Both are spans of the group, which is `called` by its number.
    """
    comparison, articles, letters = compared.kept, compared.articles, compared.letters
    spans = sort_spans_by_publication(group.spans, articles)
    pairs = {span: pair_copies(comparison, group, here, span) for span in spans if span != here}
    copies = []
    for span in spans:
        article = articles[span.article]
        copies.append(
            CardCopy(
                letters[span.article],
                reveal_line(article.name),
                _format_date(article.published),
                compared.number_paragraph(span),
                "here"
                if span == here
                else describe_likeness(
                    pairs[span].kind, pairs[span].similarity, weak=group.is_weak
                ),
                "here" if span == here else "other" if span == other else "",
            )
        )
    chosen = pairs[other]
    words = comparison.word_count(here.article, [here])
    names = dict.fromkeys(letters[span.article] for span in spans)
    heading = [
        called,
        _describe_way(compared, here, other),
        add_doubt(_describe(chosen), weak=group.is_weak),
        pluralize(words, "word"),
        f"in {', '.join(names)}",
    ]
    return Card(
        " · ".join(heading),
        tuple(_diff(comparison, letters, chosen)),
        describe_order([articles[span.article] for span in spans]),
        tuple(copies),
    )


def _describe(pair: CopyPair) -> str:
    if pair.kind == "verbatim":
        return pair.kind
    return f"{pair.kind}, {format_similarity(pair.similarity)} the same"


# Who carries it


def _format_date(published: str | None) -> str:
    if not published:
        return "no date"
    # Whoever wrote the date, it stands in a terminal.
    return reveal_line(format_day_and_time(published))


def _describe_way(compared: ComparedStory, here: Span, other: Span) -> str:
    letter = compared.letters[here.article]
    if here.article != other.article:
        return f"{letter} → {compared.letters[other.article]}"
    return f"{letter} ¶{compared.number_paragraph(here)} → ¶{compared.number_paragraph(other)}"


# What was changed


def _diff(comparison: Comparison, letters: Sequence[str], chosen: CopyPair) -> Iterator[Line]:
    if chosen.kind in REWORDED:
        texts = comparison.texts
        for span, words in zip(
            (chosen.ours, chosen.theirs), find_shared_words(comparison, chosen), strict=True
        ):
            letter = Bit(f"{letters[span.article]}  ", "letter")
            yield (letter, *_emphasise(texts[span.article], span, words))
        return
    pieces = diff_words(comparison, chosen)
    differing = {piece.how for piece in pieces} - {"same"}
    if not differing:
        yield (Bit("Word for word the same:"),)
    if differing == {"marks"}:
        yield (Bit("Word for word the same; punctuation or signs differ:"),)
    yield tuple(bit for piece in pieces for bit in _mark(piece))


def _mark(piece: DiffPiece) -> Iterator[Bit]:
    """Yield a piece with the marks of wdiff around what was changed, white space outside them."""
    if piece.how == "same":
        yield Bit(make_flowing(piece.ours or piece.theirs))
        return
    ours, theirs = make_flowing(piece.ours), make_flowing(piece.theirs)
    longer = max(ours, theirs, key=len)
    yield Bit(longer[: len(longer) - len(longer.lstrip())])
    if ours.strip():
        yield Bit(f"[-{ours.strip()}-]", "marks" if piece.how == "marks" else "deleted")
    if theirs.strip():
        yield Bit(f"{{+{theirs.strip()}+}}", "marks" if piece.how == "marks" else "inserted")
    yield Bit(longer[len(longer.rstrip()) :])


def _emphasise(text: str, span: Span, words: Iterable[Span]) -> Iterator[Bit]:
    at = span.start
    for word in words:
        yield Bit(make_flowing(text[at : word.start]))
        yield Bit(make_flowing(text[word.start : word.end]), "shared")
        at = word.end
    yield Bit(make_flowing(text[at : span.end]))
