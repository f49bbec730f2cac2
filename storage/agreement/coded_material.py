"""What several coders made of the articles that two of them or more are done with."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from storage.agreement.unitizing import Unit
from storage.anchoring.located_targets import locate_targets
from storage.errors import CopydeskError
from storage.library import Library
from storage.models import Article
from storage.tables.decisions import SETTLED
from storage.tables.tag_names import list_ancestors
from storage.tables.variables import find_variable
from storage.wording.plural import pluralize
from textreuse import find_front_matter

LEAST_CODERS = 2


@dataclass(frozen=True)
class CodedMaterial:
    """The codings of articles, by tag; a tag has what those below it have too."""

    coders: Sequence[str]
    articles: Sequence[Article]
    done: Sequence[frozenset[int]]
    """By article which of the coders, from 0, are done with it: two or more."""
    left_out: int
    """How many other articles a coder is done with, or has begun."""
    places: Mapping[str, Sequence[Sequence[Sequence[Unit]]]] = field(default_factory=dict)
    """By tag, by coder, by article the spans in code points of `texts`, in order."""
    article_tags: Mapping[str, Sequence[frozenset[int]]] = field(default_factory=dict)
    """By tag, by coder which of the articles have it as a whole, from 0."""
    values: Mapping[str, Sequence[Mapping[int, str]]] = field(default_factory=dict)
    """By variable, by coder the value of each article that was given one."""
    used: frozenset[str] = frozenset()
    """The tags that somebody used; others only have tags below them that somebody did."""

    @cached_property
    def texts(self) -> list[str]:
        """The texts of the articles without the metadata at their top, which nobody codes."""
        return [one.text[_find_beginning(one) :] for one in self.articles]

    @cached_property
    def complete(self) -> list[int]:
        """Which of the articles all coders are done with, from 0."""
        return [at for at, done in enumerate(self.done) if len(done) == len(self.coders)]

    @property
    def length(self) -> int:
        """The code points of the texts that are complete."""
        return sum(len(self.texts[at]) for at in self.complete)

    def list_on_continuum(self, tag: str) -> list[list[Unit]]:
        """Return the spans with a tag by coder, as if all texts that are complete were one."""
        starts = [0, *accumulate(len(self.texts[at]) for at in self.complete)]
        return [
            [
                (start + begin, start + end)
                for start, at in zip(starts, self.complete, strict=False)
                for begin, end in by_article[at]
            ]
            for by_article in self.places[tag]
        ]


def list_done(library: Library) -> list[str]:
    """Return all who are done with an article, by name; last what was settled, if anything is."""
    done = {coder for coders in library.coded_articles.find_coders().values() for coder in coders}
    return sorted(done, key=lambda coder: (coder == SETTLED, coder))


def choose_coders(library: Library, named: Sequence[str]) -> list[str]:
    """Return those coders of a library who are named, else all who are done with an article.

    What was settled is no coder unless it is named. `CopydeskError` where that is fewer than two,
    or one is not known.
    """
    known = library.coded_articles.find_named(named)
    chosen = known or [coder for coder in list_done(library) if coder != SETTLED]
    if len(chosen) >= LEAST_CODERS:
        return chosen
    if named:
        raise CopydeskError("Agreement needs two coders or more; name them with commas between.")
    raise CopydeskError(
        "Agreement needs two coders who have marked articles as coded; this library has"
        f" {pluralize(len(chosen), 'such coder')}."
    )


def collect_material(
    library: Library, articles: Iterable[Article], coders: Sequence[str]
) -> CodedMaterial:
    """Return what these coders made of those of the articles that two or more are done with.

    What a coder who is not done with one has said of it does not count.
    """
    wanted = {article.id: article for article in articles}
    done = library.coded_articles.find_coders()
    common = [one for one in wanted if len({*coders}.intersection(done.get(one, ()))) > 1]
    annotations = [
        one for one in library.annotations.find_on(wanted) if one.coder in coders and one.tags
    ]
    given = [one for one in library.all_coders.find_tags(wanted) if one.coder in coders]
    begun = {target.article for one in annotations for target in one.targets}
    begun |= {one.article for one in given}
    begun |= {one for one, who in done.items() if set(who) & set(coders)}
    material = _Collector(coders, [wanted[one] for one in common])
    for located in locate_targets(annotations, material.articles):
        if located.stands and located.annotation.coder in done[located.article.id]:
            span = located.span
            for tag in located.annotation.tags:
                material.add_place(
                    tag, located.annotation.coder, span.article, (span.start, span.end)
                )
    variables = library.tags.list_variables()
    numbers = {article: number for number, article in enumerate(common)}
    for one in given:
        if one.article in numbers and one.coder in done[one.article]:
            material.add_tag(one.tag, one.coder, numbers[one.article], variables)
    who = [frozenset(at for at, coder in enumerate(coders) if coder in done[one]) for one in common]
    return material.finish(who, len((begun & wanted.keys()) - set(common)))


def _find_beginning(article: Article) -> int:
    """Return where the text of an article begins, behind metadata at its top."""
    metadata = find_front_matter(article.text)
    return metadata.end if metadata else 0


class _Collector:
    def __init__(self, coders: Sequence[str], articles: Sequence[Article]) -> None:
        self.articles = articles
        self._beginnings = [_find_beginning(article) for article in articles]
        self._coders = coders
        self._places: dict[str, list[list[set[Unit]]]] = {}
        self._tags: dict[str, list[set[int]]] = {}
        self._values: dict[str, list[dict[int, str]]] = {}
        self._used: set[str] = set()

    def add_place(self, tag: str, coder: str, article: int, unit: Unit) -> None:
        begin = self._beginnings[article]
        if unit[1] <= begin:
            return
        unit = max(unit[0] - begin, 0), unit[1] - begin
        self._used.add(tag)
        for one in (tag, *list_ancestors(tag)):
            if one not in self._places:
                self._places[one] = [[set() for _ in self.articles] for _ in self._coders]
            self._places[one][self._coders.index(coder)][article].add(unit)

    def add_tag(self, tag: str, coder: str, article: int, variables: Collection[str]) -> None:
        at = self._coders.index(coder)
        variable = find_variable(tag, variables)
        if variable is not None:
            name, value = tag[: len(variable)], tag[len(variable) + 1 :]
            self._values.setdefault(name, [{} for _ in self._coders])[at][article] = value
            return
        self._used.add(tag)
        for one in (tag, *list_ancestors(tag)):
            self._tags.setdefault(one, [set() for _ in self._coders])[at].add(article)

    def finish(self, done: Sequence[frozenset[int]], left_out: int) -> CodedMaterial:
        return CodedMaterial(
            self._coders,
            self.articles,
            done,
            left_out,
            {
                tag: [[sorted(units) for units in by_article] for by_article in coders]
                for tag, coders in sorted(self._places.items())
            },
            {tag: list(map(frozenset, coders)) for tag, coders in sorted(self._tags.items())},
            dict(sorted(self._values.items())),
            frozenset(self._used),
        )
