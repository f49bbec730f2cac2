"""The texts of a project as articles: those that the library has, and those that are added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from storage.anchoring.anchors import CONTEXT, make_anchor
from storage.annotation_import.incoming import LeftOutError, Mention
from storage.annotation_import.quote_placing import place_quote
from storage.article_import.add_articles import add_articles
from storage.article_import.parsed import ParsedArticle
from storage.ids import make_text_id
from storage.library import Library
from storage.models import Article, NewArticle, Target
from storage.qda.metadata import split_values
from storage.qda.project import CodedPlace, CodedText, Project, Value
from storage.wording.terminal_text import fold_line

_TITLE = 300
"""Characters of a title that is made of a text's name."""
_SURE = ("exact", "moved")


class PlacedText(NamedTuple):
    """A text of a project, and the article that it is."""

    coded: CodedText
    article: Article
    is_new: bool
    has_same_text: bool
    values: list[Value]
    """What it has of variables that are no fields of an article."""

    def place(self, selection: CodedPlace) -> Target | None:
        """Return where a selection stands; None where its words do not stand in the article."""
        text = self.article.text
        if self.has_same_text:
            anchor = make_anchor(text, selection.start, selection.end)
            return Target(self.article.id, anchor)
        try:
            placed = place_quote(_mention(self.coded, selection), self.article)
        except LeftOutError:
            return None
        return placed.target if placed.state in _SURE else None


class TextArticles:
    """Finds the articles that texts are, and adds those that the library does not have."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._by_title: dict[str, list[str]] = {}
        self._by_url: dict[str, list[str]] = {}
        for listed in library.articles.with_names.list_all():
            self._by_title.setdefault(fold_line(listed.title), []).append(listed.id)
            if listed.url:
                self._by_url.setdefault(listed.url, []).append(listed.id)

    def place(self, project: Project) -> Iterator[PlacedText]:
        """Yield the texts with their articles, in their order; those without a word have none.

        A text is the article that has just that text; else one of its address or title that
        differs in nothing but white space, or has the words of all its selections; else a new one.
        """
        for coded in project.texts:
            fields, values = split_values(coded.values)
            if not ParsedArticle(coded.text).has_words:
                continue
            known = self._find_alike(coded, fields.get("url", ""))
            if known is not None:
                yield PlacedText(coded, known, False, False, values)
                continue
            title = coded.name.strip()[:_TITLE] or coded.text.strip().partition("\n")[0][:_TITLE]
            ((article, is_new),) = add_articles(
                self._library, [NewArticle(text=coded.text, title=title, **fields)]
            )
            yield PlacedText(coded, article, is_new, True, values)

    def _find_alike(self, coded: CodedText, url: str) -> Article | None:
        """Return an article that a text is, though it is not the same text."""
        candidates = [*self._by_url.get(url, []), *self._by_title.get(fold_line(coded.name), [])]
        own = make_text_id(coded.text)
        if not candidates or self._library.articles.get_all([own]):
            return None
        words = coded.text.split()
        for article in self._library.articles.get_all(dict.fromkeys(candidates)):
            if article.text.split() == words or _has_all_quotes(coded, article):
                return article
        return None


def _has_all_quotes(coded: CodedText, article: Article) -> bool:
    """Tell whether an article surely has the words of all selections of a text, which has some."""
    places = (_find_state(coded, one, article) for one in coded.places)
    return bool(coded.places) and all(state in _SURE for state in places)


def _find_state(coded: CodedText, selection: CodedPlace, article: Article) -> str:
    try:
        return place_quote(_mention(coded, selection), article).state
    except LeftOutError:
        return "orphan"


def _mention(coded: CodedText, selection: CodedPlace) -> Mention:
    start, end = selection.start, selection.end
    return Mention(
        "",
        title=coded.name,
        quote=coded.text[start:end],
        prefix=coded.text[max(0, start - CONTEXT) : start],
        suffix=coded.text[end : end + CONTEXT],
    )


def list_wordless(project: Project) -> Iterable[str]:
    """Return the names of the texts that have not a word to read."""
    return [one.name for one in project.texts if not ParsedArticle(one.text).has_words]
