"""What the card of a passage says: who carries it, and what was changed from copy to copy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
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

Style = Literal["plain", "marks", "deleted", "inserted", "shared", "letter", "flagged"]
STYLES: tuple[Style, ...] = ("marks", "deleted", "inserted", "shared", "letter", "flagged")
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
    findings: tuple[Line, ...]
    """What is found of it besides."""
    order: str
    """In what order the copies stand: an order, never a proof of who took from whom."""
    copies: tuple[CardCopy, ...]
    copies_last: bool = False
    """Whether they stand below the words: what is found of a statement comes first."""


def make_card(
    compared: ComparedStory,
    group: Group,
    here: Span,
    other: Span,
    called: str,
    left_out_by: Sequence[int] = (),
) -> Card:
    """Describe `group`, one of those kept, from its copy `here` to its `other`.

    Both are spans of the group, which is `called` by its number. It says which articles leave it
    out where these are told.
    """
    comparison, articles, letters = compared.kept, compared.articles, compared.letters
    pairs = {
        span: pair_copies(comparison, group, here, span) for span in group.spans if span != here
    }

    def describe(span: Span) -> str:
        if span == here:
            return "here"
        return describe_likeness(pairs[span].kind, pairs[span].similarity, weak=group.is_weak)

    copies, order = list_copies(compared, group.spans, here, other, describe)
    chosen = pairs[other]
    words = comparison.word_count(here.article, [here])
    names = dict.fromkeys(copy.letter for copy in copies)
    heading = [
        called,
        describe_way(compared, here, other),
        add_doubt(_describe(chosen), weak=group.is_weak),
        pluralize(words, "word"),
        f"in {', '.join(names)}",
    ]
    without = [
        f"{letters[article]} {reveal_line(articles[article].name)}" for article in left_out_by
    ]
    return Card(
        " · ".join(heading),
        tuple(_diff(comparison, letters, chosen)),
        ((Bit(f"Not in {', '.join(without)}"),),) if without else (),
        order,
        copies,
    )


def list_copies(
    compared: ComparedStory,
    spans: Iterable[Span],
    here: Span,
    other: Span,
    describe: Callable[[Span], str],
) -> tuple[tuple[CardCopy, ...], str]:
    """Return these places in the order of publication, each described, and what that order is."""
    in_order = sort_spans_by_publication(spans, compared.articles)
    articles = [compared.articles[span.article] for span in in_order]
    copies = tuple(
        CardCopy(
            compared.letters[span.article],
            reveal_line(article.name),
            _format_date(article.published),
            compared.number_paragraph(span),
            describe(span),
            "here" if span == here else "other" if span == other else "",
        )
        for span, article in zip(in_order, articles, strict=True)
    )
    return copies, describe_order(articles)


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


def describe_way(compared: ComparedStory, here: Span, other: Span) -> str:
    """Return from which place to which the card goes: articles, or paragraphs of one."""
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
            yield (letter, *emphasise(texts[span.article], span, words))
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


def emphasise(text: str, span: Span, words: Iterable[Span]) -> Iterator[Bit]:
    """Yield the words at `span`, those that the other side has too emphasised."""
    at = span.start
    for word in words:
        yield Bit(make_flowing(text[at : word.start]))
        yield Bit(make_flowing(text[word.start : word.end]), "shared")
        at = word.end
    yield Bit(make_flowing(text[at : span.end]))
