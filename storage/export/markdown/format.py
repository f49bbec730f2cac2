"""Markdown as a format of exports: one file, a file for each article, or a passage's evidence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from storage.export.export_format import ExportFormat, ExportJob, WrittenExport

if TYPE_CHECKING:
    from storage.export.markdown.document import Export


def _render(job: ExportJob) -> str:
    return "\n".join(map(str, _make_exports(job, Path()).values()))


def _write(job: ExportJob, line: str, force: bool) -> WrittenExport:
    from storage.export.filenames import (
        find_destination,
        make_usual_name,
        refuse_to_destroy,
        require_folder,
    )
    from storage.export.markdown.document import write_all
    from storage.files import resolve_to_write

    if job.options.splits(job.selection):
        # It goes into the folder that is named: once that is there, too.
        path = resolve_to_write(line or make_usual_name(job.selection, job.options))
        files = {path / name: export for name, export in _make_exports(job, path).items()}
        for file in files:
            refuse_to_destroy(job.library.path, file)
        require_folder(job, path)
    else:
        path = find_destination(job, line)
        files = dict.fromkeys([path], *_make_exports(job, path).values())
    return WrittenExport(path, tuple(write_all(files, force=force).items()))


def _make_evidence(job: ExportJob) -> Export:
    """Return the evidence for a passage of a story, or for all."""
    from dataclasses import replace

    from storage.export.markdown.evidence_table import export_all_passages, export_passage

    library, selection, options, compared, _ = job
    story, settings = selection.story, options.settings
    assert story is not None
    if selection.passage is None:
        made = export_all_passages(
            library, story, compared, version=options.version, settings=settings
        )
    else:
        made = export_passage(
            library,
            story,
            selection.passage,
            compared,
            is_repeat=selection.is_repeat,
            version=options.version,
            settings=settings,
        )
    return replace(made, flavour=options.flavour)


def _make_exports(job: ExportJob, folder: Path) -> dict[str, Export]:
    """Return the exports by the names of their files in `folder`."""
    from storage.export.filenames import make_usual_name

    library, selection, options, compared, _ = job
    usual = make_usual_name(selection, options)
    if selection.kind == "passage":
        return {usual: _make_evidence(job)}
    from storage.export.markdown.document import MarkdownStyle, gather_content, render_whole
    from storage.export.markdown.folder import split
    from storage.export.markdown.template import load

    style = MarkdownStyle(options.flavour, load(options.template))
    found = gather_content(library, selection, compared, options.settings)
    if options.splits(selection):
        return split(found, style, folder)
    return {usual: render_whole(found, style)}


MARKDOWN = ExportFormat(
    name="markdown",
    label="Markdown",
    called="Markdown",
    extension="md",
    render=_render,
    tells="comparison",
    takes=("story", "article", "articles", "tag", "search", "all", "passage"),
    options=("split", "flavour", "template"),
    write=_write,
)
