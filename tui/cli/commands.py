"""What each command does, except those that open the app."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable
from time import monotonic

from storage import paths
from storage.database.transactions import translate_errors
from storage.errors import CopydeskError
from storage.files import explain_error
from storage.open_library import resolve_path
from storage.wording.terminal_text import reveal_path
from tui.cli.add import add_articles, read_drafts
from tui.cli.annotate import annotate_quote
from tui.cli.argument_types import READ_FILES, UsageError
from tui.cli.edit import edit_article
from tui.cli.export import export
from tui.cli.import_annotations import import_annotations
from tui.cli.maintenance import (
    back_up_after_writing,
    check_library,
    find_library,
    make_backup,
    open_existing,
)
from tui.cli.open_app import open_files, open_sample
from tui.cli.printing import complain, detail, print_json, say
from tui.cli.search import list_articles, print_carriers, search
from tui.cli.table import TableColumn, print_table
from tui.messages.crash_log import LOG_USE, log_error
from tui.messages.damage import explain_damage


def run_safely(options: argparse.Namespace) -> int:
    """Do what was asked; returns 0, or 1 where it failed and a sentence said why.

    `UsageError` for a call that turns out to be wrong; `OSError` where the output cannot be
    written.
    """
    if options.command not in _SHOWING:
        gc.enable()  # it may go on for long, and nothing but its end tells when
    began = monotonic()
    try:
        with translate_errors(), explain_damage():
            _detail_files(options)
            status = _COMMANDS[options.command](options)
        if options.command in _WRITING:
            back_up_after_writing(find_library(options))
        detail(f"Done in {monotonic() - began:.2f} s.")
        return status
    except CopydeskError as error:
        *others, last = error.sentences
        for sentence in others:
            complain(sentence)
        complain(last, error.choices)
        return 1
    except UsageError:
        raise
    except OSError as error:
        if error.filename is None:
            raise  # the output: files have names
        complain(f"Cannot use {error.filename}: {explain_error(error)}.")
        return 1
    except Exception as error:
        complain(f"Copydesk hit an internal error ({log_error(error)})")
        return 1


def _detail_files(options: argparse.Namespace) -> None:
    detail(f"The library is {resolve_path(find_library(options))}.")
    detail(f"The configuration is {paths.configuration_path()}.")


def _list_stories(options: argparse.Namespace) -> int:
    with open_existing(options) as library:
        stories = library.stories.list_all()
    if options.json:
        print_json(
            [
                {
                    "id": story.id,
                    "name": story.name,
                    "articles": story.articles,
                    "annotations": story.annotations,
                }
                for story in stories
            ]
        )
    elif all(story.is_article_alone for story in stories):
        say("No stories yet. Make one with `copydesk add --story NAME FILE...`.")
    else:
        print_table(
            ["id", "notes", "articles", TableColumn("name", 20)],
            [
                (story.id, story.annotations, len(story.articles), story.name)
                for story in stories
                if not story.is_article_alone
            ],
        )
    return 0


def _compare_files(options: argparse.Namespace) -> int:
    from tui.cli.compare import compare_as_json, print_report

    if options.text and not options.json:
        raise UsageError("--text works only with --json.")
    drafts, status = read_drafts(options)
    if not drafts:
        return status
    if options.json:
        print_json(compare_as_json(drafts, with_text=options.text))
    else:
        print_report(drafts)
    return status


def _print_quotes(options: argparse.Namespace) -> int:
    from tui.cli.quotes import print_quotes  # the engine is not needed to list articles

    return print_quotes(options)


def _print_changes(options: argparse.Namespace) -> int:
    from tui.cli.diff import print_changes  # see above

    return print_changes(options)


def _print_completion(options: argparse.Namespace) -> int:
    from tui.cli.completion import print_completion  # the parser is not needed whole elsewhere

    return print_completion(options)


def _read_story(options: argparse.Namespace) -> int:
    from tui.cli.read import read_story  # see above

    return read_story(options)


def _list_notes(options: argparse.Namespace) -> int:
    from storage.export.evidence import find_library_evidence, find_story_evidence
    from storage.tables.tag_names import clean_tags, is_within
    from tui.cli.notes import as_json, print_notes

    with open_existing(options) as library:
        if options.story:
            notes = find_story_evidence(library, library.stories.find(options.story))
        else:
            notes = find_library_evidence(library)
    if options.tag:
        wanted = clean_tags([options.tag])
        notes = [
            note
            for note in notes
            if any(is_within(name, tag) for name in note.annotation.tags for tag in wanted)
        ]
    if options.json:
        print_json([as_json(note) for note in notes])
    elif not notes:
        say("No annotation has that tag." if options.tag else "No annotations found.")
    else:
        print_notes(notes)
    return 0


def _join_articles(options: argparse.Namespace) -> int:
    from tui.cli.join import join_articles  # see above

    return join_articles(options)


def _refresh(options: argparse.Namespace) -> int:
    from tui.cli.refresh import refresh  # see above

    return refresh(options)


def _watch_feeds(options: argparse.Namespace) -> int:
    from tui.cli.watch import watch_feeds  # see above

    return watch_feeds(options)


def _run_codebook(options: argparse.Namespace) -> int:
    from tui.cli.codebook import run_codebook  # see above

    return run_codebook(options)


def _mark_coded(options: argparse.Namespace) -> int:
    from tui.cli.coded import mark_coded  # see above

    return mark_coded(options)


def _print_agreement(options: argparse.Namespace) -> int:
    from tui.cli.agreement import print_agreement  # see above

    return print_agreement(options)


def _scan_corpus(options: argparse.Namespace) -> int:
    from tui.cli.scan import scan_corpus

    return scan_corpus(options)


def _print_counts(options: argparse.Namespace) -> int:
    from tui.cli.counts import print_counts  # see above

    return print_counts(options)


def _show_scan(options: argparse.Namespace) -> int:
    from tui.cli.open_scan import show_scan  # see above

    return show_scan(options)


def _serve(options: argparse.Namespace) -> int:
    from tui.cli.serve import serve  # see above

    return serve(options)


def _print_keys(_options: argparse.Namespace) -> int:
    from tui.config.configuration_file import read_configuration
    from tui.keys.keymap import format_text_table

    say(format_text_table(read_configuration(paths.configuration_path()).keymap))
    return 0


def _print_paths(options: argparse.Namespace) -> int:
    say(f"library {reveal_path(resolve_path(find_library(options)))}")
    say(f"configuration {reveal_path(paths.configuration_path())}")
    say(f"log {reveal_path(paths.log_path())}")
    if sys.stdout.isatty():  # a program gets a line a thing, and no more
        say(f"\n{LOG_USE}")
    return 0


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    READ_FILES: open_files,
    "open": _show_scan,
    "demo": open_sample,
    "add": add_articles,
    "list": list_articles,
    "stories": _list_stories,
    "compare": _compare_files,
    "quotes": _print_quotes,
    "diff": _print_changes,
    "read": _read_story,
    "notes": _list_notes,
    "counts": _print_counts,
    "codebook": _run_codebook,
    "coded": _mark_coded,
    "agreement": _print_agreement,
    "search": search,
    "scan": _scan_corpus,
    "where": print_carriers,
    "edit": edit_article,
    "join": _join_articles,
    "refresh": _refresh,
    "watch": _watch_feeds,
    "annotate": annotate_quote,
    "export": export,
    "import": import_annotations,
    "serve": _serve,
    "backup": make_backup,
    "check": check_library,
    "keys": _print_keys,
    "completion": _print_completion,
    "locate": _print_paths,
}
_SHOWING = (READ_FILES, "open", "demo")
"""Commands that open the app, which collects garbage again once its first screen stands."""
_WRITING = ("add", "annotate", "codebook", "edit", "import", "join", "refresh", "watch")
"""Commands after which there is something new to back up."""
