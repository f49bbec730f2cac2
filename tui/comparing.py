"""`copydesk compare`: what files share, for programs and for people."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from storage.articles import Draft
from storage.comparing import compare_articles
from storage.passage_numbers import PassageNumbers, is_shared
from storage.percentages import percent
from storage.stories import letters
from storage.visible import shortened, visible_line
from textreuse import KINDS, Group, Span
from tui.output import say, table

_QUOTE = 70
"""Characters of a passage that the report shows."""


def as_json(drafts: Sequence[Draft]) -> dict[str, Any]:
    """Compare the drafts; returns what `compare --json` promises."""
    comparison = compare_articles(drafts)
    return {
        "articles": [
            {
                "id": article,
                "path": draft.path,
                "title": draft.title,
                "characters": len(draft.text),
                "words": comparison.word_count(article),
                "shared_words": comparison.word_count(article, comparison.shared(article)),
                "only_here_words": comparison.word_count(article, comparison.only_here(article)),
                "repeated_words": comparison.word_count(article, comparison.repeats(article)),
                "boilerplate_words": comparison.word_count(
                    article, comparison.boilerplate(article)
                ),
            }
            for article, draft in enumerate(drafts)
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


def print_report(drafts: Sequence[Draft]) -> None:
    """Print who shares how much, then every passage once with the places that carry it."""
    comparison = compare_articles(drafts)
    names, numbers = letters(len(drafts)), PassageNumbers(comparison, comparison)

    def share(article: int, spans: Sequence[Span]) -> str:
        return percent(comparison.word_count(article, spans), comparison.word_count(article))

    table(
        ["", "words", "shared", "only here", "repeated", "file"],
        [
            (
                names[article],
                comparison.word_count(article),
                share(article, comparison.shared(article)),
                share(article, comparison.only_here(article)),
                share(article, comparison.repeats(article)),
                Path(draft.path).name if draft.path else draft.url or draft.title,
            )
            for article, draft in enumerate(drafts)
        ],
    )
    say()
    if not comparison.groups:
        say("They share no passage.")
        return
    table(
        ["", "kind", "words", "in", "passage"],
        [
            (
                _number(numbers, group),
                max((passage.kind for passage in group.passages), key=KINDS.index),
                comparison.word_count(group.spans[0].article, group.spans[:1]),
                " ".join(names[span.article] for span in group.spans),
                _quote(drafts[group.spans[0].article].text, group.spans[0]),
            )
            for group in comparison.groups
        ],
    )


def _number(numbers: PassageNumbers, group: Group) -> str | int:
    """Return the number that the passage has in the app's gutter; a mere repeat says so."""
    if is_shared(group):
        return numbers.passage(group)
    return f"repeat {numbers.repeat(group, group.spans[0].article)}"


def _quote(text: str, span: Span) -> str:
    return shortened(visible_line(text[span.start : span.end]), _QUOTE)
