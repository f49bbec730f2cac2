"""What the user can set in `config.toml`, and what holds where nothing is set."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from storage.export.citation.citation_style import DEFAULT_STYLE, CitationStyle
from tui.keys.keymap import DEFAULT_KEYMAP, Keymap

Sensitivity = Literal[1, 2, 3, 4]
"""What is shown: the same words, edited ones too, paraphrases too, weak matches too
(`textreuse.Settings`)."""
NotesGo = Literal["here", "every copy"]
"""Where a note on a shared passage goes: on this copy, or on every copy of it."""

Quits = Literal["twice", "at once"]
"""How often the key that goes back is to be pressed on the first screen, to leave the app."""
CodingOrder = Literal["listed", "random"]
"""In which order articles are coded: as they were added, or in one of each coder's own."""


@dataclass(frozen=True)
class Configuration:
    """All settings; by default what holds without a file."""

    theme: str | None = None
    """The theme to start in; without one, that of your last choice, or Copydesk's own."""
    sensitivity: Sensitivity = 3
    """How sure a passage must be when a story is opened."""
    notes: NotesGo = "here"
    """Where notes on shared passages go."""
    quit: Quits = "twice"
    """Whether leaving the app takes a second press."""
    citation: CitationStyle = DEFAULT_STYLE
    """How what is copied as a citation is written."""
    keymap: Keymap = DEFAULT_KEYMAP
    """The keys in force."""
    coder: str = ""
    """Who codes: what annotations are signed with; empty is nobody."""
    blind: bool = False
    """Whether who codes sees nothing of what others coded."""
    coding_order: CodingOrder = "listed"
    """Which article to code comes next."""
    hide_outlets: bool = False
    """Whether titles, outlets, authors and addresses are hidden, on screens and in exports."""
    template: Path | None = None
    """The template of Markdown exports; without one, Copydesk's own."""


DEFAULTS = Configuration()
