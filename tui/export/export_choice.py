"""What is chosen on the export screen, and remembered for the next time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple, get_args

from storage.export.export import ExportOptions
from storage.export.export_format import ExportFormat, SelectionKind
from storage.export.formats import find_format, find_formats_taking
from storage.export.markdown.format import MARKDOWN
from storage.export.markdown.managed_blocks import Flavour
from storage.export.selection import Selection
from storage.library import Library
from textreuse import Settings
from tui import __version__

_FLAVOURS: dict[Flavour, str] = {
    "commonmark": "plain, for any program",
    "obsidian": "for Obsidian: its comments, links and properties",
}
_FILES = {False: "one file", True: "a folder, one file per article"}


class Subject(NamedTuple):
    """Something that can be exported."""

    name: str
    select: Callable[[Library], Selection]
    kind: SelectionKind


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """The choice; each `turn` gives the next one."""

    subjects: Sequence[Subject]
    at: int = 0
    format: ExportFormat = MARKDOWN
    flavour: Flavour = "commonmark"
    is_split: bool = False
    template: Path | None = None
    settings: Settings | None = None

    @property
    def subject(self) -> Subject:
        """What is to be exported."""
        return self.subjects[self.at]

    @property
    def options(self) -> ExportOptions:
        """How it is to be exported."""
        return ExportOptions(
            self.format, __version__, self.flavour, self.is_split, self.template, self.settings
        )

    def list_rows(self) -> list[tuple[str, str, str]]:
        """Return of each thing to choose its key, its name, and what is chosen."""
        rows = [
            ("subject", "what", self.subject.name),
            ("format", "format", self.format.label),
        ]
        if "flavour" in self.format.options:
            rows.append(("flavour", "flavour", _FLAVOURS[self.flavour]))
        if "split" in self.format.options and self.subject.kind != "passage":
            rows.append(("files", "files", _FILES[self.is_split]))
        return rows

    def turn(self, key: str, by: int) -> ExportChoice:
        """Return the choice with the next, or for -1 the previous, value of one row."""
        if key == "subject":
            made = replace(self, at=(self.at + by) % len(self.subjects))
            return (
                made
                if made.format in made._list_formats()
                else replace(made, format=made._list_formats()[0])
            )
        if key == "format":
            return replace(self, format=_turn(self._list_formats(), self.format, by))
        if key == "flavour":
            return replace(self, flavour=_turn(list(_FLAVOURS), self.flavour, by))
        return replace(self, is_split=not self.is_split)

    def _list_formats(self) -> list[ExportFormat]:
        return find_formats_taking(self.subject.kind)

    def as_json(self) -> dict[str, Any]:
        """Return what is to be remembered."""
        return {"format": self.format.name, "flavour": self.flavour, "split": self.is_split}

    def with_json(self, kept: object) -> ExportChoice:
        """Return the choice as it was kept; what cannot be is as it was."""
        if not isinstance(kept, dict):
            return self
        made, known = self, find_format(kept.get("format"))
        if known in self._list_formats():
            made = replace(made, format=known)
        if kept.get("flavour") in get_args(Flavour):
            made = replace(made, flavour=kept["flavour"])
        return replace(made, is_split=kept.get("split") is True)


def _turn(choices: list[Any], now: Any, by: int) -> Any:
    return choices[(choices.index(now) + by) % len(choices)]
