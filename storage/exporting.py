"""An export in any of the formats: as it would be written, or into a file or folder."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from storage.errors import CopydeskError
from storage.export.blocks import Flavour
from storage.export.naming import destination_named, full, safe_name
from storage.export.selection import Selection
from storage.library import Library
from textreuse import Settings

if TYPE_CHECKING:
    from storage.comparing import ComparedStory
    from storage.export.markdown import Export

Format = Literal["markdown", "html", "csv", "jsonld", "hypothesis", "sqlite"]
FORMATS: tuple[Format, ...] = get_args(Format)
FLAVOURS: tuple[Flavour, ...] = get_args(Flavour)


@dataclass(frozen=True, slots=True)
class Wish:
    """How somebody wants an export."""

    format: Format = "markdown"
    version: str = ""
    """The program's, for the record of how an HTML report was made."""
    flavour: Flavour = "commonmark"
    """Of Markdown."""
    is_split: bool = False
    """Whether each article has a Markdown file of its own."""
    template: Path | None = None
    """Of the Markdown; None is our own."""
    settings: Settings | None = None
    """With which passages are found; None are those of a comparison that is given, else the usual
    ones."""


class Written(NamedTuple):
    """What an export wrote."""

    path: Path
    """The file, or the folder with the files of a split one."""
    edited: tuple[tuple[Path, tuple[str, ...]], ...] = ()
    """Files with the names of their blocks that were edited by hand, and stayed."""


def rendered(
    library: Library, selection: Selection, wish: Wish, compared: ComparedStory | None = None
) -> str | bytes:
    """Return the export: text, or the bytes of a database. A split one is all its files in a row.

    `compared`, where given, is used as far as it is of the story's articles. `CopydeskError` where
    the format cannot take the selection, or a template fails.
    """
    if wish.format == "markdown":
        exports = _markdown(library, selection, wish, compared, Path())
        return "\n".join(map(str, exports.values()))
    _refuse_passage(selection)
    if wish.format == "html":
        return _report(library, selection, wish, compared)
    from storage.exchange.writing import rendered as exchanged

    return exchanged(library, selection, wish.format)


def write(
    library: Library,
    selection: Selection,
    wish: Wish,
    line: str,
    *,
    force: bool = False,
    compared: ComparedStory | None = None,
) -> Written:
    """Write the export where `line` says, atomically: a file, or a folder for its usual name.

    Nothing said is the usual name, here. A split export goes into the folder that is named.
    `ConflictError` says which file is not touched without `force`, and why; other `CopydeskError`
    as for `rendered`.
    """
    line = line if line or wish.is_split else "."
    if wish.format == "markdown":
        return _write_markdown(library, selection, wish, line, force=force, compared=compared)
    _refuse_passage(selection)
    if wish.format == "html":
        from storage.export.report.report_file import write as write_report

        report, story = _report(library, selection, wish, compared), selection.story
        assert story is not None
        path = destination_named(line, safe_name(selection.name, "html"))
        write_report(report, story, path, force=force)
        return Written(path)
    from storage.exchange.writing import write as write_exchanged

    return Written(write_exchanged(library, selection, wish.format, line, force=force))


def usual_name(selection: Selection, wish: Wish) -> str:
    """Return what the file or folder is called if nobody says otherwise."""
    if wish.format == "markdown":
        return safe_name(selection.name, "md").removesuffix(".md" if wish.is_split else "")
    from storage.exchange.writing import extension

    return safe_name(selection.name, "html" if wish.format == "html" else extension(wish.format))


def _refuse_passage(selection: Selection) -> None:
    if selection.passage is not None:
        raise CopydeskError("The evidence for one passage is Markdown; choose that format.")


def _report(
    library: Library, selection: Selection, wish: Wish, compared: ComparedStory | None
) -> str:
    from storage.export.html import story_report

    if selection.story is None:
        raise CopydeskError("An HTML report is of a story; choose one, or another format.")
    return story_report(
        library, selection.story, compared, version=wish.version, settings=wish.settings
    )


def _markdown(
    library: Library,
    selection: Selection,
    wish: Wish,
    compared: ComparedStory | None,
    folder: Path,
) -> dict[str, Export]:
    """Return the exports by the names of their files in `folder`."""
    if selection.passage is not None and selection.story is not None:
        from storage.export.evidence_table import passage_export

        made = passage_export(
            library,
            selection.story,
            selection.passage,
            compared,
            version=wish.version,
            settings=wish.settings,
        )
        return {usual_name(selection, wish): replace(made, flavour=wish.flavour)}
    from storage.export.markdown import Style, gathered, whole
    from storage.export.splitting import split
    from storage.export.template import load

    style = Style(wish.flavour, load(wish.template))
    found = gathered(library, selection, compared, wish.settings)
    if wish.is_split:
        return split(found, style, folder)
    return {usual_name(selection, wish): whole(found, style)}


def _write_markdown(
    library: Library,
    selection: Selection,
    wish: Wish,
    line: str,
    *,
    force: bool,
    compared: ComparedStory | None,
) -> Written:
    from storage.export.markdown import write_all

    if selection.passage is not None:
        wish = replace(wish, is_split=False)
    usual = usual_name(selection, wish)
    # A split export goes into the folder that is named: once it is there, too.
    path = destination_named(line, usual) if not wish.is_split else full(line or usual)
    exports = _markdown(library, selection, wish, compared, path)
    if wish.is_split:
        files = {path / name: export for name, export in exports.items()}
    else:
        files = dict.fromkeys([path], *exports.values())
    return Written(path, tuple(write_all(files, force=force).items()))
