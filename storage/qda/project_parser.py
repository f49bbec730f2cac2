"""Reading projects in a process of its own, with limits, as articles are read."""

from __future__ import annotations

from contextlib import closing

from storage.article_import.input_format import Document
from storage.article_import.sandbox import Worker
from storage.limits import SECONDS_OF_PARSING_LONG
from storage.qda.plain_project import from_plain
from storage.qda.project import Project
from storage.qda.project_formats import ProjectFormat


def parse_project(chosen: ProjectFormat, document: Document) -> Project:
    """Return the project in a file; `ReadError`, in words that follow its name, without one."""
    with (
        closing(Worker("storage.qda.sandbox_worker")) as worker,
        closing(worker.ask(chosen.name, document, SECONDS_OF_PARSING_LONG)) as answers,
    ):
        return from_plain(answers)
