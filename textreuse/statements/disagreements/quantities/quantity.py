"""What a quantity is: a number of a text, and what it measures or counts."""

from __future__ import annotations

from typing import Literal, NamedTuple

from textreuse.text.corpus import Stretch
from textreuse.text.spans import Span

Precision = Literal["exact", "about", "vague"]
"""A figure; one that says itself that it is rounded or a bound; "hundreds"."""


Bound = Literal["", "about", "at least", "more than", "at most", "less than"]


class Quantity(NamedTuple):
    """A number, or a range of numbers, and what it measures or counts."""

    span: Span
    """The value itself, with its sign and unit of money."""
    at: Stretch
    """The positions of its words."""
    told: tuple[float, float]
    """The number itself, or both of a range."""
    low: float
    high: float
    """What it may mean, at least and at most: wider than `told` where it says "about"."""
    step: float
    """How finely it is told: 100 of 2,500, .01 of 2.47."""
    precision: Precision
    unit: str
    """What it measures; empty of counts. "age" of somebody named, "age of anyone" of others;
    "score" of two numbers held against each other; "day away" of what is counted from some time;
    "others" of such as are not all."""
    nouns: frozenset[int]
    """The terms of what it counts; of an age those of whose it is; of a measure those of the noun
    that it describes ("48-page indictment"), if any."""
    generic: bool
    """Whether those are such as count nearly anything: people, times."""
    fates: frozenset[str]
    """What became of the people it counts."""
    bound: Bound
    """What the words before it make of the number; empty where there are none such."""
    whole: Span
    """The value with those words: "more than 52"."""
