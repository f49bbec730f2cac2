"""Uses of tags: each place of an annotation with a tag, and each whole article with one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from storage.anchoring.located_targets import LocatedTarget, locate_targets
from storage.models import Annotation, Article
from storage.tables.tag_names import list_ancestors
from textreuse import Span, Words, merge, split_sentences, split_words

Copies = Literal["once", "every"]
"""Whether an annotation on several copies of a passage counts at the first of them, or at each."""


class CodedUse(NamedTuple):
    """One use of a tag."""

    tag: str
    article: int
    """Which of the articles it is in, from 0."""
    owner: str
    """The id of the annotation; of the article, where it is that as a whole."""
    number: int
    """Which place of the annotation it is, from 0; -1 for a whole article."""
    span: Span | None
    """Where it stands; None for a whole article, and where the words are gone."""


@dataclass(frozen=True)
class CodedUses:
    """All uses of the tags that are counted, and the articles that they are in."""

    articles: Sequence[Article]
    uses: Sequence[CodedUse]
    _words: dict[int, Words] = field(default_factory=dict, repr=False)
    _sentences: dict[int, list[Span]] = field(default_factory=dict, repr=False)

    @cached_property
    def by_branch(self) -> Mapping[str, Sequence[CodedUse]]:
        """The uses of each tag and of all below it; a parent need not have any of its own.

        A place with two tags of one branch is one use of that. Names that differ in case alone
        are one tag.
        """
        found: dict[str, dict[tuple[str, int], CodedUse]] = {}
        names = {use.tag.casefold(): use.tag for use in self.uses}
        branches: dict[str, list[str]] = {}
        for key, tag in list(names.items()):
            parents = list(list_ancestors(tag))
            branches[key] = [key, *(parent.casefold() for parent in parents)]
            for parent in parents:
                names.setdefault(parent.casefold(), parent)
        for use in self.uses:
            for branch in branches[use.tag.casefold()]:
                found.setdefault(branch, {}).setdefault((use.owner, use.number), use)
        return {names[branch]: list(uses.values()) for branch, uses in found.items()}

    def count_words(self, uses: Iterable[CodedUse]) -> int:
        """Return how many words stand in these uses; those in several of them count once.

        Whole articles, and places whose words are gone, have none.
        """
        return self.count_words_within(merge(use.span for use in uses if use.span is not None))

    def count_words_within(self, spans: Iterable[Span]) -> int:
        """Return how many words lie inside disjoint spans of the articles."""
        by_article: dict[int, list[Span]] = {}
        for span in spans:
            by_article.setdefault(span.article, []).append(span)
        return sum(self._split(article).count_within(its) for article, its in by_article.items())

    def list_sentences(self, article: int) -> list[Span]:
        """Return the sentences of an article, in order."""
        if article not in self._sentences:
            found = split_sentences(self.articles[article].text)
            self._sentences[article] = [Span(article, start, end) for start, end in found]
        return self._sentences[article]

    def _split(self, article: int) -> Words:
        if article not in self._words:
            self._words[article] = split_words(self.articles[article].text)
        return self._words[article]


def collect_uses(
    articles: Sequence[Article],
    annotations: Iterable[Annotation],
    article_tags: Mapping[str, Sequence[str]],
    copies: Copies = "once",
) -> CodedUses:
    """Return the uses of tags in these articles.

    `article_tags` are the tags of whole articles by their ids. With `copies` once, an annotation
    counts at its first place in any of `articles`.
    """
    uses: list[CodedUse] = []
    counted: set[str] = set()
    for located in locate_targets(annotations, articles):
        if copies == "once" and located.annotation.id in counted:
            continue
        counted.add(located.annotation.id)
        uses += _list_uses(located)
    for at, article in enumerate(articles):
        tags = article_tags.get(article.id, ())
        uses += [CodedUse(tag, at, article.id, -1, None) for tag in tags]
    return CodedUses(articles, uses)


def _list_uses(located: LocatedTarget) -> list[CodedUse]:
    span = located.span if located.stands else None
    return [
        CodedUse(tag, located.span.article, located.annotation.id, located.number, span)
        for tag in located.annotation.tags
    ]
