"""Getting articles in from the command line: files, folders, addresses, feeds, standard input."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from storage.errors import ReadError
from storage.library import Library
from storage.wording.plural import pluralize
from storage.wording.publication_dates import format_day
from storage.wording.terminal_text import reveal_line, shorten
from tui.cli.maintenance import open_named
from tui.cli.printing import complain, mention, say, tells_progress
from tui.cli.standard_input import NAME, read_standard_input
from tui.cli.table import TableColumn, print_table

if TYPE_CHECKING:
    from storage.article_import.add_articles import Outcome
    from storage.article_import.gather import GatheredArticles
    from storage.article_import.parsed import FeedEntry, Listing
    from storage.article_import.things import Thing
    from storage.models import NewArticle

_TITLE = 60


class _Progress:
    """Tells on one line of a terminal how far it is; nothing anywhere else."""

    def __init__(self) -> None:
        self._shown = ""
        self._tells = tells_progress()

    def show(self, done: int, total: int) -> None:
        """Show how many of how many are done."""
        line = f"{done} of {total} …"
        if self._tells and total > 1 and line != self._shown:
            sys.stderr.write(f"\r{line}")
            sys.stderr.flush()
            self._shown = line

    def clear(self) -> None:
        """Leave the line empty."""
        if self._shown:
            sys.stderr.write(f"\r{' ' * len(self._shown)}\r")
            sys.stderr.flush()
            self._shown = ""


class _Row(NamedTuple):
    """An article that was added, or that was there."""

    state: str
    id: str
    title: str
    outlet: str
    author: str
    date: str


def add_articles(options: argparse.Namespace) -> int:
    """Add what is named, and tell of each; 130 if ctrl+c ended it, what is in stays in."""
    from storage.article_import.add_articles import import_articles
    from storage.article_import.gather import expand_folders

    problems: list[str] = []
    notices: list[str] = []
    left_out: list[str] = []
    rows: list[_Row] = []
    things = expand_folders(
        _read_names(options.files, problems),
        problems,
        left_out,
        follow_links=options.follow_links,
    )
    progress = _Progress()
    done, total, stopped = 0, len(things), False
    with open_named(options) as library:
        try:
            for outcome in import_articles(
                library,
                things,
                options.outlet,
                columns=options.columns,
                allow_local=options.allow_local,
                choose=lambda listing: _choose_entries(listing, options.entries),
                check=progress.show,
            ):
                done, total = outcome.done, outcome.total
                _take(outcome, rows, notices, problems, progress, options.entries)
        except KeyboardInterrupt:
            stopped = True
        finally:
            progress.clear()
        if options.story and rows:
            _put_into_story(library, options.story, [row.id for row in rows])
    if rows:
        told = TableColumn("title", 16, 40), TableColumn("outlet", 8), TableColumn("author", 8)
        print_table(["", "id", *told, TableColumn("date", 10, 10)], rows)
    for sentence in notices:
        mention(sentence)
    for sentence in problems:
        complain(sentence)
    for sentence in left_out:
        mention(sentence)
    if stopped:
        complain(f"Stopped after {done} of {total}. The articles listed are in the library.")
        return 130
    return 1 if problems else 0


def gather_files(named: Sequence[Thing], options: argparse.Namespace) -> GatheredArticles:
    """Read what is named, for a command that does not begin with storing it."""
    from storage.article_import.gather import gather

    progress = _Progress()
    try:
        return gather(named, allow_local=options.allow_local, progress=progress.show)
    finally:
        progress.clear()


def read_drafts(options: argparse.Namespace) -> tuple[list[NewArticle], int]:
    """Read what is named, for a command that stores nothing, and complain of what is wrong.

    Returns the articles, and 1 if any could not be read, else 0.
    """
    from storage.comparable import describe_too_long, find_too_long

    problems: list[str] = []
    gathered = gather_files(_read_names(options.files, problems), options)
    problems += gathered.problems
    for sentence in gathered.notices:
        mention(sentence)
    for sentence in problems:
        complain(sentence)
    too_long = find_too_long(gathered.articles)
    if too_long:
        complain(describe_too_long([gathered.articles[one].title for one in too_long]))
    return gathered.articles, 1 if problems or not gathered.articles else 0


def _read_names(names: Sequence[str], problems: list[str]) -> list[Thing]:
    """Return what is named, with what stands in standard input in place of the first `-`."""
    from storage.article_import.things import Given

    things: list[Thing] = []
    for at, name in enumerate(names):
        if name != "-":
            things.append(name)
        elif "-" not in names[:at]:
            try:
                things.append(Given(NAME, read_standard_input()))
            except ReadError as error:
                problems.append(str(error))
    return things


def _take(
    outcome: Outcome,
    rows: list[_Row],
    notices: list[str],
    problems: list[str],
    progress: _Progress,
    chosen: object,
) -> None:
    article = outcome.article
    if article is not None:
        state = (outcome.version or "added") if outcome.is_new else "already there"
        date, author = format_day(article.published or ""), article.author or ""
        rows.append(_Row(state, article.id, article.title, article.outlet, author, date))
    if outcome.listing is not None and chosen is None:
        progress.clear()
        _list_entries(outcome.name, outcome.listing)
    notices.extend(filter(None, [outcome.notice]))
    problems.extend(filter(None, [outcome.problem]))


def _list_entries(name: str, listing: Listing) -> None:
    """Print what a feed or an archive lists, and how to add of it."""
    many = pluralize(len(listing.entries), "entry", "entries")
    say(reveal_line(f"{listing.title or name}: {many}, none added yet."))
    if listing.note:
        say(reveal_line(f"{listing.note}."))
    head: list[str | TableColumn] = [
        "",
        "date",
        TableColumn("title", 20, 40),
        TableColumn("address", 20),
    ]
    if listing.of_feeds:
        say("These are feeds. List the entries of one with `copydesk add ADDRESS`.")
    else:
        say("Add some with --entries 1,3-5, or all with --entries all.")
    print_table(
        head,
        [
            (
                number,
                format_day(entry.published),
                shorten(reveal_line(entry.title), _TITLE),
                entry.link,
            )
            for number, entry in enumerate(listing.entries, 1)
        ],
    )


def _choose_entries(listing: Listing, spans: tuple[range, ...] | None) -> Sequence[FeedEntry]:
    """Return the entries with these numbers; `ReadError`, in words after a name, for others."""
    if spans is None:
        return ()
    if listing.of_feeds:
        raise ReadError("lists feeds, not articles; add one of its feeds")
    entries = listing.entries
    if not spans:
        return entries
    last = max(span.stop - 1 for span in spans)
    if last > len(entries):
        many = pluralize(len(entries), "entry", "entries")
        raise ReadError(f"has {many}; there is no entry {last}")
    numbers = dict.fromkeys(number for span in spans for number in span)
    return [entries[number - 1] for number in numbers]


def _put_into_story(library: Library, name: str, ids: Sequence[str]) -> None:
    with library.transaction():
        story = library.stories.find_named(name)
        if story is None:
            library.stories.create(name, ids)
        else:
            library.stories.extend(story.id, ids)
