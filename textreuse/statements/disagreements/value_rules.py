"""What is asked of two values of one kind before they are held against each other."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable
from math import inf
from typing import Generic, Protocol, TypeVar

from textreuse.statements.disagreements.contexts import Likeness
from textreuse.text.corpus import Stretch
from textreuse.text.spans import Span


class Value(Protocol):
    """What stands at a place of a text."""

    @property
    def span(self) -> Span:
        """The place."""

    @property
    def at(self) -> Stretch:
        """The positions of its words."""


V = TypeVar("V", bound=Value)


class ValueRules(ABC, Generic[V]):
    """What is asked of two values of one kind."""

    @abstractmethod
    def list_sorts(self, value: V) -> Iterable[Hashable]:
        """Return what comparable values have one of in common."""

    def list_links(self, value: V) -> Iterable[Hashable]:
        """Return what leads to comparable values wherever they stand; by default nothing does."""
        del value
        return ()

    @abstractmethod
    def are_comparable(self, ours: V, theirs: V) -> bool:
        """Tell whether two values may be values of the same thing: of one unit, of one sort."""

    def may_stand_for(self, ours: V, theirs: V) -> bool:
        """Tell whether one may be said of what the other is, in the same place of a statement."""
        return self.are_comparable(ours, theirs)

    @abstractmethod
    def agree(self, ours: V, theirs: V) -> bool:
        """Tell whether two values say the same."""

    def settle(self, likeness: Likeness) -> float:
        """Return the score below which two values that agree in such contexts are no others' pair.

        By default none is: a value that the other article has too is left alone, so that sums,
        parts and values of something else are not held against it.
        """
        del likeness
        return inf

    @abstractmethod
    def are_of_one_thing(self, ours: V, theirs: V, likeness: Likeness) -> bool:
        """Tell whether the contexts of two values say that they are values of the same thing."""

    def are_of_one_paraphrase(self, ours: V, theirs: V, likeness: Likeness, *, alone: bool) -> bool:
        """Tell whether two values are of one thing that alone of their sort stand in a paraphrase.

        `alone` says that none that is comparable stands there at all. By default none are of one
        thing: what is said in other words may be said of something else.
        """
        del ours, theirs, likeness, alone
        return False

    def are_of_one_frame(self, ours: V, theirs: V, likeness: Likeness) -> bool:
        """Tell whether two values are of one thing around which a paraphrase has the same words.

        By default none are.
        """
        del ours, theirs, likeness
        return False
