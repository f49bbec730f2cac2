"""The last line of a screen: its keys, or what it says for a moment."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events, getters
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from tui.base.command_screen import CommandScreen
from tui.base.configured_app import ConfiguredApp
from tui.base.telling_screen import Notice, TellingScreen
from tui.keys.foot import FootKey, list_foot_keys
from tui.keys.foot_words import Mode
from tui.keys.table import Where

_AROUND = 2
"""Cells beside what is said."""
_MOST = 6
"""Rows of it."""


class KeyLine(Widget):
    """The keys in force side by side, as many as fit; a click on one presses it.

    It draws them itself: Textual's footer has a widget for each and makes all of them anew
    whenever another widget is focused. A notice of the screen stands there in their place, on as
    many rows as it takes.
    """

    ALLOW_SELECT = False
    app = getters.app(ConfiguredApp)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "keys--room",
        "keys--hovered",
        "keys--key",
        "keys--word",
        "keys--information",
        "keys--warning",
        "keys--error",
    }
    DEFAULT_CSS: ClassVar[str] = """
    KeyLine {
        dock: bottom;
        height: 1;
        color: $footer-foreground;
        background: $footer-background;
        &.-on-key {
            pointer: pointer;
        }
        .keys--room {
            background: $footer-item-background;
        }
        .keys--hovered {
            background: $block-hover-background;
        }
        .keys--key {
            color: $footer-key-foreground;
            background: $footer-key-background;
            text-style: bold;
        }
        .keys--word {
            color: $footer-description-foreground;
            background: $footer-description-background;
        }
        .keys--information {
            color: $foreground;
            background: $panel;
            text-style: bold;
        }
        .keys--warning {
            color: $text-warning;
            background: $warning-muted;
            text-style: bold;
        }
        .keys--error {
            color: $text-error;
            background: $error-muted;
            text-style: bold;
        }
    }
    """

    keys: reactive[tuple[FootKey, ...]] = reactive(())
    """What is shown, from left to right."""
    hovered: reactive[FootKey | None] = reactive(None)
    """The key under the mouse."""

    def __init__(self, place: Where | None = None, *, omitted: Collection[str] = ()) -> None:
        """Make the line of that place; without one, of the screen on which it is.

        `omitted` are actions that do nothing there now.
        """
        super().__init__()
        self._place = place
        self._omitted = omitted
        self._all: tuple[FootKey, ...] = ()
        """What would be shown on a screen wide enough."""
        self._notice: list[Strip] = []
        """The rows of what is said now."""

    def on_mount(self) -> None:
        """Follow what the keys of the screen are, and what it says."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)
        if isinstance(self.screen, TellingScreen):
            self.watch(self.screen, "notice", self._show_notice)

    def on_unmount(self) -> None:
        """Follow them no more."""
        self.screen.bindings_updated_signal.unsubscribe(self)

    def _follow(self, screen: Screen[object]) -> None:
        if screen.app.app_focus and self.is_attached and screen is self.screen:
            self.call_after_refresh(self._show)

    def _show(self) -> None:
        if not self.is_attached:
            return  # the screen was left before it was drawn
        screen, place = self.screen, self._place
        mode: Mode = ""
        if isinstance(screen, CommandScreen):
            place, mode = place or screen.place, screen.mode
        if place is not None:
            keymap = self.app.configuration.keymap
            keys = list_foot_keys(keymap, place, mode)
            self._all = tuple(key for key in keys if key.action not in self._omitted)
            self._fit()

    def _fit(self) -> None:
        """Show as many keys as there is room for, the most used first, and all that stay."""
        room = self.size.width - sum(map(_measure, (key for key in self._all if key.stays)))
        shown = []
        for key in self._all:
            if not key.stays:
                room -= _measure(key)
                if room < 0:
                    break
                shown.append(key)
        quits = self.screen in self.app.screen_stack[:1]
        self.keys = (
            *shown,
            *(
                key._replace(word="quit") if key.action == "back" and quits else key
                for key in self._all
                if key.stays
            ),
        )

    def on_resize(self) -> None:
        """Show what has room in the new width."""
        self._fit()
        if isinstance(self.screen, TellingScreen):
            self._show_notice(self.screen.notice)

    def _show_notice(self, notice: Notice | None) -> None:
        """Say this in place of the keys; None gives them back."""
        self._notice = []
        if notice is not None and self.size.width > _AROUND:
            self.hovered = None
            style = self.get_visual_style(f"keys--{notice.severity}")
            room = self.size.width - _AROUND
            blank = Segment(" ", style.rich_style)
            lines = Visual.to_strips(self, Content(notice.text), room, None, style, pad=True)
            self._notice = [Strip([blank, *line, blank]) for line in lines[:_MOST]]
        self.styles.height = max(1, len(self._notice))
        self.refresh()

    def watch_keys(self) -> None:
        """Lift out none of the keys that were there before."""
        self.hovered = None

    def watch_hovered(self, key: FootKey | None) -> None:
        """Tell by the mouse's pointer that a key can be clicked."""
        self.set_class(key is not None, "-on-key")

    def render_line(self, y: int) -> Strip:
        """Draw what is said, else the part of the line of keys that is on the screen."""
        if y < len(self._notice):
            return self._notice[y]
        strip = Strip([segment for key in self.keys for segment in self._draw(key)])
        behind = self.visual_style.background_style.rich_style
        return strip.crop_extend(0, self.size.width, behind)

    def _draw(self, key: FootKey) -> Iterator[Segment]:
        around = ("keys--room", "keys--hovered") if key == self.hovered else ("keys--room",)
        room = self.get_visual_style(*around).background_style.rich_style
        yield Segment(" ", room)
        yield Segment(key.shown, self.get_visual_style(*around, "keys--key").rich_style)
        yield Segment(f" {key.word}", self.get_visual_style(*around, "keys--word").rich_style)
        yield Segment(" ", room)

    def _key_at(self, x: int) -> FootKey | None:
        """Return the key at a column of the screen's line."""
        if self._notice:
            return None
        end = 0
        for key in self.keys:
            end += _measure(key)
            if x < end:
                return key
        return None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Lift out the key under the mouse."""
        self.hovered = self._key_at(event.x)

    def on_leave(self) -> None:
        """Lift out none."""
        self.hovered = None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Press the key under the mouse."""
        key = self._key_at(event.x)
        if key is not None:
            self.app.simulate_key(key.name)


def _measure(key: FootKey) -> int:
    """Return the cells that a key takes, with one before, one between and one after."""
    return cell_len(key.shown) + cell_len(key.word) + 3
