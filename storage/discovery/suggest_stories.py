"""Suggesting stories: articles that share passages or rare terms, and lie close in time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from storage.discovery.clustering import find_clusters
from storage.library import Library
from storage.search.article_similarity import DAYS, SharedTerm, Similarity
from storage.tables.listed_articles import ListedArticle
from storage.tables.stories import ListedStory
from storage.wording.publication_dates import format_day, sort_by_publication
from textreuse import split_words

_LOOSENESS = 0.7
"""How alike the articles of a story are on the whole, as a part of what two of them must be."""
_TERMS_TOLD = 5
_TERMS_SEEN = 20
"""Rare terms among which names are looked for."""


class Suggestion(NamedTuple):
    """Articles that seem to belong to one story."""

    articles: tuple[str, ...]
    """Ids, by date; those without a date last."""
    name: str
    """What the story might be called, or is called if it is there."""
    since: str | None
    """The first and the last day; None where no date is known."""
    until: str | None
    copies: int
    """How many pairs of them have words in a row in common."""
    terms: tuple[str, ...]
    """Some of the rare words that most of them have, names first."""
    story: str | None = None
    """The id of the story that has at least two of them already, and lacks the others."""
    lacking: int = 0
    """How many that story lacks."""


def suggest_stories(
    library: Library, tell: Callable[[float], None] = lambda _share: None
) -> list[Suggestion]:
    """Return the stories that a library might have, the largest first; nothing is changed.

    Articles of one story share rare terms or passages and lie within `DAYS` days; where a date
    is not known, more is asked of the terms. Older versions are left out, and what is together
    in a story already. `tell` is called with the share that is done, 0..1; what it raises ends
    the work.
    """
    listed = library.articles.list_all()
    older = {one.previous for one in listed}
    known = {one.id: one for one in listed if one.id not in older}
    days = {article: _parse_day(one.published) for article, one in known.items()}
    kin = library.article_similarity.measure(days, tell)

    def belong(cluster: frozenset[str]) -> bool:
        dated = [day for day in map(days.__getitem__, cluster) if day is not None]
        return not dated or max(dated) - min(dated) <= DAYS

    stories = library.stories.list_all()
    telling = _TellingWords(library, kin)
    found = []
    for cluster in find_clusters(kin.likeness, kin.least, _LOOSENESS, belong):
        ids = sort_by_publication(sorted(cluster), lambda one: known[one].published)
        story = _find_story_of_some(cluster, stories)
        lacking = len(cluster.difference(story.articles)) if story else 0
        if story is not None and not lacking:
            continue
        articles = [known[one] for one in ids]
        dated = sorted(format_day(one.published) for one in articles if one.published)
        found.append(
            Suggestion(
                tuple(ids),
                story.name if story else _find_central(articles, kin).title,
                dated[0] if dated else None,
                dated[-1] if dated else None,
                sum(pair in kin.copied for pair in combinations(sorted(cluster), 2)),
                telling.find(cluster),
                story.id if story else None,
                lacking,
            )
        )
    return found


def accept(library: Library, suggestion: Suggestion) -> str:
    """Make the story, or put what it lacks into the one that is there; undo takes it back.

    Returns the story's id. `NotFoundError` if that has gone meanwhile.
    """
    present = [one.id for one in library.articles.get_all(suggestion.articles)]
    if suggestion.story is None:
        return library.stories.make(suggestion.name, present).id
    library.stories.extend(suggestion.story, present)
    return suggestion.story


def _parse_day(published: str | None) -> int | None:
    try:
        return date.fromisoformat(format_day(published)).toordinal()
    except ValueError:
        return None  # none, or a year or month alone


def _find_story_of_some(
    cluster: frozenset[str], stories: Sequence[ListedStory]
) -> ListedStory | None:
    """Return the story with most of the articles, if it has two; of equal ones the oldest."""
    most = max(stories, key=lambda one: len(cluster.intersection(one.articles)), default=None)
    if most is None or len(cluster.intersection(most.articles)) < 2:
        return None
    return most


def _find_central(articles: Sequence[ListedArticle], kin: Similarity) -> ListedArticle:
    """Return the article that is most like the others; of equals the first."""
    alike: defaultdict[str, float] = defaultdict(float)
    for pair in combinations(sorted(one.id for one in articles), 2):
        for one in pair:
            alike[one] += kin.likeness.get(pair, 0.0)
    return max(articles, key=lambda one: alike[one.id])


class _TellingWords:
    """Finds words that tell what a cluster is about."""

    def __init__(self, library: Library, kin: Similarity) -> None:
        self._library = library
        self._kin = kin
        self._of: defaultdict[str, list[int]] = defaultdict(list)
        for number, (_, _, articles) in enumerate(kin.terms):
            for article in articles:
                self._of[article].append(number)

    def find(self, cluster: frozenset[str]) -> tuple[str, ...]:
        """Return rare words that most of the articles have, as one of them spells them."""
        having = Counter(number for article in cluster for number in self._of[article])
        most = [number for number, count in having.items() if 2 * count > len(cluster)]
        most.sort(key=lambda number: (-having[number] * self._kin.terms[number].weight, number))
        spelled = (self._spell(self._kin.terms[one], cluster) for one in most[:_TERMS_SEEN])
        told = dict.fromkeys(one for one in spelled if one is not None)
        return tuple(sorted(told, key=str.islower)[:_TERMS_TOLD])  # names first

    def _spell(self, term: SharedTerm, cluster: frozenset[str]) -> str | None:
        # A stem is the beginning of a word, but for its last letter: polici is policy.
        begin = term.stem.rstrip("i")
        text = self._library.articles.get(min(cluster.intersection(term.articles))).text
        found = split_words(text)
        seen = [
            text[start:end]
            for key, start, end in zip(found.keys, found.starts, found.ends, strict=True)
            if key.startswith(begin)
        ]
        # A word that is written small anywhere is no name.
        return min(seen, key=lambda one: (not one.islower(), one), default=None)
