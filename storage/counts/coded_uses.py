"""Uses of tags: each place of an annotation with a tag, and each whole article with one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from storage.anchoring.locate import locate
from storage.library import Library
from storage.models import Anchor
from storage.tables.tag_names import list_ancestors
from storage.tables.tag_uses import UsedArticle
from textreuse import Span, Words, merge, split_sentences, split_words

Copies = Literal["once", "every"]
"""Whether an annotation on several copies of a passage counts at the first of them, or at each."""


class CodedUse(NamedTuple):
    """One use of a tag."""

    tag: str
    article: int
    """Which of the articles it is in, from 0."""
    place: int
    """Which of the places it is on, from 0; below 0 for a whole article, another for each."""


@dataclass(frozen=True)
class CodedUses:
    """All uses of the tags that are counted, and the articles that they are in."""

    articles: Sequence[UsedArticle]
    texts: Sequence[str]
    """Of the articles; empty ones where nothing is asked that takes them."""
    uses: Sequence[CodedUse]
    anchors: Sequence[Anchor]
    """Of the places; none where nothing is asked that takes them."""
    _words: dict[int, Words] = field(default_factory=dict, repr=False)

    @cached_property
    def by_branch(self) -> Mapping[str, Sequence[CodedUse]]:
        """The uses of each tag and of all below it; a parent need not have any of its own.

        A place with two tags of one branch is one use of that. Names that differ in case alone
        are one tag.
        """
        by_tag: dict[str, list[CodedUse]] = {}
        for use in self.uses:
            by_tag.setdefault(use.tag, []).append(use)
        names: dict[str, str] = {tag.casefold(): tag for tag in by_tag}
        found: dict[str, dict[int, CodedUse]] = {}
        for tag, uses in by_tag.items():
            for branch in (tag, *list_ancestors(tag)):
                key = branch.casefold()
                names.setdefault(key, branch)
                known = found.setdefault(key, {})
                for use in uses:
                    known.setdefault(use.place, use)
        return {names[branch]: list(uses.values()) for branch, uses in found.items()}

    @cached_property
    def spans(self) -> Sequence[Span | None]:
        """Where each place stands; None where its words are gone."""
        articles = {use.place: use.article for use in self.uses}
        spans: list[Span | None] = []
        for place, anchor in enumerate(self.anchors):
            article = articles[place]
            quote = locate(anchor, self.texts[article])
            spans.append(None if quote is None else Span(article, quote.start, quote.end))
        return spans

    @cached_property
    def placed(self) -> Mapping[int, Sequence[tuple[Span, str]]]:
        """By article the places of which the words are there, with a tag each, in order."""
        found: dict[int, list[tuple[Span, str]]] = {}
        for use in self.uses:
            span = self.spans[use.place] if use.place >= 0 else None
            if span is not None:
                found.setdefault(use.article, []).append((span, use.tag))
        return {article: sorted(uses) for article, uses in found.items()}

    def count_words(self, uses: Iterable[CodedUse]) -> dict[int, int]:
        """Return by article how many words stand in these uses; those in several count once.

        Whole articles, and places whose words are gone, have none.
        """
        by_article: dict[int, list[Span]] = {}
        for use in uses:
            span = self.spans[use.place] if use.place >= 0 else None
            if span is not None:
                by_article.setdefault(use.article, []).append(span)
        return {
            article: self.split_words(article).count_within(merge(its))
            for article, its in by_article.items()
        }

    def split_words(self, article: int) -> Words:
        """Return the words of an article."""
        if article not in self._words:
            self._words[article] = split_words(self.texts[article])
        return self._words[article]

    def list_sentences(self, article: int) -> list[Span]:
        """Return the sentences of an article, in order."""
        return [Span(article, start, end) for start, end in split_sentences(self.texts[article])]


def collect_uses(
    library: Library,
    articles: Collection[str] | None = None,
    copies: Copies = "once",
    coders: Collection[str] | None = None,
    *,
    with_texts: bool = True,
) -> CodedUses:
    """Return the uses of tags in the articles with these ids, or in all of the library.

    With `coders`, only what they did. With `copies` once, an annotation counts at its first place
    in any of them. `with_texts` is for what asks for words, or for where a place stands.
    """
    chosen = library.tag_uses.list_articles(articles)
    numbers = {article.id: number for number, article in enumerate(chosen)}
    places: dict[tuple[str, int], int] = {}
    first: dict[str, int] = {}
    uses = []
    for tag, its_article, annotation, its_place in library.tag_uses.list_all(articles, coders):
        article = numbers[its_article]
        if not annotation:
            uses.append(CodedUse(tag, article, -1 - article))
        elif copies == "every" or first.setdefault(annotation, its_place) == its_place:
            place = places.setdefault((annotation, its_place), len(places))
            uses.append(CodedUse(tag, article, place))
    if not with_texts:
        return CodedUses(chosen, [], uses, [])
    anchors = library.tag_uses.find_anchors(numbers)
    texts = {one.id: one.text for one in library.articles.get_all(numbers)}
    return CodedUses(
        chosen, [texts[one.id] for one in chosen], uses, [anchors[place] for place in places]
    )
