"""The annotations of a story as a list: one row each, and those that a filter leaves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storage.anchoring.located_targets import LocatedTarget
from storage.models import Article
from storage.tables.tag_names import is_within
from textreuse import fold_punctuation


class ListedNote(NamedTuple):
    """An annotation with all its places in the articles that are read, by article and place."""

    places: tuple[LocatedTarget, ...]
    """At least one."""

    @property
    def first(self) -> LocatedTarget:
        """The place at which it was made; if it does not stand there, the first where it does."""
        return min(self.places, key=lambda place: (not place.stands, place.number))


def group_by_annotation(placed: Iterable[LocatedTarget]) -> list[ListedNote]:
    """Return each annotation once, by its first place; `placed` is in that order."""
    places: dict[str, list[LocatedTarget]] = {}
    for one in placed:
        places.setdefault(one.annotation.id, []).append(one)
    return [ListedNote(tuple(each)) for each in places.values()]


def filter_notes(
    notes: Iterable[ListedNote], query: str, articles: Sequence[Article], letters: Sequence[str]
) -> list[ListedNote]:
    """Return the notes that meet every word of `query`; any text is a query.

    `#claim`: it has that tag, or one below it, or one that begins so. `@B`, `@herald`: it is on
    that article, by letter or by outlet or title; `@anna`: a coder of that name made it. Any other
    word stands in the note, the quote or a tag. Case, and curly or straight quotes, make no
    difference.
    """
    words = fold_punctuation(query).split()
    return [note for note in notes if all(_meets(note, one, articles, letters) for one in words)]


def _meets(
    note: ListedNote, word: str, articles: Sequence[Article], letters: Sequence[str]
) -> bool:
    annotation = note.places[0].annotation
    tags = [fold_punctuation(tag) for tag in annotation.tags]
    if word.startswith("#") and len(word) > 1:
        wanted = word[1:]
        return any(is_within(tag, wanted) or tag.startswith(wanted) for tag in tags)
    if word.startswith("@") and len(word) > 1:
        wanted = word[1:]
        return fold_punctuation(annotation.coder).startswith(wanted) or any(
            wanted == letters[at].casefold()
            or (len(wanted) > 1 and wanted in _name_article(articles[at]))
            for at in {place.span.article for place in note.places}
        )
    texts = (fold_punctuation(annotation.note), fold_punctuation(note.first.quote), *tags)
    return any(word in text for text in texts)


def _name_article(article: Article) -> str:
    return fold_punctuation(f"{article.outlet} {article.title}")
