"""The app: it holds the library and goes from screen to screen.

Screens are imported as they are opened: all of them take longer to import than the first to show.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import SystemCommand
from textual.screen import Screen

from storage.errors import CopydeskError
from storage.library import Library
from storage.models import Story
from storage.wording.terminal_text import reveal_line
from tui.base.command_screen import CommandScreen
from tui.base.configured_app import ConfiguredApp
from tui.base.daily_backup import DailyBackup
from tui.base.destinations import FoundPlace, TagUse
from tui.base.reach import Reach
from tui.base.telling_screen import TellingScreen
from tui.base.typing_screen import TypingScreen
from tui.base.uploaded import Uploaded
from tui.config.chosen_theme import ChosenTheme
from tui.config.configuration import DEFAULTS, Configuration
from tui.config.state_file import StateFile
from tui.library.screen import LibraryScreen

if TYPE_CHECKING:
    from storage.scan.index.scan_index import ScanIndex
    from storage.scan.reading.desk import Desk

_COLLECT_AFTER = 0.5
"""Seconds for which the first screen stands before garbage is collected again."""
_BACKUP_AFTER = 2.0
"""Seconds that the app is left alone with its start."""
_BACKUP_EVERY = 600.0
"""Seconds after which is looked whether there is a backup of today, and anything to back up."""


class CopydeskApp(ConfiguredApp):
    """Opens on the given scan or story, else on the library."""

    TITLE = "Copydesk"
    CSS_PATH = "app.tcss"

    def __init__(
        self,
        library: Library,
        story: Story | None = None,
        messages: Sequence[str] = (),
        *,
        configuration: Configuration = DEFAULTS,
        chosen: ChosenTheme | None = None,
        remembered: StateFile | None = None,
        allow_local: bool = False,
        reach: Reach | None = None,
        scan: ScanIndex | None = None,
    ) -> None:
        """Make one; with `allow_local` typed addresses of this machine are fetched too.

        `chosen` and `remembered` are what outlasts the app; without them nothing does. `reach` is
        that of somebody at the desk where none is given. With a `scan` it opens on that, and closes
        it in the end.
        """
        super().__init__(configuration, chosen)
        self.remembered = remembered
        self.allow_local = allow_local
        self.reach = reach or Reach()
        self._library = library
        self._story = story
        self._scan = scan
        self._messages = messages
        self._is_ending = False

    @property
    def fault(self) -> Exception | None:
        """What ended the app, if the program itself failed."""
        return self._exception

    def get_default_screen(self) -> Screen[Any]:
        """Return the first screen, its style sheet read; Textual does that for all others."""
        first = self._make_first_screen()
        self._load_screen_css(first)
        return first

    def _make_first_screen(self) -> Screen[Any]:
        if self._scan is not None:
            from tui.scans.screen import ScanScreen

            return ScanScreen(self._library, self._scan)
        story = self._story
        return LibraryScreen(self._library) if story is None else self._make_compare_screen(story)

    def on_mount(self) -> None:
        """Say what there is to say."""
        if self._is_ending:
            self._end()
            return
        self.call_after_refresh(self.set_timer, _COLLECT_AFTER, _collect_again)
        backup = DailyBackup(self, self._library)
        self.set_timer(_BACKUP_AFTER, backup.begin)
        self.set_interval(_BACKUP_EVERY, backup.begin)
        for message in self._messages:
            self.notify(message, severity="warning", markup=False, timeout=10)

    def open_story(self, story: Story, place: FoundPlace | None = None) -> None:
        """Read a story, at a place if one is given."""
        self.push_screen(self._make_compare_screen(story, place))

    def _make_compare_screen(self, story: Story, place: FoundPlace | None = None) -> Screen[Any]:
        from tui.compare.screen import CompareScreen

        return CompareScreen(self._library, story, self.configuration.sensitivity, place)

    def open_desk(
        self, desk: Desk, place: FoundPlace, told: str, bring_in: Callable[[], Story]
    ) -> None:
        """Read what lies on a desk from a place on; once `bring_in` has it kept, read it there."""
        from tui.compare.desk_reading import LaidOut, make_desk_screen

        # Nothing that is asked could be kept.
        self.asked_for_dates.add(frozenset(desk.story.articles))
        laid_out = LaidOut(desk, place, told, bring_in)
        screen = make_desk_screen(laid_out, self.configuration.sensitivity)
        self.push_screen(screen, self.open_found)

    def code_next(self, after: str | None) -> None:
        """Read the next article to code, the first not coded after that one; say if there is none.

        One that is read already is left for it.
        """
        from storage.discovery.story_names import propose_story
        from tui.compare.screen import CompareScreen

        library = self._library
        listed = library.articles.list_all()
        older = {one.previous for one in listed}
        ids = [one.id for one in reversed(listed) if one.id not in older]
        is_shuffled = self.configuration.coding_order == "random"
        found = library.coded_articles.find_next(ids, after, is_shuffled=is_shuffled)
        if found is None or found == after:
            more = "Nothing else is left to code." if found else "All articles are coded."
            self.notify(more, markup=False)
            return
        screen = self._make_compare_screen(propose_story(library, [found]))
        if isinstance(self.screen, CompareScreen) and len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def open_use(self, use: TagUse) -> None:
        """Open a story that has the article on which a tag is, at that place."""
        self.open_place(FoundPlace(use.article, annotation=use.annotation))

    def open_found(self, found: object) -> None:
        """Open what a list was left with: a `FoundPlace`, a story, or nothing."""
        if isinstance(found, FoundPlace):
            self.open_place(found)
        elif isinstance(found, Story):
            self.open_story(found)

    def open_place(self, place: FoundPlace) -> None:
        """Open a story that has the article, the last made; the article alone where none has it."""
        from storage.discovery.story_names import propose_story

        library = self._library
        try:
            story = library.stories.find_with_article(place.article)
            if story is None:
                story = propose_story(library, [place.article])
        except CopydeskError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.open_story(story, place)

    def on_key(self, event: events.Key) -> None:
        """Pass on what was typed to a screen to write in before that was there."""
        if isinstance(self.screen, TypingScreen) and isinstance(event._sender, CommandScreen):
            self.screen.take(event)

    def on_uploaded(self, event: Uploaded) -> None:
        """Put the name of a file that was uploaded into the box that adds, now or when it opens."""
        from tui.add.screen import AddScreen

        if isinstance(self.screen, AddScreen) and self.screen.is_mounted:
            self.screen.offer([event.name])
            return
        self.reach.waiting.append(event.name)
        add = self.configuration.keymap.spell_key("library", "add")
        told = f"{reveal_line(event.name)} is uploaded. In the library, {add}: add it"
        self.notify(told, markup=False)

    async def run_action(self, *action: Any, **where: Any) -> bool:
        """End what is said on the screen, and do what a key asks for.

        Nothing any more once the app is to end: a screen opened now would stay half made.
        """
        if isinstance(self.screen, TellingScreen):
            self.screen.hush()
        return self._exit or await super().run_action(*action, **where)

    async def action_quit(self) -> None:
        """Quit, unless a note would be lost; then ask as the editor does."""
        from tui.prompts.note_editor import NoteEditor

        for screen in self.screen_stack:
            if isinstance(screen, NoteEditor) and screen.is_unsaved:
                editor = screen
                while self.screen is not editor:
                    await self.pop_screen()
                editor.action_leave()
                return
        self.exit()

    def end_at_once(self) -> None:
        """End without asking, the note that is being written kept as a draft.

        It may be called at any time, by whatever interrupts the app's own thread.
        """
        self._is_ending = True
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._end)

    def _end(self) -> None:
        from tui.prompts.note_editor import NoteEditor

        for screen in self.screen_stack if self.is_running else ():
            if isinstance(screen, NoteEditor):
                screen.keep_draft()
        self.exit()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Offer what the keys of the screen do, by name, then help, themes and quitting."""
        from tui.keys.tasks import group_by_task

        if isinstance(screen, CommandScreen):
            keymap = self.configuration.keymap
            for task, keys in group_by_task(keymap, screen.place).items():
                for key in keys:
                    if not key.is_numbered and keymap.find_here(screen.place, key.action) == key:
                        yield SystemCommand(
                            _name_command(key.does, key.shown),
                            task.capitalize(),
                            partial(screen.run_action, key.action),
                        )
            shown = keymap.spell_key("everywhere", "help")
            yield SystemCommand(_name_command("keys", shown), "Help", screen.action_help)
        yield SystemCommand("Theme", "Colours", self.action_change_theme)
        yield SystemCommand("Quit", "Leave Copydesk", self.action_quit)

    def _print_error_renderables(self) -> None:
        # The command line tells of a fault in one sentence and keeps its details in the log.
        self._exit_renderables.clear()


def _name_command(does: str, shown: str) -> str:
    name = f"{does[:1].upper()}{does[1:]}"
    return f"{name} ({shown})" if shown else name


def _collect_again() -> None:
    """Collect garbage, if that was put off for the start; what stands by now stays out of it."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
