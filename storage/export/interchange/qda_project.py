"""What is exported, as a project of a program for qualitative analysis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from storage.anchoring.located_targets import LocatedTarget
from storage.export.export_format import ExportJob
from storage.export.selection import Selection
from storage.library import Library
from storage.models import Article, Story
from storage.qda.guids import make_guid
from storage.qda.metadata import make_values
from storage.qda.project import (
    CodedPlace,
    CodedText,
    Memo,
    Project,
    TextSet,
    Value,
    WholeCoding,
)
from storage.qda.qde_writer import ORIGIN
from storage.qda.variables import find_shared, list_values, split_codings
from storage.tables.codebook_entry import CodebookEntry
from storage.tables.memos import MemoKind
from storage.wording.plural import pluralize


def make_project(job: ExportJob) -> Project:
    """Return the project: the texts and what all coders say of them, with the whole codebook."""
    library, selection = job.library, job.selection
    entries = library.codebook.list_entries()
    return Project(
        selection.name,
        f"{ORIGIN} {job.options.version}".strip(),
        tuple(entries),
        tuple(_make_texts(library, selection, entries)),
        tuple(_make_sets(library, selection)),
        tuple(_list_copies(selection.located)),
    )


def describe_not_held(job: ExportJob) -> tuple[str, ...]:
    """Say what a project has no place for."""
    gone = sum(not one.stands for one in job.selection.located)
    lost = f"Left out: {pluralize(gone, 'place')} of notes whose words are gone."
    told = (
        "A REFI-QDA project has no place for passages, evidence, quick tags, what is ignored, which"
        " articles are coded and who decided what; that stays in the library."
    )
    return (lost, told) if gone else (told,)


def _make_texts(
    library: Library,
    selection: Selection,
    entries: Iterable[CodebookEntry],
) -> Iterator[CodedText]:
    places: dict[str, list[LocatedTarget]] = {}
    for one in selection.located:
        if one.stands:
            places.setdefault(one.article.id, []).append(one)
    given: dict[str, list[WholeCoding]] = {}
    for tag in library.all_coders.find_tags(one.id for one in selection.articles):
        given.setdefault(tag.article, []).append(WholeCoding(tag.tag, tag.coder))
    variables = [one.name for one in entries if one.is_variable]
    values = {one: list(split_codings(codings, variables)) for one, codings in given.items()}
    shared = find_shared(values.values())
    for article in selection.articles:
        standing = sorted(
            places.get(article.id, []), key=lambda one: (one.span.start, one.span.end)
        )
        yield CodedText(
            make_guid("article", article.id),
            article.title,
            article.text,
            tuple(map(_make_place, standing)),
            tuple(given.get(article.id, ())),
            _make_memos(library, "article", article.id),
            (*_make_fields(article), *list_values(values.get(article.id, ()), shared)),
        )


def _make_fields(article: Article) -> tuple[Value, ...]:
    return make_values(
        {
            "outlet": article.outlet,
            "author": article.author,
            "published": article.published,
            "modified": article.modified,
            "captured": article.captured,
            "url": article.url,
            "citation_key": article.citation_key,
            "item": article.item,
            "details": article.details,
        }
    )


def _make_place(one: LocatedTarget) -> CodedPlace:
    annotation = one.annotation
    return CodedPlace(
        _name_place(one),
        one.span.start,
        one.span.end,
        annotation.tags,
        annotation.note,
        annotation.coder,
        annotation.created,
        annotation.updated,
    )


def _name_place(one: LocatedTarget) -> str:
    """Return the guid of a place; the first one of an annotation has the guid of that."""
    if not one.number:
        return make_guid("annotation", one.annotation.id)
    return make_guid("target", f"{one.annotation.id} {one.number}")


def _list_copies(located: Iterable[LocatedTarget]) -> Iterator[tuple[str, ...]]:
    places: dict[str, list[str]] = {}
    for one in located:
        if one.stands:
            places.setdefault(one.annotation.id, []).append(_name_place(one))
    yield from (tuple(guids) for guids in places.values() if len(guids) > 1)


def _make_sets(library: Library, selection: Selection) -> Iterator[TextSet]:
    """Yield the stories, as far as their articles are exported."""
    chosen = selection.index_by_id()
    for story in _find_stories(library, selection):
        yield TextSet(
            make_guid("story", story.id),
            story.name,
            tuple(make_guid("article", one) for one in story.articles if one in chosen),
            _make_memos(library, "story", story.id),
        )


def _find_stories(library: Library, selection: Selection) -> list[Story]:
    if selection.story is not None:
        return [selection.story]
    chosen = selection.index_by_id().keys()
    listed = library.stories.list_gathered()
    return [library.stories.get(one.id) for one in listed if not chosen.isdisjoint(one.articles)]


def _make_memos(library: Library, kind: MemoKind, about: str) -> tuple[Memo, ...]:
    return tuple(
        Memo(
            make_guid("memo", f"{kind} {one.about} {one.coder}"),
            one.memo,
            one.coder,
            one.created,
            one.updated,
        )
        for one in library.memos.find(kind, about)
    )
