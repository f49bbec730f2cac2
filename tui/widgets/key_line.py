"""The last line of a screen: its keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.reactive import reactive
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.strip import Strip


class ShownKey(NamedTuple):
    """A key of the line: its name, what is shown for it, and the word for what it does."""

    name: str
    shown: str
    word: str

    @property
    def width(self) -> int:
        """Cells that it takes, with one before, one between and one after."""
        return cell_len(self.shown) + cell_len(self.word) + 3


class KeyLine(ScrollView, can_focus=False):
    """The keys in force that have a word for it, side by side; a click on one presses it.

    It draws them itself: Textual's footer has a widget for each and makes all of them anew
    whenever another widget is focused. Where they are wider than the screen the wheel moves them.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "keys--room",
        "keys--hovered",
        "keys--key",
        "keys--word",
    }
    DEFAULT_CSS: ClassVar[str] = """
    KeyLine {
        dock: bottom;
        height: 1;
        overflow-y: hidden;
        scrollbar-size: 0 0;
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
    }
    """

    keys: reactive[tuple[ShownKey, ...]] = reactive(())
    """What is shown, from left to right."""
    hovered: reactive[ShownKey | None] = reactive(None)
    """The key under the mouse."""

    def on_mount(self) -> None:
        """Follow what the keys of the screen are."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def on_unmount(self) -> None:
        """Follow them no more."""
        self.screen.bindings_updated_signal.unsubscribe(self)

    def _follow(self, screen: Screen[object]) -> None:
        if screen.app.app_focus and self.is_attached and screen is self.screen:
            self.call_after_refresh(self._show)

    def _show(self) -> None:
        if not self.is_attached:
            return  # the screen was left before it was drawn
        first: dict[str, ShownKey] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.show and binding.action not in first:
                quits = binding.action == "back" and len(self.app.screen_stack) <= 2
                first[binding.action] = ShownKey(
                    binding.key,
                    self.app.get_key_display(binding),
                    "quit" if quits else binding.description,
                )
        self.keys = tuple(first.values())

    def watch_keys(self) -> None:
        """Let the line be as wide as its keys are."""
        self.hovered = None
        self.virtual_size = Size(sum(key.width for key in self.keys), 1)

    def watch_hovered(self, key: ShownKey | None) -> None:
        """Tell by the mouse's pointer that a key can be clicked."""
        self.set_class(key is not None, "-on-key")

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 (there is one line)
        """Draw the part of the line that is on the screen."""
        strip = Strip([segment for key in self.keys for segment in self._draw(key)])
        start = round(self.scroll_offset.x)
        behind = self.visual_style.background_style.rich_style
        return strip.crop_extend(start, start + self.size.width, behind)

    def _draw(self, key: ShownKey) -> Iterator[Segment]:
        around = ("keys--room", "keys--hovered") if key == self.hovered else ("keys--room",)
        room = self.get_visual_style(*around).background_style.rich_style
        yield Segment(" ", room)
        yield Segment(key.shown, self.get_visual_style(*around, "keys--key").rich_style)
        yield Segment(f" {key.word}", self.get_visual_style(*around, "keys--word").rich_style)
        yield Segment(" ", room)

    def _key_at(self, x: int) -> ShownKey | None:
        """Return the key at a column of the screen's line."""
        end = -round(self.scroll_offset.x)
        for key in self.keys:
            end += key.width
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

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        if self.allow_horizontal_scroll and self._scroll_right_for_pointer(animate=True):
            event.stop()
            event.prevent_default()

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        if self.allow_horizontal_scroll and self._scroll_left_for_pointer(animate=True):
            event.stop()
            event.prevent_default()
