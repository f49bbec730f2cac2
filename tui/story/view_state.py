"""Where a story was left, so that it opens there again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from textreuse import EDITED, PARAPHRASE, VERBATIM, WEAK
from tui.story.lenses import LENSES, Lens
from tui.story.story_reader import StoryReader

SENSITIVITIES = {
    VERBATIM: "verbatim only",
    EDITED: "verbatim and edited",
    PARAPHRASE: "all kinds",
    WEAK: "all kinds, weak matches too",
}
"""The steps of `+` and `-`, from the surest to the least sure, in words."""


@dataclass
class ViewState:
    """How the compare view is set; all of it but the text itself."""

    focus: str = ""
    """The article that has the keys, by its id."""
    first: str = ""
    """The article of the leftmost pane, by its id."""
    cursors: dict[str, int] = field(default_factory=dict)
    """Offsets by the ids of articles."""
    lens: Lens = "shared"
    sensitivity: int = PARAPHRASE
    without_quotations: bool = False
    """Whether passages that are quotations are left out."""
    columns: dict[str, int] = field(default_factory=dict)
    """How many panes are wanted where another number of them fits, by that number."""
    locked: bool = False
    mapped: bool = False
    """Whether minimaps stand beside the panes."""
    overview: dict[str, str] = field(default_factory=dict)
    """How the overview was left; what that says is the overview's own matter."""

    def resume(self, reading: StoryReader) -> int:
        """Put a reader where the story was left; return which pane is the leftmost.

        Articles added since have their own start.
        """
        numbers = {article.id: number for number, article in enumerate(reading.articles)}
        for identity, offset in self.cursors.items():
            if identity in numbers:
                page = reading.pages[numbers[identity]]
                reading.cursors[numbers[identity]] = min(offset, page.last)
        reading.focus = numbers.get(self.focus, 0)
        reading.look_through(self.lens)
        return numbers.get(self.first, 0)

    def take(self, reading: StoryReader, leftmost: int) -> None:
        """Take over where the reader is, and which pane is the leftmost; there is an article."""
        ids = [article.id for article in reading.articles]
        self.cursors = dict(zip(ids, reading.cursors, strict=True))
        self.focus, self.first = ids[reading.focus], ids[leftmost]
        self.lens = reading.lasting_lens

    def as_json(self) -> dict[str, Any]:
        """Return it as an object of JSON."""
        return asdict(self)

    @classmethod
    def from_json(cls, stored: Mapping[str, Any] | None, sensitivity: int) -> ViewState:
        """Return what was stored, as far as it makes sense; defaults, and `sensitivity`, else."""
        state = cls(sensitivity=sensitivity)
        for each in fields(cls):
            value = (stored or {}).get(each.name)
            if type(value) is type(getattr(state, each.name)) and _makes_sense(each.name, value):
                setattr(state, each.name, value)
        return state


def _makes_sense(name: str, value: Any) -> bool:
    if name == "lens":
        return value in LENSES
    if name == "sensitivity":
        return value in SENSITIVITIES
    if name == "columns":
        return all(type(count) is int and count in (1, 2) for count in value.values())
    if name == "overview":
        return all(type(said) is str for said in value.values())
    if name == "cursors":
        return all(type(offset) is int and offset >= 0 for offset in value.values())
    return True
