"""`copydesk compare`: what files share and state, for programs and for people."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from storage.comparing import ComparedStory
from storage.models import NewArticle
from storage.passage_numbers import PassageNumbers, is_shared
from storage.share_figures import count_shares
from storage.wording.terminal_text import shorten
from textreuse import KINDS, ArticleLabel, Group, describe_comparison
from tui.cli.drafts import compare_drafts
from tui.cli.findings_report import print_findings, read_line
from tui.cli.printing import say
from tui.cli.table import TableColumn, print_table

_QUOTE = 70
"""Characters of a passage that the report shows."""


def compare_as_json(drafts: Sequence[NewArticle], *, with_text: bool = False) -> dict[str, Any]:
    """Compare the drafts; returns what `compare --json` promises, with texts of passages or not."""
    compared = compare_drafts(drafts)
    return describe_comparison(
        compared.kept, compared.statements, label_articles(compared), with_text=with_text
    )


def label_articles(compared: ComparedStory) -> list[ArticleLabel]:
    """Return what a JSON document says of the articles besides what they share."""
    return [ArticleLabel(one.title, one.path, len(one.text)) for one in compared.articles]


def print_report(drafts: Sequence[NewArticle]) -> None:
    """Print who shares how much, every passage with the places that carry it, and what is found."""
    compared = compare_drafts(drafts)
    comparison, names = compared.kept, compared.letters
    counted = [count_shares(comparison, article) for article in range(len(drafts))]
    print_table(
        ["", "words", "shared", "only here", "repeated", TableColumn("file", 20)],
        [
            (
                name,
                one.words,
                *map(str, (one.shared, one.only_here, one.repeats)),
                Path(draft.path).name if draft.path else draft.url or draft.title,
            )
            for name, draft, one in zip(names, drafts, counted, strict=True)
        ],
    )
    say()
    if comparison.groups:
        _print_passages(compared)
    else:
        say("No shared passages.")
    print_findings(compared)


def _print_passages(compared: ComparedStory) -> None:
    comparison, names = compared.kept, compared.letters
    print_table(
        ["", "kind", "words", TableColumn("in", 8), TableColumn("passage", 20, 40)],
        [
            (
                _number_passage(compared.numbers, group),
                max((passage.kind for passage in group.passages), key=KINDS.index),
                comparison.word_count(group.spans[0].article, group.spans[:1]),
                " ".join(names[span.article] for span in group.spans),
                shorten(read_line(compared, group.spans[0]), _QUOTE),
            )
            for group in comparison.groups
        ],
    )


def _number_passage(numbers: PassageNumbers, group: Group) -> str | int:
    """Return the number that the passage has in the app's gutter; a mere repeat says so."""
    if is_shared(group):
        return numbers.number_passage(group)
    return f"repeat {numbers.number_repeat(group, group.spans[0].article)}"
