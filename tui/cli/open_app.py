"""The commands that open the app; the only ones that import Textual."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from storage import paths
from storage.coder import Coder
from storage.errors import CopydeskError
from storage.library import Library
from storage.models import Story
from storage.open_library import open_library
from storage.wording.terminal_text import reveal_line
from tui.base.reach import find_reach
from tui.cli.add import gather_files
from tui.cli.argument_types import UsageError
from tui.cli.coder import find_coder
from tui.cli.ending_signals import catch_ending_signals
from tui.cli.lost_terminal import watch_terminal
from tui.cli.maintenance import back_up_after_writing, find_library, open_or_repair
from tui.cli.printing import complain
from tui.config.terminal_variables import drop_unusable

if TYPE_CHECKING:
    from storage.scan.index.scan_index import ScanIndex
    from tui.config.configuration import Configuration

_LIKENESS = 70
"""Of 100: less like a command is a file that is not there."""


def open_files(options: argparse.Namespace) -> int:
    """Add the files, if any are named, and open them side by side; else open the library."""
    from storage.article_import.add_articles import add_articles
    from storage.discovery.story_names import propose_story

    _suggest_command(options.files)
    configuration, coder = prepare_app(options)
    if not options.files:
        with open_to_read(find_library(options), coder) as library:
            return run_app(library, configuration, allow_local=options.allow_local)
    gathered = gather_files(options.files, options)
    for problem in gathered.problems:
        complain(problem)
    if not gathered.articles:
        return 1
    with open_to_read(find_library(options), coder) as library:
        added = add_articles(library, gathered.articles)
        story = propose_story(library, [article.id for article, _ in added])
        messages = gathered.problems + gathered.notices
        status = run_app(library, configuration, story, messages, allow_local=options.allow_local)
    return status or (1 if gathered.problems else 0)


def _suggest_command(files: Sequence[str]) -> None:
    """Raise `UsageError` where what is named is no file, and nearly a command."""
    from tui.cli.arguments import COMMANDS

    if not files or not files[0].isalpha() or files[0] in COMMANDS or os.path.lexists(files[0]):
        return
    from rapidfuzz import fuzz, process  # only where something is written wrong

    found = process.extractOne(files[0], [*COMMANDS], scorer=fuzz.ratio, score_cutoff=_LIKENESS)
    if found is not None:
        raise UsageError(
            f"No command or file “{reveal_line(files[0])}”; did you mean `copydesk {found[0]}`?"
        )


def open_sample(options: argparse.Namespace) -> int:
    """Open the sample story, in a library of its own."""
    from storage.sample_story import add_sample

    configuration, coder = prepare_app(options)
    path = Path(options.library) if hasattr(options, "library") else paths.demo_path()
    with open_to_read(path, coder) as library:
        return run_app(library, configuration, add_sample(library))


def prepare_app(options: argparse.Namespace) -> tuple[Configuration, Coder]:
    """Return how the app is to be, and for whom it is opened."""
    from tui.config.configuration_file import read_configuration

    drop_unusable(os.environ)
    configuration = read_configuration(paths.configuration_path())
    return configuration, find_coder(options)


def run_app(
    library: Library,
    configuration: Configuration,
    story: Story | None = None,
    messages: Sequence[str] = (),
    *,
    allow_local: bool = False,
    scan: ScanIndex | None = None,
) -> int:
    """Run the app; return 0, or the exit status of the signal that ended it."""
    from tui.app import CopydeskApp
    from tui.config.chosen_theme import ChosenTheme
    from tui.config.state_file import StateFile

    reach = find_reach(library.path)
    # What somebody in a browser chooses is not remembered for whoever is at the desk.
    remembered = None if reach.is_browser else StateFile(paths.state_path())
    app = CopydeskApp(
        library,
        story,
        messages,
        configuration=configuration,
        chosen=None if remembered is None else ChosenTheme(remembered, configuration.theme),
        remembered=remembered,
        allow_local=allow_local,
        reach=reach,
        scan=scan,
    )
    with catch_ending_signals(app.end_at_once) as came, watch_terminal():
        app.run()
    if came.number is not None:
        return came.status
    if app.fault is not None:
        raise app.fault
    back_up_after_writing(library.path)
    return 0


def open_to_read(path: Path, coder: Coder) -> Library:
    """Open the library that the app is to show, at a terminal or in a browser."""
    if find_reach(path).is_browser:
        return open_library(path, coder)  # nobody there could answer whether to repair it
    _need_terminal()
    return open_or_repair(path, coder)


def _need_terminal() -> None:
    streams = (sys.__stdin__, sys.__stderr__)
    if not all(stream is not None and stream.isatty() for stream in streams):
        raise CopydeskError(
            "The app needs a terminal. In a script, use `copydesk compare` or `copydesk add`."
        )
