"""What is known of documents, as articles: to read them, or to bring them into the library."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from storage.article_import.formats.tables.columns import choose_columns
from storage.ids import make_text_id
from storage.library import Library
from storage.models import Article, NewArticle, Story
from storage.scan.document_dates import parse_document_date
from storage.scan.index.rows import IndexedDocument
from storage.tables.article_fields import parse_address
from storage.wording.joined_words import join_some
from storage.wording.terminal_text import clean_line, shorten

_TITLE = 80
"""Characters of a text that stand for its title."""
_OUTLETS_NAMED = 2


class FoundText(NamedTuple):
    """A document with its text, and where the passage begins in that."""

    document: IndexedDocument
    text: str
    begin: int


def make_article(found: FoundText) -> NewArticle:
    """Return a document as an article, with what its columns say of it; no file is its own."""
    document = found.document
    return NewArticle(
        found.text,
        clean_line(document.title) or shorten(clean_line(found.text), _TITLE) or document.id,
        clean_line(document.series),
        _find_author(document.other),
        parse_document_date(document.date),
        parse_address(document.url) if document.url else None,
    )


def _find_author(other: str) -> str | None:
    """Return who the other columns say wrote it."""
    try:
        columns = json.loads(other)
    except (ValueError, RecursionError):
        return None
    names = list(columns) if isinstance(columns, dict) else []
    author = columns.get(choose_columns(names).get("author", "")) if names else None
    return clean_line(author) or None if isinstance(author, str) else None


class BroughtStory(NamedTuple):
    """What came of bringing a cluster into the library."""

    story: Story
    new: int
    """Articles that the library had not."""
    alike: int
    """Texts that are an article with another one, word for word."""
    was_there: bool
    """Whether the library had the story, of these articles and no other; then nothing is new."""


def bring_in(library: Library, name: str, found: Iterable[FoundText]) -> BroughtStory:
    """Add the texts that the library has not, as a story of all of them; undo takes it all back.

    What the library knows of an article stays so. `LibraryError` where nothing could be saved.
    """
    drafts = [make_article(one) for one in found]
    with library.transaction():
        added = [_add(library, one) for one in drafts]
        ids = list(dict.fromkeys(article.id for article, _ in added))
        new = list(dict.fromkeys(article.id for article, is_new in added if is_new))
        known = library.stories.find_exact(ids)
        story = known or library.stories.make(name, ids, new=new)
    return BroughtStory(story, len(new), len(drafts) - len(ids), was_there=known is not None)


def _add(library: Library, draft: NewArticle) -> tuple[Article, bool]:
    if library.articles.get_all([make_text_id(draft.text)]):
        draft = draft._replace(outlet="")  # or it would take the place of the one that is known
    return library.articles.add(draft, may_be_edited_file=False)


def merge_alike(found: Iterable[FoundText]) -> list[tuple[NewArticle, int]]:
    """Return the articles to be read, each with the place to begin at.

    Texts that are alike to the last sign are one, by the outlets of all.
    """
    alike: dict[str, list[FoundText]] = {}
    for one in found:
        alike.setdefault(one.text, []).append(one)
    merged = []
    for those in alike.values():
        article = make_article(those[0])
        outlets = dict.fromkeys(filter(None, (clean_line(one.document.series) for one in those)))
        merged.append((article._replace(outlet=join_some(outlets, _OUTLETS_NAMED)), those[0].begin))
    return merged
