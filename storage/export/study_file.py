"""The study file: what an export was made of, so that a third person can make it again.

It tells no time and no path: the same library and the same program give the same file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import tomli_w

from storage.export.dataset.tables import make_codebook, write_table
from storage.export.export_format import ExportJob
from storage.export.plain_file import write_plain_file
from storage.export.provenance import hash_text
from textreuse import Settings

STUDY_FILE = "copydesk.study.toml"


def write_study(job: ExportJob, path: Path, *, force: bool = False) -> Path:
    """Write the study file of an export beside it, or into its folder; return it.

    Where the study file of another export lies there, it is called after the exported file.
    Errors are those of `write_plain_file`.
    """
    files = sorted(one for one in path.iterdir() if one.is_file()) if path.is_dir() else [path]
    contents = {one.name: one.read_bytes() for one in files if one.name != STUDY_FILE}
    place = path / STUDY_FILE if path.is_dir() else path.with_name(STUDY_FILE)
    if not path.is_dir() and _is_of_others(place, path.name):
        place = path.with_name(f"{path.name}.study.toml")
    study = render_study(job, contents)
    return write_plain_file(job.library, str(place), STUDY_FILE, study, force=force)


def _is_of_others(place: Path, name: str) -> bool:
    """Tell whether a study file tells of files, and of none of that name."""
    try:
        files = tomllib.loads(place.read_text("utf-8"))["files"]
        return name not in {one["name"] for one in files}
    except (OSError, ValueError, KeyError, TypeError):
        return False


def render_study(job: ExportJob, files: Mapping[str, str | bytes]) -> str:
    """Return the study file of an export whose files are `files`, by their names, as TOML."""
    library, selection, options = job.library, job.selection, job.options
    coders = library.coded_articles.list_coders()
    codebook = write_table(make_codebook(library.codebook.list_entries()))
    study: dict[str, Any] = {
        "program": {"name": "Copydesk", "version": options.version},
        "export": {
            "format": options.format.name,
            "of": selection.kind,
            "name": selection.name,
            "annotations": len(selection.annotations),
            "coders": [coder for coder in coders if coder],
        },
        "settings": asdict(options.settings or Settings()),
        "codebook": {"strict": library.codebook.is_strict, "sha256": hash_text(codebook)},
        "files": [{"name": name, "sha256": hash_text(content)} for name, content in files.items()],
        "articles": [
            {
                "id": article.id,
                "title": article.title,
                "outlet": article.outlet,
                "published": article.published or "",
                "url": article.url or "",
                "characters": len(article.text),
                "sha256": hash_text(article.text),
            }
            for article in selection.articles
        ],
    }
    return tomli_w.dumps(study)
