"""Textual runs the handler of every class of a widget: who calls that of a base runs it twice."""

from __future__ import annotations

import ast
from collections import Counter
from inspect import signature
from pathlib import Path

import pytest
from textual import events
from textual.message_pump import MessagePump
from textual.widgets import Input, TextArea

import tui
from storage.library import Library
from tests.tui.driver import at_the_screen, reading_texts
from tui.base.typing_screen import TypingScreen

TEXT = "One is here. Two is there."


def count(monkeypatch: pytest.MonkeyPatch, of: type[MessagePump], name: str) -> Counter[str]:
    """Count how often the handler of a class runs, by the class of the widget."""
    calls: Counter[str] = Counter()
    handler = getattr(of, name)
    takes_event = len(signature(handler).parameters) > 1

    def counted(self: MessagePump, event: events.Event | None = None) -> object:
        calls[type(self).__name__] += 1
        return handler(self, event) if takes_event else handler(self)

    monkeypatch.setattr(of, name, counted)
    return calls


async def test_the_screens_to_write_in_are_mounted_once(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = count(monkeypatch, TypingScreen, "on_mount")
    async with at_the_screen(library, None) as reader:
        await reader.press("a", "escape")
    async with reading_texts(library, TEXT) as reader:
        await reader.press("a", "escape", "t", "escape")

    assert calls == {"AddScreen": 1, "NoteEditor": 1, "TagPrompt": 1}


async def test_a_key_comes_once_to_what_is_written_in(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_lines = count(monkeypatch, Input, "_on_key")
    in_areas = count(monkeypatch, TextArea, "_on_key")
    async with reading_texts(library, TEXT) as reader:
        await reader.press("a", "left", "x", "escape", "escape")  # NoteArea keeps escape itself
        await reader.press("t", "left", "x", "escape")

    assert in_lines == {"KeyedField": 3}
    assert in_areas == {"NoteArea": 2}


def test_no_handler_calls_that_of_its_base() -> None:
    """A handler that must come before its base's is one already; `prevent_default` stops that."""
    for path in Path(tui.__file__).parent.rglob("*.py"):
        if path.parent.name == "serve":
            continue  # what a server calls, not Textual
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr.startswith(("on_", "_on_")):
                called = ast.unparse(node.value)
                assert called != "super()", f"{path}:{node.lineno}"
