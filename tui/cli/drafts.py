"""Articles that the library does not have, compared as a story is."""

from __future__ import annotations

from collections.abc import Sequence

from storage.comparing import ComparedStory, compare_story
from storage.ids import make_text_id
from storage.models import Article, NewArticle
from textreuse import split_words


def compare_drafts(drafts: Sequence[NewArticle]) -> ComparedStory:
    """Compare articles with the usual settings; none of them gets into a library."""
    return compare_story(list(map(make_draft_article, drafts)))


def make_draft_article(draft: NewArticle) -> Article:
    """Return an article as the library would have it, but for when it was added: never."""
    words = len(split_words(draft.text))
    return Article(id=make_text_id(draft.text), words=words, added="", **draft._asdict())
