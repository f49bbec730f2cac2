"""A dataset, as a format of exports."""

from __future__ import annotations

from pathlib import Path

from storage.export.export_format import ExportFormat, ExportJob


def _render(job: ExportJob) -> bytes:
    from storage.export.dataset.dataset import make_files
    from storage.export.zip_file import make_zip

    return make_zip(make_files(job))


def _is_our_zip(path: Path) -> bool:
    from storage.export.zip_file import is_our_zip

    return is_our_zip(path)


DATASET = ExportFormat(
    name="dataset",
    label="Dataset (ZIP of CSV files)",
    called="A dataset",
    extension="zip",
    render=_render,
    is_ours=_is_our_zip,
)
