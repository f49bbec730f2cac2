"""The whole library in a format of stories: a file for each story, in one ZIP."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from storage.export.export_format import ExportFormat, ExportJob, SelectionKind

if TYPE_CHECKING:
    from storage.export.selection import Selection
    from storage.library import Library

_REST = "Other articles"
"""What annotated articles are called together that are in no story."""


def adapt_format(chosen: ExportFormat, kind: SelectionKind) -> ExportFormat:
    """Return the format in which such a selection is exported.

    That is the one that was chosen, unless it takes stories alone and the whole library is to be
    exported: then it is a ZIP of all stories in that format.
    """
    if kind != "all" or "all" in chosen.takes or "story" not in chosen.takes:
        return chosen

    def render(job: ExportJob) -> bytes:
        from storage.export.zip_file import make_zip

        return make_zip(_render_stories(job, chosen))

    return chosen._replace(
        # A name of its own: exports in other formats and the dataset are ZIPs, too.
        extension=f"{chosen.extension}.zip",
        render=render,
        takes=("all",),
        write=None,
        mark="",
        is_ours=_is_our_zip,
    )


def _render_stories(job: ExportJob, chosen: ExportFormat) -> dict[str, str | bytes]:
    """Return the files by their names, and the study file that tells what they were made of."""
    from storage.export.filenames import make_safe_name
    from storage.export.study_file import STUDY_FILE, render_study

    files: dict[str, str | bytes] = {}
    for number, selection in enumerate(_select_stories(job.library, job.selection), 1):
        name = make_safe_name(f"{number} {selection.name}", chosen.extension)
        files[name] = chosen.render(job._replace(selection=selection, compared=None))
    return {**files, STUDY_FILE: render_study(job, files)}


def _select_stories(library: Library, whole: Selection) -> Iterator[Selection]:
    from storage.export.selection import select_story
    from storage.models import Story

    stories = [library.stories.get(one.id) for one in library.stories.list_gathered()]
    for story in stories:
        yield select_story(library, story)
    told = {article for story in stories for article in story.articles}
    annotated = {target.article for one in whole.annotations for target in one.targets}
    coded = {tag.article for tag in whole.coding.tags} | {memo.about for memo in whole.coding.memos}
    rest = [one.id for one in whole.articles if one.id in (annotated | coded) - told]
    if rest:
        yield select_story(library, Story("", _REST, tuple(rest), ""))


def _is_our_zip(path: Path) -> bool:
    from storage.export.zip_file import is_our_zip

    return is_our_zip(path)
