"""A project into the library: articles, codebook, codings, memos and stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from storage.annotation_import.projects.project_annotations import make_annotations
from storage.annotation_import.projects.text_articles import (
    PlacedText,
    TextArticles,
    list_wordless,
)
from storage.clock import now
from storage.codebook.entry_names import NameCleaner
from storage.library import Library
from storage.models import Story
from storage.qda.guids import find_own_id
from storage.qda.project import Memo, NotHeld, Project
from storage.qda.qde_writer import ORIGIN
from storage.qda.variables import name_tag, read_value
from storage.tables.all_coders import GivenTag
from storage.tables.memos import Memo as StoredMemo
from storage.tables.tag_names import is_within
from storage.wording.plural import pluralize


class ImportedProject(NamedTuple):
    """What came of a project."""

    added: tuple[str, ...]
    """The ids of the articles that are new."""
    there: tuple[str, ...]
    """The ids of those that its texts were already."""
    annotations: int
    known_annotations: int
    tags: int
    """How many tags of whole articles are new."""
    memos: int
    codes: int
    """How many codes the project has."""
    coders: tuple[str, ...]
    stories: tuple[str, ...]
    """The names of the stories that its texts are in now."""
    left_out: tuple[NotHeld, ...]
    notices: tuple[str, ...]
    """What was imported otherwise than it was, a sentence each."""


def store_project(library: Library, project: Project, name: str) -> ImportedProject:
    """Store a project, all or nothing; importing the same again adds nothing.

    Texts become articles as any file does. Each set is a story, and so are all of them unless the
    project is our own: by the project's name, or `name` where it has none. Undo takes back what was
    coded in one step, then the codebook.
    """
    left_out = [*project.left_out]
    with library.transaction():
        placed = list(TextArticles(library).place(project))
        left_out += [NotHeld(f"“{one}”", "has nothing to read") for one in list_wordless(project)]
        stories = list(_make_stories(library, project, placed, name))
        known = set(library.codebook.list_entries())
        library.codebook.store([one for one in project.codes if one not in known])
        with library.undo_log.record_step("project imported") as step:
            annotations = make_annotations(
                project, placed, library.annotations.find_on(one.article.id for one in placed)
            )
            left_out += _list_lost(annotations.lost)
            stored = library.imported_annotations.put(step, annotations.new)
            cleaner = NameCleaner()
            tags, values = library.all_coders.put_tags(
                step, list(_list_tags(placed, cleaner, project))
            )
            said, differing = library.all_coders.put_memos(
                step, "article", _join(_list_article_memos(placed))
            )
            told, others = library.all_coders.put_memos(step, "story", _join(_list_memos(stories)))
    notices = [*project.notices, *cleaner.notices]
    if differing + others:
        many = pluralize(differing + others, "memo")
        notices.append(f"Not changed: {many} of which the library has another text.")
    if values:
        many = pluralize(values, "value")
        notices.append(f"Not changed: {many} of variables that the library has another value of.")
    return ImportedProject(
        tuple(one.article.id for one in placed if one.is_new),
        tuple(one.article.id for one in placed if not one.is_new),
        len(stored.added),
        annotations.known + len(stored.there),
        tags,
        said + told,
        len(project.codes),
        tuple(project.coders),
        tuple(story.name for story, _ in stories),
        tuple(left_out),
        tuple(notices),
    )


def _list_lost(names: Sequence[str]) -> Iterator[NotHeld]:
    for name in dict.fromkeys(names):
        many = pluralize(names.count(name), "coding")
        yield NotHeld(f"{many} of “{name}”", "has other words than the article here")


def _make_stories(
    library: Library, project: Project, placed: Sequence[PlacedText], name: str
) -> Iterator[tuple[Story, Sequence[Memo]]]:
    """Make the stories of a project, or extend those that have their names; yield their memos."""
    articles = {one.coded.guid: one.article.id for one in placed}
    if articles and not project.origin.startswith(ORIGIN):
        yield _make_story(library, "", project.name or name, articles.values()), project.memos
    for group in project.sets:
        members = [articles[one] for one in group.texts if one in articles]
        if members:
            yield _make_story(library, group.guid, group.name, members), group.memos


def _make_story(library: Library, guid: str, name: str, articles: Iterable[str]) -> Story:
    own = find_own_id("story", guid) or ""
    known = (library.stories.find_named(own) if own else None) or library.stories.find_named(name)
    if known is not None:
        library.stories.extend(known.id, articles)
        return library.stories.get(known.id)
    in_trash = own in {one.id for one in library.trash.list_all()}
    if own and not in_trash:
        return library.stories.keep(Story(own, name, tuple(articles), created=""))
    return library.stories.create(name, tuple(articles))


def _list_tags(
    placed: Iterable[PlacedText], cleaner: NameCleaner, project: Project
) -> Iterator[GivenTag]:
    """Yield the codes of whole texts, and the values of variables of which there is no code."""
    codes = {one.name.casefold() for one in project.codes}
    for one in placed:
        read = [(value, read_value(value, codes)) for value in one.values]
        signed = [coding for _, coding in read if coding is not None and coding.coder]
        codings = dict.fromkeys([*one.coded.codings, *signed])
        for coding in codings:
            yield GivenTag(one.article.id, coding.code, coding.coder)
        for value, coded in read:
            name = cleaner.join("", name_tag(value.variable).replace("/", "-"))
            if coded in codings or not name or any(is_within(its.code, name) for its in codings):
                continue
            tag = cleaner.join(name, value.value.replace("/", "-"))
            if tag:
                yield GivenTag(one.article.id, tag, "")


def _list_article_memos(placed: Iterable[PlacedText]) -> Iterator[tuple[str, Memo]]:
    for one in placed:
        for memo in one.coded.memos:
            yield one.article.id, memo


def _list_memos(stories: Iterable[tuple[Story, Sequence[Memo]]]) -> Iterator[tuple[str, Memo]]:
    for story, memos in stories:
        for memo in memos:
            yield story.id, memo


def _join(memos: Iterable[tuple[str, Memo]]) -> list[StoredMemo]:
    """Return one memo for each coder of each article or story: all that they say there."""
    joined: dict[tuple[str, str], StoredMemo] = {}
    for owner, memo in memos:
        known = joined.get((owner, memo.coder))
        text = memo.text if known is None else f"{known.memo}\n\n{memo.text}"
        made = memo.created or now()
        joined[owner, memo.coder] = StoredMemo(owner, memo.coder, text, made, memo.updated or made)
    return list(joined.values())
