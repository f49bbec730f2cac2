"""What was coded of whole articles and stories: tags, memos, and who is done with which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storage.library import Library
from storage.models import Annotation, Article, Story
from storage.tables.all_coders import GivenTag
from storage.tables.coded_articles import CodedMark
from storage.tables.memos import Memo
from storage.wording.joined_words import join_words
from storage.wording.terminal_text import reveal_line


class NamedMemo(NamedTuple):
    """What a coder wrote of an article or a story."""

    about: str
    """The id of that."""
    name: str
    """What that is called; of an article its title."""
    coder: str
    memo: str
    created: str
    updated: str


class ArticleCoding(NamedTuple):
    """What coders said of articles as a whole, and of a story."""

    tags: tuple[GivenTag, ...] = ()
    """By article, then coder, in the order in which they were given."""
    memos: tuple[NamedMemo, ...] = ()
    """On articles, by these."""
    coded: tuple[CodedMark, ...] = ()
    """Who is done with which article, by these."""
    story_memos: tuple[NamedMemo, ...] = ()

    def __bool__(self) -> bool:
        return any(self)

    @property
    def is_by_several(self) -> bool:
        """Whether more than one coder gave tags, so that it has to be said who gave which."""
        return len({tag.coder for tag in self.tags}) > 1

    def group_by_article(self) -> dict[str, ArticleCoding]:
        """Return by the ids of articles what is said of each alone, and nothing of stories."""
        grouped: dict[str, tuple[list[GivenTag], list[NamedMemo], list[CodedMark]]] = {}
        for tag in self.tags:
            grouped.setdefault(tag.article, ([], [], []))[0].append(tag)
        for memo in self.memos:
            grouped.setdefault(memo.about, ([], [], []))[1].append(memo)
        for mark in self.coded:
            grouped.setdefault(mark.article, ([], [], []))[2].append(mark)
        return {
            article: ArticleCoding(tuple(tags), tuple(memos), tuple(coded))
            for article, (tags, memos, coded) in grouped.items()
        }


def describe_coded(coded: Iterable[CodedMark]) -> str:
    """Say who is done with an article; empty where nobody is.

    `marked as coded by Anna and Ben`: it stands behind tags, which these need not have given.
    """
    coders = [reveal_line(mark.coder) for mark in coded]
    named = join_words(filter(None, coders))
    return f"marked as coded by {named}" if named else "marked as coded" if coders else ""


def list_given(coding: ArticleCoding) -> list[tuple[str, str]]:
    """Return each tag of an article once, with who gave it; empty where nobody signed it."""
    given: dict[str, list[str]] = {}
    for tag in coding.tags:
        given.setdefault(tag.tag, []).append(reveal_line(tag.coder))
    return [(name, join_words(filter(None, coders))) for name, coders in given.items()]


def is_by_several(annotations: Iterable[Annotation]) -> bool:
    """Tell whether more than one coder made them, so that it has to be said who made which."""
    return len({one.coder for one in annotations}) > 1


NO_CODING = ArticleCoding()


def gather_coding(
    library: Library, articles: Sequence[Article], stories: Iterable[Story] = ()
) -> ArticleCoding:
    """Return what was coded of articles and stories."""
    ids = [article.id for article in articles]
    memos, marks = library.memos.list_all("article"), library.coded_articles.list_marks()
    of_stories = library.memos.list_all("story")
    order = {article: number for number, article in enumerate(ids)}
    tags = library.all_coders.find_tags(ids)
    return ArticleCoding(
        tuple(sorted(tags, key=lambda tag: (order[tag.article], tag.coder))),
        tuple(_name(memo, one.title) for one in articles for memo in memos.get(one.id, ())),
        tuple(
            sorted(
                (mark for mark in marks if mark.article in order),
                key=lambda mark: (order[mark.article], mark.coder),
            )
        ),
        tuple(_name(memo, one.name) for one in stories for memo in of_stories.get(one.id, ())),
    )


def _name(memo: Memo, name: str) -> NamedMemo:
    return NamedMemo(memo.about, name, *memo[1:])
