"""The process that reads projects; see `storage.article_import.sandbox_worker`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from storage.article_import import sandbox_worker
from storage.article_import.input_format import Document
from storage.article_import.parsers import explain_failure
from storage.qda.plain_project import to_plain
from storage.qda.project_formats import find_format


def serve() -> None:
    """Answer jobs until nobody is there to give any."""
    sandbox_worker.serve(_read)


def _read(name: str, document: Document) -> Iterator[dict[str, Any]]:
    chosen = find_format(name)
    assert chosen is not None
    with explain_failure(chosen.called):
        project = chosen.read(document)
    yield from to_plain(project)
