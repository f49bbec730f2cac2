"""What the configuration does to the app: keys, theme, colours."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from textual.binding import BindingsMap
from textual.color import Color
from textual.command import CommandPalette
from textual.content import Content
from textual.dom import DOMNode
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList

from storage.errors import CopydeskError
from storage.models import Story
from storage.wording.terminal_text import quote_asked
from tui.base.destinations import FoundPlace, TagUse
from tui.base.reach import Reach
from tui.base.surviving_app import SurvivingApp
from tui.base.telling_screen import Notice, Severity, TellingScreen
from tui.base.terminal_guard import TerminalGuard
from tui.base.textual_workarounds import end_once, page_with_room_only
from tui.config.chosen_theme import ChosenTheme
from tui.config.configuration import DEFAULTS, Configuration
from tui.config.mark_colours import MARKS, choose_mark_colours, find_depth, replace_mark_colours
from tui.config.state_file import StateFile
from tui.config.tag_colours import list_tag_variables
from tui.config.themes import DEFAULT_THEME, THEMES
from tui.keys.bindings import apply_keymap, bind_palette

if TYPE_CHECKING:
    from storage.scan.reading.desk import Desk


class ConfiguredApp(SurvivingApp):
    """An app whose screens and widgets have the keys in force.

    It starts in the first of these themes that there is: what `TEXTUAL_THEME` names, what the
    user chose, what the configuration names, our own. Without `chosen` no choice is remembered.
    """

    remembered: StateFile | None = None
    """What is remembered from one start to the next."""
    allow_local = False
    """Whether addresses of this machine and its own network are fetched too."""
    reach = Reach()
    """What of this machine whoever reads may reach."""

    def __init__(
        self, configuration: Configuration = DEFAULTS, chosen: ChosenTheme | None = None
    ) -> None:
        self.configuration = configuration
        self._chosen = chosen
        self._theme_known = ""
        self._terminal_guard = TerminalGuard()
        self.asked_for_dates: set[frozenset[str]] = set()
        """The ids of the articles of each story whose missing dates were asked for."""
        super().__init__()
        # Textual makes the palette's binding itself; ours are those of the table.
        self._bindings.key_to_bindings.pop(self.COMMAND_PALETTE_BINDING, None)
        palette = BindingsMap(bind_palette(configuration.keymap))
        self._bindings = BindingsMap.merge([self._bindings, palette])
        for theme in THEMES:
            self.register_theme(theme)
        names = (
            os.environ.get("TEXTUAL_THEME"),
            chosen.load() if chosen else None,
            configuration.theme,
        )
        self._theme_known = next(
            (name for name in names if name in self.available_themes), DEFAULT_THEME
        )
        self.theme = self._theme_known
        # `TEXTUAL_THEME` is the theme from the start, before Textual knows a theme of ours.
        self.stylesheet.set_variables(self.get_css_variables())

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let nothing that is drawn act on the terminal."""
        return [self._terminal_guard, *super().get_line_filters()]

    def get_driver_class(self) -> type[Driver]:
        """Return what talks to the terminal; `CopydeskError` where `TEXTUAL_DRIVER` is none."""
        try:
            return super().get_driver_class()
        except Exception as error:  # whatever a module that is named comes to
            named = quote_asked(os.environ.get("TEXTUAL_DRIVER", ""))
            raise CopydeskError(
                f"TEXTUAL_DRIVER is {named}, which is not a Textual driver. Unset it."
            ) from error

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the marks a colour in themes that are not ours."""
        depth = find_depth(self.console.color_system)
        return choose_mark_colours(dark=self.current_theme.dark) | list_tag_variables(depth)

    def get_css_variables(self) -> dict[str, str]:
        """Give the marks colours that the terminal has, whatever the theme says of them."""
        variables = super().get_css_variables()
        depth = find_depth(self.console.color_system)
        dark = self.current_theme.dark
        variables |= replace_mark_colours(depth, variables["background"], dark=dark)
        if not self.current_theme.ansi:
            _blend_marks(variables)
        self.theme_variables = variables
        return variables

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: Severity = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Say something at the foot of the screen on top; over one without a foot, as a toast."""
        message = self.reach.tell(message)
        # One that is not made yet may never be whole; whoever is below it is told.
        made = [one for one in self._screen_stack if one.is_mounted] or self._screen_stack
        top = made[-1] if made else None
        if isinstance(top, TellingScreen):
            text = Content.from_markup(message).plain if markup else message
            seconds = self.NOTIFICATION_TIMEOUT if timeout is None else timeout
            top.add(Notice(text, severity), seconds)
        else:
            super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def open_found(self, found: object) -> None:
        """Open what a list was left with: a `FoundPlace`, the id of a story, or nothing."""
        raise NotImplementedError

    def open_story(self, story: Story, place: FoundPlace | None = None) -> None:
        """Read a story, at a place if one is given."""
        raise NotImplementedError

    def open_desk(
        self, desk: Desk, place: FoundPlace, told: str, bring_in: Callable[[], Story]
    ) -> None:
        """Read what lies on a desk from a place on; `told` is said, `bring_in` has it kept."""
        raise NotImplementedError

    def end_at_once(self) -> None:
        """End without asking, the note that is being written kept as a draft; in any thread."""
        raise NotImplementedError

    def code_next(self, after: str | None) -> None:
        """Read the next article to code, the first not coded after that one."""
        raise NotImplementedError

    def open_use(self, use: TagUse) -> None:
        """Open a story that has the article on which a tag is, at that place."""
        raise NotImplementedError

    def refresh_css(self, animate: bool = True) -> None:
        """Style all anew; before the first screen nothing is styled, and nothing parsed twice."""
        if self.screen_stack:
            super().refresh_css(animate)

    def _load_screen_css(self, screen: Screen[Any]) -> None:
        # Textual would parse all style sheets anew, and style all screens, for each that comes up.
        for path in screen.css_path:
            if not self.stylesheet.has_source(str(path)):
                css = path.read_text("utf-8")
                self.stylesheet.add_source(css, read_from=(str(path), ""))
        super()._load_screen_css(screen)

    def watch_theme(self, theme: str) -> None:
        """Remember a theme that was chosen."""
        if self._chosen is None or theme == self._theme_known:
            return
        self._theme_known = theme
        try:
            self._chosen.keep(theme)
        except CopydeskError as error:
            self.notify(str(error), severity="warning", markup=False)

    def _register(self, parent: DOMNode, *widgets: Widget, **where: Any) -> list[Widget]:
        # Every screen and widget comes by here once, before it can be given a key.
        for widget in widgets:
            widget._bindings = apply_keymap(widget._bindings, self.configuration.keymap)
            if isinstance(widget, OptionList):
                page_with_room_only(widget)
            elif isinstance(widget, CommandPalette):
                end_once(widget)
        return super()._register(parent, *widgets, **where)


def _blend_marks(variables: dict[str, str]) -> None:
    """Give each tint the colour that it has on the background: not all that use it blend it."""
    background = Color.parse(variables["background"])
    for mark in MARKS:
        colour, _, percent = variables[mark].partition(" ")
        if percent:
            tint = Color.parse(colour).with_alpha(float(percent.removesuffix("%")) / 100)
            variables[mark] = (background + tint).hex
