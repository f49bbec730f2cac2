"""A story's HTML report, as a format of exports."""

from __future__ import annotations

from storage.export.export_format import ExportFormat, ExportJob, WrittenExport


def _render(job: ExportJob) -> str:
    from storage.export.html.report import render_report

    story, options = job.selection.story, job.options
    assert story is not None
    return render_report(
        job.library, story, job.compared, version=options.version, settings=options.settings
    )


def _write(job: ExportJob, line: str, force: bool) -> WrittenExport:
    from storage.export.filenames import find_destination
    from storage.export.html.report_file import write

    path = find_destination(job, line)
    report, story = _render(job), job.selection.story
    assert story is not None
    write(report, story, path, force=force)
    return WrittenExport(path)


HTML = ExportFormat(
    name="html",
    label="HTML page",
    called="An HTML report",
    extension="html",
    render=_render,
    tells="comparison",
    takes=("story",),
    write=_write,
)
