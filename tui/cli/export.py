"""The command that exports, in any format."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from storage import paths
from storage.errors import NotFoundError
from storage.library import Library
from storage.wording.joined_words import join_words
from storage.wording.terminal_text import reveal_path
from tui import __version__
from tui.cli.argument_types import UsageError
from tui.cli.maintenance import open_existing
from tui.cli.printing import mention, print_document, say
from tui.messages.export_report import describe_edits

if TYPE_CHECKING:
    from storage.export.export import ExportOptions
    from storage.export.export_format import ExportFormat, FormatOption
    from storage.export.selection import Selection


def export(options: argparse.Namespace) -> int:
    """Write what is chosen as it is wanted, and say where it is."""
    from storage.export.export import render, tell_what_is_missing, write

    wanted = _read_options(options)
    with open_existing(options) as library:
        selection = _select(library, options)
        if options.output != "-":
            written = write(
                library,
                selection,
                wanted,
                options.output or "",
                force=options.force,
                parents=options.parents,
            )
            say(reveal_path(written.path))
            for sentence in (*describe_edits(written), *written.notices):
                mention(sentence)
            return 0
        content = render(library, selection, wanted)
        missing = tell_what_is_missing(library, selection, wanted.format)
    if isinstance(content, str):
        print_document(content)
        for sentence in missing:
            mention(sentence)
        return 0
    if sys.stdout.isatty():
        called = wanted.format.called
        called = f"{called[:1].lower()}{called[1:]}"
        raise UsageError(f"Cannot write {called} to the terminal; name a file with -o.")
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    for sentence in missing:
        mention(sentence)
    return 0


def _read_options(options: argparse.Namespace) -> ExportOptions:
    from storage.export.export import ExportOptions
    from storage.export.export_format import FORMAT_OPTIONS
    from storage.files import resolve_to_read

    chosen = _choose_format(options)
    for option in FORMAT_OPTIONS:
        if getattr(options, option) and option not in chosen.options:
            raise UsageError(_name_formats(option))
    _check_evidence(options, chosen)
    if options.study and options.output == "-":
        raise UsageError("--study writes a second file; name the first with -o.")
    if options.split and options.output == "-":
        raise UsageError("--split writes several files; name a folder with -o.")
    template = resolve_to_read(options.template) if options.template else None
    if template is None and "template" in chosen.options:
        template = _find_template()
    return ExportOptions(
        chosen,
        __version__,
        options.flavour or "commonmark",
        options.split,
        template,
        has_study=options.study,
    )


def _choose_format(options: argparse.Namespace) -> ExportFormat:
    """Return the format that is named, or that the name of the file stands for."""
    from storage.export.formats import FORMATS, find_format, find_formats_of_file

    named = find_format(options.format)
    if named is not None:
        return named
    output = options.output or ""
    found = [] if Path(output).is_dir() else find_formats_of_file(output)
    if len(found) > 1:
        names = join_words([one.name for one in found])
        raise UsageError(f".{found[0].extension} is the ending of {names}; choose with --format.")
    return found[0] if found else FORMATS[0]


def _check_evidence(options: argparse.Namespace, chosen: ExportFormat) -> None:
    """Raise `UsageError` where evidence for passages cannot be made as is wanted."""
    from storage.export.formats import find_formats_taking

    if options.passage is None and not options.passages:
        return
    option = "--passages" if options.passages else "--passage"
    if "passage" not in chosen.takes or options.split:
        others = " or ".join(one.label for one in find_formats_taking("passage"))
        raise UsageError(f"{option} works only with one {others} file.")
    if options.all or options.article or options.tag or options.search:
        raise UsageError(f"{option} needs a story; name it with --story.")


def _name_formats(option: FormatOption) -> str:
    """Say which formats an option is for, with all others that are for the same ones."""
    from storage.export.export_format import FORMAT_OPTIONS
    from storage.export.formats import find_formats_with

    formats = find_formats_with(option)
    *names, last = (f"--{one}" for one in FORMAT_OPTIONS if find_formats_with(one) == formats)
    told = f"{', '.join(names)} and {last} work" if names else f"{last} works"
    return f"{told} only with {' and '.join(one.label for one in formats)}."


def _find_template() -> Path | None:
    from tui.config.configuration_file import read_configuration

    return read_configuration(paths.configuration_path()).template


def find_only_story(library: Library) -> str:
    """Return the id of the only story; `UsageError` where there are several."""
    stories = library.stories.list_gathered() or library.stories.list_all()
    if len(stories) == 1:
        return stories[0].id
    if not stories:
        raise NotFoundError("No stories yet. Make one with `copydesk add --story NAME FILE...`.")
    raise UsageError(
        "More than one story; choose one with --story:", [story.name for story in stories]
    )


def _select(library: Library, options: argparse.Namespace) -> Selection:
    from storage.export.selection import (
        select_all,
        select_article,
        select_passage,
        select_passages,
        select_search,
        select_story,
        select_tag,
    )

    if options.all:
        return select_all(library)
    if options.article:
        return select_article(library, library.articles.find(options.article))
    if options.tag:
        return select_tag(library, options.tag)
    if options.search:
        return select_search(library, options.search)
    story = library.stories.find(options.story or find_only_story(library))
    if options.passage is not None:
        return select_passage(library, story, options.passage)
    if options.passages:
        return select_passages(library, story)
    return select_story(library, story)
