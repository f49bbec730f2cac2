"""Annotations with their evidence: where each stands now, and where else its words stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from storage.anchoring.locate import State
from storage.anchoring.located_targets import LocatedTarget, locate_targets
from storage.comparing import ComparedStory, compare_in
from storage.library import Library
from storage.models import Annotation, Article, Story
from storage.paragraph_numbers import ParagraphNumbers
from textreuse import Span, find_copies


class Place(NamedTuple):
    """A stretch of an article: where a target stands, or where its words stand again."""

    article: Article
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words there."""
        return self.article.text[self.start : self.end]

    @property
    def paragraph(self) -> int:
        """The number, from 1, of the paragraph in which the place begins."""
        return ParagraphNumbers().find(self.article.text, self.start)


class AlsoIn(NamedTuple):
    """Another copy: a place that carries the same words."""

    place: Place
    similarity: float
    weak: bool = False
    """Whether only a weak match tells of it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """An annotation of a story, and where its text is found."""

    annotation: Annotation
    place: Place
    """Its first target; for an orphan, where that stood once."""
    state: State
    targets: tuple[Place, ...]
    """The other targets."""
    also_in: tuple[AlsoIn, ...]
    quote: str
    """The words annotated; for an orphan, what they were."""


def find_story_evidence(
    library: Library, story: Story, known: ComparedStory | None = None
) -> list[Evidence]:
    """Return the annotations of a story, by article and place.

    `known`, where given, is used as far as it is of the story's articles. Copies that only an
    ignored passage tells of are left out.
    """
    articles = library.articles.get_all(story.articles)
    annotations = library.annotations.find_on(article.id for article in articles)
    if not annotations:
        return []
    return find_article_evidence(annotations, compare_in(library, articles, known))


def find_article_evidence(
    annotations: Iterable[Annotation], compared: ComparedStory
) -> list[Evidence]:
    """Return the annotations that stand in the articles that were compared, by place."""
    return _find_evidence(annotations, compared.articles, [compared])


def find_library_evidence(library: Library) -> list[Evidence]:
    """Return all annotations; copies are looked for in every story that has the article."""
    return find_annotation_evidence(library, library.annotations.list_all())


def find_annotation_evidence(library: Library, annotations: Sequence[Annotation]) -> list[Evidence]:
    """Return these annotations; copies are looked for in every story that has the article."""
    carrying = dict.fromkeys(
        target.article for annotation in annotations for target in annotation.targets
    )
    articles = library.articles.get_all(carrying)
    stories = [
        library.articles.get_all(story.articles)
        for story in library.stories.list_all()
        if not carrying.keys().isdisjoint(story.articles)
    ]
    compared = [compare_in(library, members) for members in stories]
    return _find_evidence(annotations, articles, compared)


def _find_evidence(
    annotations: Iterable[Annotation],
    articles: Sequence[Article],
    compared: Sequence[ComparedStory],
) -> list[Evidence]:
    order = {article.id: rank for rank, article in enumerate(articles)}
    copies = _Copies(compared)
    found = []
    for _, located in groupby(
        locate_targets(annotations, articles), key=lambda one: one.annotation.id
    ):
        first, *others = located
        places = [_make_place(one) for one in (first, *others)]
        found.append(
            Evidence(
                first.annotation,
                places[0],
                first.state,
                tuple(places[1:]),
                _list_elsewhere(copies.find(places[0]), places) if first.stands else (),
                first.quote,
            )
        )
    return sorted(
        found, key=lambda one: (order[one.place.article.id], one.place.start, one.place.end)
    )


def _make_place(located: LocatedTarget) -> Place:
    article, span = located.article, located.span
    if located.stands:
        return Place(article, span.start, span.end)
    anchor = located.target.anchor
    end = min(anchor.end, len(article.text))
    return Place(article, min(anchor.start, end), end)


class _Copies:
    """The copies of places in the stories compared; of one place they are looked for once."""

    def __init__(self, compared: Sequence[ComparedStory]) -> None:
        self._stories = [
            (story, {article.id: number for number, article in enumerate(story.articles)})
            for story in compared
        ]
        self._found: dict[tuple[str, int, int], tuple[AlsoIn, ...]] = {}

    def find(self, place: Place) -> tuple[AlsoIn, ...]:
        """Return the copies of `place`, each told once, by story and place."""
        asked = _name_place(place)
        if asked not in self._found:
            told: dict[tuple[str, int, int], AlsoIn] = {}
            for copy in self._look_for(place):
                told.setdefault(_name_place(copy.place), copy)
            self._found[asked] = tuple(told.values())
        return self._found[asked]

    def _look_for(self, place: Place) -> Iterator[AlsoIn]:
        for story, numbers in self._stories:
            if place.article.id in numbers:
                span = Span(numbers[place.article.id], place.start, place.end)
                weak = story.find_weak_copies(span)
                for copy in find_copies(story.kept, span):
                    article = story.articles[copy.span.article]
                    place_there = Place(article, copy.span.start, copy.span.end)
                    yield AlsoIn(place_there, copy.similarity, copy.span in weak)


def _name_place(place: Place) -> tuple[str, int, int]:
    return place.article.id, place.start, place.end


def _list_elsewhere(copies: Iterable[AlsoIn], known: Sequence[Place]) -> tuple[AlsoIn, ...]:
    """Return the copies that overlap no place that the annotation has itself."""
    return tuple(copy for copy in copies if not any(_overlap(copy.place, place) for place in known))


def _overlap(one: Place, other: Place) -> bool:
    same = one.article.id == other.article.id
    return same and one.start < other.end and other.start < one.end
