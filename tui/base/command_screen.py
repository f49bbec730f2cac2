"""What every full screen does: help, back, undo, and saying what went wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ClassVar

from textual import events, getters
from textual.widget import Widget
from textual.widgets import Input  # noqa: TID251  # of whatever kind

from storage.database.transactions import translate_errors
from storage.errors import CopydeskError
from storage.library import Library
from tui.base.configured_app import ConfiguredApp
from tui.base.end_above import end_above
from tui.base.telling_screen import Notice, TellingScreen
from tui.base.textual_workarounds import forget_gone
from tui.keys.foot import HasMode
from tui.keys.foot_words import Mode
from tui.keys.keymap import Keymap
from tui.keys.table import Where

_ONCE_MORE = 2.0
"""Seconds within which the second press must come that quits."""
_WHILE = 4.0
"""Seconds for which a message is shown; an error twice as long."""
_LOOK = 1.0
"""Seconds after which what other programs wrote is seen."""


class CommandScreen(TellingScreen[object], inherit_bindings=False):
    """A screen with the keys that work everywhere; what it is dismissed with is its own matter."""

    app = getters.app(ConfiguredApp)
    place: ClassVar[Where]
    """Which part of the table of keys holds here."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self.doing: Mode = ""
        """What is being done where no widget has keys of its own."""
        self._is_new = True
        """Whether it has not been shown yet."""
        self._is_leaving = False
        """Whether the key that quits was pressed just now."""
        self._shortened: Widget | None = None
        """What ends above a prompt, or did last."""

    def on_mount(self) -> None:
        """Look now and then what another program has written."""
        self.set_interval(_LOOK, self._look_elsewhere)

    def _look_elsewhere(self) -> None:
        # Who looks first is told. Of those that lie below, none may: who comes back sees them anew.
        if [one for one in self.app.screen_stack if isinstance(one, CommandScreen)][-1:] != [self]:
            return
        with self.tell_errors():
            if self.library.has_changed_elsewhere():
                self.reload()

    def on_screen_resume(self) -> None:
        """Let go of what was on the screens that lay over this one."""
        self._is_new = False
        forget_gone(self.app)
        if self.app.screen is self:
            self.end_above(0)

    def end_above(self, rows: int) -> None:
        """Show what has the keys above the last `rows`, which a prompt takes; 0 where none does."""
        if self._shortened is not None and self._shortened is not self.focused:
            end_above(self._shortened, 0)
        self._shortened = self.focused
        if self._shortened is not None:
            end_above(self._shortened, rows)

    def reload(self) -> None:
        """Show what the library now holds."""
        raise NotImplementedError

    def snapshot(self) -> object:
        """Return what of the library is on this screen; equal as long as nothing of it changed."""
        raise NotImplementedError

    @property
    def mode(self) -> Mode:
        """What is being done here, which decides which keys are at the foot."""
        focused = self.focused
        if isinstance(focused, Input):
            return "writing"
        return focused.mode if isinstance(focused, HasMode) else self.doing

    @property
    def keymap(self) -> Keymap:
        """The keys in force."""
        return self.app.configuration.keymap

    def spell_keys(self, sentence: str) -> str:
        """Return one of our sentences with the key in force in place of each `{action}`."""
        return self.keymap.spell_keys(self.place, sentence)

    def tell(self, sentence: str) -> None:
        """Show a message for a moment; nothing in it is read as markup."""
        self.say(Notice(self.app.reach.tell(sentence)), _WHILE)

    def tell_if_changed(self, sentence: str) -> Callable[[bool | None], None]:
        """Return what to do with the answer of a prompt: where it is yes, show that and say so."""

        def show(answer: bool | None) -> None:
            if answer:
                self.reload()
                self.tell(self.spell_keys(sentence))

        return show

    @contextmanager
    def tell_errors(self) -> Iterator[None]:
        """Show a failure of the block as one sentence, and go on."""
        try:
            with translate_errors():
                yield
        except CopydeskError as error:
            self.say(Notice(self.app.reach.tell(str(error)), "error"), 2 * _WHILE)

    def on_key(self, event: events.Key) -> None:
        """Leave word that the key came here, should another screen be on top by now."""
        event.set_sender(self)

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from tui.base.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(self.place))

    def action_back(self) -> None:
        """Go back to the screen before; on the first one, quit when asked twice."""
        if not self.is_current:
            return  # it was left already, by a key just before
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        elif self._is_leaving or self.app.configuration.quit == "at once":
            self.app.exit()
        else:
            self._is_leaving = True
            self.set_timer(_ONCE_MORE, self._stay)
            self.tell(self.spell_keys("Press {back} again to quit."))

    def _stay(self) -> None:
        self._is_leaving = False

    def action_escape(self) -> None:
        """Close what lies on top: the screen itself, and nothing was chosen."""
        self.dismiss(None)

    def action_command_palette(self) -> None:
        """Open the command palette."""
        self.app.action_command_palette()

    def action_undo(self) -> None:
        """Take back the last change."""
        self._travel(self.library.undo_log.undo, "Undone", "Nothing to undo.")

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._travel(self.library.undo_log.redo, "Redone", "Nothing to redo.")

    def _travel(self, move: Callable[[], str | None], done: str, nothing: str) -> None:
        with self.tell_errors():
            before = self.snapshot()
            label = move()
            self.reload()
            where = " (not on this screen)" if self.snapshot() == before else ""
            self.tell(f"{done}: {label}{where}." if label else nothing)
