"""Uses of tags: each place of an annotation with a tag, and each whole article with one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from storage.anchoring.locate import locate, stands_untouched
from storage.counts.settled_articles import SettledArticles
from storage.library import Library
from storage.models import Anchor
from storage.tables.tag_names import list_ancestors
from storage.tables.tag_uses import UsedArticle

Copies = Literal["once", "every"]
"""Whether an annotation on several copies of a passage counts at the first of them, or at each."""
AnchorFields = tuple[int, int, str, str, str]
"""Those of an `Anchor`, in order: where one stands as it stood, none need be made."""


@dataclass(frozen=True)
class CodedUses:
    """All uses of the tags that are counted, and the articles that they are in.

    Places are numbered from 0: each is a marked one, or a whole article as one coder tagged it.
    """

    articles: Sequence[UsedArticle]
    texts: Sequence[str]
    """Of the articles; empty ones where nothing is asked that takes them."""
    uses: Mapping[str, Sequence[int]]
    """On which places each tag is, each once; on none, where a tag that has no use is counted."""
    article_of: Sequence[int]
    """By place which of the articles it is in, from 0."""
    coder_of: Sequence[str]
    """By place whose it is."""
    anchors: Sequence[AnchorFields | None]
    """By place; None for a whole article."""
    done: Collection[int] = ()
    """The articles that coders are done with: they are counted though nothing is used there."""

    @cached_property
    def by_branch(self) -> Mapping[str, Sequence[int]]:
        """The places of each tag and of all below it; a parent need not have any of its own.

        A place with two tags of one branch is one use of that. Names that differ in case alone
        are one tag.
        """
        names: dict[str, str] = {tag.casefold(): tag for tag in self.uses}
        found: dict[str, dict[int, None]] = {}
        for tag, places in self.uses.items():
            its = dict.fromkeys(places)
            for branch in (tag, *list_ancestors(tag)):
                key = branch.casefold()
                names.setdefault(key, branch)
                found.setdefault(key, {}).update(its)
        return {names[branch]: list(places) for branch, places in found.items()}

    @cached_property
    def spans(self) -> Sequence[tuple[int, int] | None]:
        """Where each place stands; None for a whole article, and where its words are gone."""
        return list(map(self._locate, self.article_of, self.anchors))

    def _locate(self, article: int, anchor: AnchorFields | None) -> tuple[int, int] | None:
        if anchor is None:
            return None
        text = self.texts[article]
        if stands_untouched(text, *anchor):
            return anchor[:2]
        quote = locate(Anchor(*anchor), text)
        return None if quote is None else (quote.start, quote.end)

    @cached_property
    def by_coder(self) -> Sequence[Mapping[str, Sequence[int]]]:
        """The places of each tag that each coder has it on, coder by coder."""
        coders = list(dict.fromkeys(self.coder_of))
        if len(coders) < 2:
            return [self.uses]
        found: dict[str, dict[str, list[int]]] = {coder: {} for coder in coders}
        for tag, places in self.uses.items():
            for place in places:
                found[self.coder_of[place]].setdefault(tag, []).append(place)
        return list(found.values())


def collect_uses(
    library: Library,
    articles: Collection[str] | None = None,
    copies: Copies = "once",
    coders: Collection[str] | None = None,
    *,
    settled: SettledArticles | None = None,
    with_texts: bool = True,
) -> CodedUses:
    """Return the uses of tags in the articles with these ids, or in all of the library.

    With `coders`, only what they did; with `settled`, what that takes. With `copies` once, an
    annotation counts at its first place in any of them. `with_texts` is for what asks for words, or
    for where a place stands.
    """
    chosen = library.tag_uses.list_articles(articles)
    numbers = {article.id: number for number, article in enumerate(chosen)}
    tags = library.tag_uses.list_on_annotations()
    tagged = {annotation for annotation, _ in tags}
    article_of: list[int] = []
    coder_of: list[str] = []
    anchors: list[AnchorFields | None] = []
    places: dict[str, list[int]] = {}
    for row in library.tag_uses.list_places(articles, coders):
        annotation, coder, article = row[:3]
        if annotation not in tagged or (settled and not settled.takes(article, coder)):
            continue
        known = places.get(annotation)
        if known is None:
            places[annotation] = known = []
        elif copies == "once":
            continue
        known.append(len(article_of))
        article_of.append(numbers[article])
        coder_of.append(coder)
        anchors.append(row[3:])
    uses: dict[str, list[int]] = {}
    for annotation, tag in tags:
        if annotation in places:
            uses.setdefault(tag, []).extend(places[annotation])
    whole: dict[tuple[str, str], int] = {}
    for article, coder, tag in library.tag_uses.list_on_articles(articles, coders):
        if settled and not settled.takes(article, coder):
            continue
        if (article, coder) not in whole:
            whole[article, coder] = len(article_of)
            article_of.append(numbers[article])
            coder_of.append(coder)
            anchors.append(None)
        uses.setdefault(tag, []).append(whole[article, coder])
    texts = {one.id: one.text for one in library.articles.get_all(numbers)} if with_texts else {}
    return CodedUses(
        chosen, [texts.get(one.id, "") for one in chosen], uses, article_of, coder_of, anchors
    )
