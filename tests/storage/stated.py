"""A story of two articles, and what they state, made by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from storage.comparing import ComparedStory, compare_in
from storage.library import Library
from storage.models import Story
from tests.storage.desk import MILL, PARADE, add
from textreuse import (
    ArticleDerivation,
    Carrier,
    Comparison,
    Disagreement,
    Missing,
    Origin,
    Origins,
    Overlap,
    Quotation,
    QuotationFinding,
    Span,
    Speaker,
    Statements,
    Utterance,
    find_statements,
)

SAID = "“The owl has moved in for good,” said Mary Fenn, the verger."
TOLD = "“This owl has moved in for good,” said one neighbour."
QUIET = "“We all sleep with earplugs now,” said Tom Hale."
FIRST = f"{SAID}\n\nThe belfry is 52 metres high. {QUIET}\n\n{MILL}"
SECOND = f"{TOLD}\n\nThe belfry is 53 metres high. {QUIET}\n\n{PARADE}"
WHY = "B has “This owl” where A has “The owl”."
WHY_HIGH = "A has 52 metres, B has 53."
WHY_ORIGIN = "{} names no agency."


def add_belfry(library: Library) -> Story:
    """Add the two articles, and their story."""
    first = add(library, FIRST, "The owl stays", outlet="Gazette", published="2026-03-05")
    second = add(library, SECOND, "No rest", outlet="Herald", published="2026-03-06T08:00:00Z")
    return library.stories.create("Belfry", [first.id, second.id])


def compare_belfry(library: Library, story: Story) -> ComparedStory:
    """Compare the story, and have it state just what the constants above say."""
    compared = compare_in(library, library.articles.get_all(story.articles))
    make_statements(compared.statements)
    return compared


def stay_as_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every comparison state what `make_statements` says: it must be of the two texts."""

    def find(*given: Any, **named: Any) -> Statements:
        statements = find_statements(*given, **named)
        make_statements(statements)
        return statements

    monkeypatch.setattr("storage.comparing.find_statements", find)


def make_statements(statements: Statements) -> None:
    """Have the comparison of `FIRST` and `SECOND` state just what the constants above say.

    One utterance is altered, and flagged; one is the same; a figure differs; each article is an
    origin of its own, and the second leaves out what the first says last.
    """
    texts = statements.comparison.texts
    one, other = (
        _quote(texts, 0, "The owl has moved in for good,", _person(texts, 0, "Mary Fenn")),
        _quote(texts, 1, "This owl has moved in for good,", Speaker("anonymous", "", None)),
    )
    quiet, too = (
        _quote(texts, at, "We all sleep with earplugs now,", _person(texts, at, "Tom Hale"), 2)
        for at in (0, 1)
    )
    changes = ((_find(texts, 0, "The owl", 3), _find(texts, 1, "This owl", 4)),)
    altered = QuotationFinding("altered", True, one, other, changes, WHY)
    same = QuotationFinding("same", False, quiet, too, (), "They are the same.")
    statements.__dict__.update(
        direct_quotations=((one, quiet), (other, too)),
        utterances=(
            Utterance(1, (one, other), (altered,)),
            Utterance(2, (quiet, too), (same,)),
        ),
        disagreements=(
            Disagreement(
                "number",
                "conflict",
                _find(texts, 0, "52"),
                _find(texts, 1, "53"),
                _find(texts, 0, "The belfry is 52 metres high."),
                _find(texts, 1, "The belfry is 53 metres high."),
                WHY_HIGH,
            ),
        ),
        origins=make_origins(statements),
        missing_here=_list_missing(statements.comparison),
    )


def make_origins(statements: Statements) -> Origins:
    """Return origins that say nothing: each article has its own."""
    count = len(statements.comparison.texts)
    words = [statements.comparison.word_count(at) for at in range(count)]
    pairs = [(one, other) for other in range(count) for one in range(other)]
    return Origins(
        tuple(
            Origin((at,), "outlet", "", (), WHY_ORIGIN.format(statements.names[at]))
            for at in range(count)
        ),
        tuple(
            ArticleDerivation(at, "not", 12 * at, words[at], ((0, 12),) if at else (), (), "")
            for at in range(count)
        ),
        tuple(
            Overlap(pair, "quotations", None, (12, 13), (12, 12), (), "They quote alike.")
            for pair in pairs
        ),
        tuple(
            Carrier(at, date, rank, ())
            for rank, (at, date) in enumerate(enumerate(statements.published), 1)
        ),
    )


def _list_missing(comparison: Comparison) -> Callable[[int], Sequence[Missing]]:
    groups = comparison.groups
    return lambda article: (Missing(1, groups[0], (0,)),) if article and groups else ()


def _person(texts: Sequence[str], article: int, name: str) -> Speaker:
    return Speaker("person", name, _find(texts, article, name))


def _quote(
    texts: Sequence[str], article: int, words: str, speaker: Speaker, turn: int = 1
) -> Quotation:
    return Quotation(_find(texts, article, words), "direct", speaker, turn)


def _find(texts: Sequence[str], article: int, words: str, length: int | None = None) -> Span:
    """Return where words stand, or the first `length` characters of them."""
    start = texts[article].index(words)
    return Span(article, start, start + (len(words) if length is None else length))
