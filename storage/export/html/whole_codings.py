"""What coders said of whole articles and of the story, as the report shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from storage.export.article_coding import (
    NO_CODING,
    ArticleCoding,
    describe_coded,
    list_given,
)
from storage.export.article_rows import ArticleRow
from storage.export.html.note_html import render_note
from storage.export.html.story_notes import ChosenTag
from storage.models import Article
from storage.tables.codebook_entry import Colour
from storage.wording.terminal_text import reveal_line


class WholeCoding(NamedTuple):
    """What is said of one article as a whole."""

    tags: tuple[tuple[ChosenTag, str], ...]
    """Each once, with who gave it, where several coders gave any."""
    coded: str
    """Who is done with it; empty where nobody is."""


class ShownMemo(NamedTuple):
    """A memo, ready to be shown."""

    letter: str
    """Of the article; empty for the story."""
    name: str
    coder: str
    prose: Markup


def list_whole_codings(
    coding: ArticleCoding, articles: Sequence[Article], colours: Mapping[str, Colour]
) -> list[WholeCoding]:
    """Return what is said of each of these articles."""
    grouped = coding.group_by_article()
    shown = []
    for article in articles:
        said = grouped.get(article.id, NO_CODING)
        tags = (
            (
                ChosenTag(reveal_line(name), colours.get(name)),
                coders if coding.is_by_several else "",
            )
            for name, coders in list_given(said)
        )
        shown.append(WholeCoding(tuple(tags), describe_coded(said.coded)))
    return shown


def list_memos(
    coding: ArticleCoding, articles: Sequence[Article], rows: Sequence[ArticleRow]
) -> list[ShownMemo]:
    """Return the memos on the story, then on its articles; they read as they are written."""
    row_of = {article.id: row for article, row in zip(articles, rows, strict=True)}
    on_story = [(memo, "", reveal_line(memo.name)) for memo in coding.story_memos]
    on_articles = [
        (memo, row_of[memo.about].letter, row_of[memo.about].name) for memo in coding.memos
    ]
    return [
        ShownMemo(letter, name, reveal_line(memo.coder), render_note(memo.memo, is_own=False))
        for memo, letter, name in (*on_story, *on_articles)
    ]
