"""`copydesk compare`: what files share, for programs and for people."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from storage.comparing import compare_articles
from storage.models import NewArticle
from storage.passage_numbers import PassageNumbers, is_shared
from storage.share_figures import Shares, count_shares
from storage.tables.stories import name_letters
from storage.wording.terminal_text import reveal_line, shorten
from textreuse import KINDS, Comparison, Group, Span
from tui.cli.printing import say
from tui.cli.table import TableColumn, print_table

_QUOTE = 70
"""Characters of a passage that the report shows."""


def compare_as_json(drafts: Sequence[NewArticle]) -> dict[str, Any]:
    """Compare the drafts; returns what `compare --json` promises."""
    comparison = compare_articles(drafts)
    return {
        "articles": [
            {
                "id": article,
                "path": draft.path,
                "title": draft.title,
                "characters": len(draft.text),
                "words": counted.words,
                "shared_words": counted.shared.words,
                "only_here_words": counted.only_here.words,
                "repeated_words": counted.repeats.words,
                "boilerplate_words": comparison.word_count(
                    article, comparison.boilerplate(article)
                ),
            }
            for article, (draft, counted) in enumerate(
                zip(drafts, _count_shares(comparison), strict=True)
            )
        ],
        "passages": [
            {
                "left": passage.left._asdict(),
                "right": passage.right._asdict(),
                "kind": passage.kind,
                "similarity": round(passage.similarity, 4),
            }
            for passage in comparison.passages
        ],
        "groups": [
            {"id": group.id, "spans": [span._asdict() for span in group.spans]}
            for group in comparison.groups
        ],
    }


def print_report(drafts: Sequence[NewArticle]) -> None:
    """Print who shares how much, then every passage once with the places that carry it."""
    comparison = compare_articles(drafts)
    names, numbers = name_letters(len(drafts)), PassageNumbers(comparison, comparison)
    print_table(
        ["", "words", "shared", "only here", "repeated", TableColumn("file", 20)],
        [
            (
                name,
                counted.words,
                *map(str, (counted.shared, counted.only_here, counted.repeats)),
                Path(draft.path).name if draft.path else draft.url or draft.title,
            )
            for name, draft, counted in zip(names, drafts, _count_shares(comparison), strict=True)
        ],
    )
    say()
    if not comparison.groups:
        say("No shared passages.")
        return
    print_table(
        ["", "kind", "words", TableColumn("in", 8), TableColumn("passage", 20, 40)],
        [
            (
                _number_passage(numbers, group),
                max((passage.kind for passage in group.passages), key=KINDS.index),
                comparison.word_count(group.spans[0].article, group.spans[:1]),
                " ".join(names[span.article] for span in group.spans),
                _quote(drafts[group.spans[0].article].text, group.spans[0]),
            )
            for group in comparison.groups
        ],
    )


def _count_shares(comparison: Comparison) -> list[Shares]:
    return [count_shares(comparison, article) for article in range(len(comparison.texts))]


def _number_passage(numbers: PassageNumbers, group: Group) -> str | int:
    """Return the number that the passage has in the app's gutter; a mere repeat says so."""
    if is_shared(group):
        return numbers.number_passage(group)
    return f"repeat {numbers.number_repeat(group, group.spans[0].article)}"


def _quote(text: str, span: Span) -> str:
    return shorten(reveal_line(text[span.start : span.end]), _QUOTE)
