"""Where an annotation goes: on this place alone, or on every copy of its words."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class NoteScope:
    """A choice between one place and all; there is none where the words stand only once."""

    places: int
    """In how many places the words stand, this one included."""
    every: bool
    """Whether it goes on all of them."""
    _begun: bool = field(init=False)

    def __post_init__(self) -> None:
        self.every = self.every and self.can_choose
        self._begun = self.every

    @property
    def can_choose(self) -> bool:
        """Whether there is more than one place."""
        return self.places > 1

    @property
    def is_changed(self) -> bool:
        """Whether it is not as it was at first."""
        return self.every != self._begun

    def turn(self) -> None:
        """Choose the other, if there is one."""
        self.every = self.can_choose and not self.every

    def describe(self, key: str) -> str:
        """Return what is chosen, and that `key` chooses the other; empty without a choice."""
        if not self.can_choose:
            return ""
        if self.every:
            return f"On every copy, {self.places} places; {key}: here only"
        return f"Here only; {key}: on every copy, {self.places} places"
