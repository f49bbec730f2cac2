"""Another Copydesk library into this one: what its coders made of articles, each in their name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from storage.annotation_import.library_codebook import collect_codebook
from storage.backup.library_copy import copy_library
from storage.backup.sqlite_file import HEADER, is_database, read_application_id
from storage.clock import now, write_time
from storage.database.locked_files import open_to_read
from storage.database.schema import APPLICATION_ID
from storage.errors import ExchangeError
from storage.library import Library
from storage.models import Article, NewArticle
from storage.open_library import open_library
from storage.paths import parse_path
from storage.regular_files import resolve_links
from storage.tables.all_coders import GivenTag
from storage.tables.codebook import StoredCodebook
from storage.tables.coded_articles import CodedMark
from storage.tables.hidden_names import hide_names
from storage.tables.memos import Memo, MemoKind
from storage.tables.merged_codings import Codings, MergedCodings
from storage.tables.tag_names import LONGEST, clean_tags
from storage.wording.coder_names import clean_coder_name
from storage.wording.terminal_text import fit_utf8


class LibraryImport(NamedTuple):
    """What came of another library."""

    merged: MergedCodings
    codebook: StoredCodebook
    """What was made and completed of the codebook."""
    articles: int
    """How many coded articles were added, for they were not here."""
    coders: tuple[str, ...]
    """Who coded in it, by name."""
    left_out: tuple[tuple[str, str], ...]
    """What was not imported: its name, and why, in words after the name."""
    decisions: int
    """How many decisions on what coders disagreed on stay in the other library."""


def is_library(name: str) -> bool:
    """Tell whether a file is a library of Copydesk's; False where it cannot be read."""
    try:
        with open_to_read(parse_path(name)) as file:
            header = file.read(HEADER)
    except (OSError, ValueError):
        return False
    return is_database(header) and read_application_id(header) == APPLICATION_ID


def import_library(library: Library, path: Path, unsigned: str = "") -> LibraryImport:
    """Take in the annotations, tags and memos of another library, and what is coded in it.

    Its codebook completes the one that is here; what that says stays.

    What nobody signed there is by `unsigned`. Coded articles that are not here are added, others
    not. One step for undo takes the codings back, the next one the codebook. The other library is
    left as it is, also one of an earlier version. `ExchangeError` for this very library;
    `LibraryError` or `DamagedError` where the other cannot be read.
    """
    if resolve_links(path) == resolve_links(library.path):
        raise ExchangeError("A library cannot be imported into itself.")
    with TemporaryDirectory(prefix="copydesk-") as folder:
        copy = Path(folder) / "library.db"
        copy_library(path, copy)  # brought up to date, it is no longer as it was
        with open_library(copy) as other:
            return _merge(library, other, unsigned)


def _merge(library: Library, other: Library, unsigned: str) -> LibraryImport:
    articles = [one.id for one in other.articles.list_all()]
    codings = _collect(other, articles, unsigned)
    with library.transaction():
        added, missing = _add_articles(library, other, _list_articles(codings))
        stories = {one.id for one in library.stories.list_all()}
        kept = _leave_out(codings, {one.id for one in missing}, stories)
        # First: of a variable that it tells of, an article has one value.
        codebook = library.codebook.supplement(collect_codebook(other))
        merged = library.coding_merger.store(kept)
    shown = map(hide_names, missing) if library.coder.hides_names else missing
    left_out = [(f"“{one.title}”", "is in the trash here") for one in shown]
    names = {one.id: one.name for one in other.stories.list_all()}
    left_out += [
        (f"the memo on “{names[memo.about]}”", "is on a story that is not here")
        for memo in codings.story_memos
        if memo.about not in stories
    ]
    coders = {one.coder for one in codings.annotations} | {one.coder for one in codings.tags}
    coders |= {one.coder for one in codings.marks}
    coders |= {memo.coder for memo in (*codings.article_memos, *codings.story_memos)}
    return LibraryImport(
        merged,
        codebook,
        added,
        tuple(sorted(coders)),
        tuple(left_out),
        len(other.decisions.list_all()),
    )


def _collect(other: Library, articles: Sequence[str], unsigned: str) -> Codings:
    """Return all codings of a library, the unsigned ones signed.

    Another program may have written to it: names, notes and times become such as ours are.
    """
    stories = {one.id for one in other.stories.list_all()}
    known = set(articles)

    def sign(name: str) -> str:
        return clean_coder_name(name) or unsigned

    return Codings(
        [
            replace(
                one,
                note=fit_utf8(one.note),
                tags=tuple(_clean_tags(one.tags)),
                created=_clean_time(one.created),
                updated=_clean_time(one.updated),
                coder=sign(one.coder),
            )
            for one in other.annotations.list_all()
        ],
        [
            GivenTag(one.article, tag, sign(one.coder))
            for one in other.all_coders.find_tags(articles)
            for tag in _clean_tags([one.tag])
        ],
        _collect_memos(other, "article", known, sign),
        _collect_memos(other, "story", stories, sign),
        [
            CodedMark(one.article, sign(one.coder), _clean_time(one.made))
            for one in other.coded_articles.list_marks()
            if one.article in known
        ],
    )


def _collect_memos(
    other: Library, kind: MemoKind, there: Collection[str], sign: Callable[[str], str]
) -> list[Memo]:
    return [
        Memo(
            about,
            sign(memo.coder),
            fit_utf8(memo.memo),
            _clean_time(memo.created),
            _clean_time(memo.updated),
        )
        for about, memos in other.memos.list_all(kind).items()
        if about in there
        for memo in memos
    ]


def _clean_tags(names: Iterable[str]) -> list[str]:
    return [name for name in clean_tags(names) if len(name) <= LONGEST]


def _clean_time(written: str) -> str:
    try:
        return write_time(datetime.fromisoformat(written))
    except (ValueError, OverflowError):
        return now()


def _list_articles(codings: Codings) -> list[str]:
    return list(
        dict.fromkeys(
            [
                *(target.article for one in codings.annotations for target in one.targets),
                *(one.article for one in codings.tags),
                *(memo.about for memo in codings.article_memos),
                *(one.article for one in codings.marks),
            ]
        )
    )


def _add_articles(
    library: Library, other: Library, wanted: Sequence[str]
) -> tuple[int, list[Article]]:
    """Add the articles that are not here; return how many, and those that are in the trash."""
    known = {one.id for one in library.articles.list_all()}
    added, missing = 0, []
    for article in other.articles.get_all([one for one in wanted if one not in known]):
        if library.trash.has_text(article.id):
            missing.append(article)
            continue
        library.articles.add(
            NewArticle(**{name: getattr(article, name) for name in NewArticle._fields}),
            may_be_edited_file=False,
        )
        added += 1
    return added, missing


def _leave_out(codings: Codings, gone: set[str], stories: set[str]) -> Codings:
    """Return codings without those on articles and stories that are not here."""
    return Codings(
        [
            one
            for one in codings.annotations
            if all(target.article not in gone for target in one.targets)
        ],
        [one for one in codings.tags if one.article not in gone],
        [memo for memo in codings.article_memos if memo.about not in gone],
        [memo for memo in codings.story_memos if memo.about in stories],
        [one for one in codings.marks if one.article not in gone],
    )
