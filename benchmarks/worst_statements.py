"""Texts that are worst to ask who said what, and on what they disagree; each from a seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

_FIRST_NAMES = "Ann Bob Carl Dora Emil Fred Gina Hugo Ida Jack".split()
_NOUNS = "tax war vote deal plan fight hope fear truth lie".split()
_SMALL = "the a we must can will not and".split()
_DAYS = "Monday Tuesday Wednesday Friday".split()
_STATES = "Ohio Texas Iowa Maine".split()
_CAPITALS = "Ann Lee Of The House Bank And Stone Kern New York".split()


def _quote_briefly(chance: random.Random) -> str:
    one, two, three = chance.choices(_NOUNS, k=3)
    return f"Lee said it was “{one} {two}” and Stone called it “a {three}.”"


def _tell_figures(chance: random.Random) -> str:
    votes, share, sum_ = (chance.randrange(1, 900) for _ in range(3))
    return f"{chance.choice(_STATES)} {votes} votes {share} percent ${sum_} million\n"


def _tell_dates(chance: random.Random) -> str:
    day, of_month, year = (
        chance.choice(_DAYS),
        chance.randrange(1, 29),
        chance.randrange(1990, 2020),
    )
    return f"The council met on {day}, June {of_month}, {year}, at {chance.randrange(1, 12)} p.m."


def _name_many(chance: random.Random) -> str:
    last = "".join(chance.choices("aeioubdklmnrst", k=5)).capitalize()
    return f"{chance.choice(_FIRST_NAMES)} {last}sson left."


def _name_one(chance: random.Random) -> str:
    return chance.choice(("Ann Lee met Lee.", "Mrs. Lee and Ann Lee left.", "“No,” Lee said."))


def _draw_sentence(chance: random.Random) -> str:
    return f"{' '.join(chance.choices(_NOUNS + _SMALL, k=10)).capitalize()}."


def _sing(_: random.Random) -> str:
    return "“We will not stand for this in our town,” said Ann Lee. The crowd of 300 cheered.\n\n"


KINDS: dict[str, Callable[[random.Random], str]] = {
    "short quotations": _quote_briefly,
    "a refrain": _sing,
    "figures": _tell_figures,
    "dates": _tell_dates,
    "people": _name_many,
    "one person": _name_one,
    "one quotation that has no end": _draw_sentence,
    "capitals alone": lambda chance: chance.choice(_CAPITALS),
}
"""What makes the next piece of a text."""


def make_texts(kind: str, words: int, seeds: Sequence[int]) -> list[str]:
    """Return a text of a kind for each seed, of about so many words."""
    texts = []
    for seed in seeds:
        chance, pieces, length = random.Random(seed), [], 0
        while length < words:
            pieces.append(KINDS[kind](chance))
            length += len(pieces[-1].split())
        opening = "Ann Lee said: “" if "no end" in kind else ""
        texts.append(opening + " ".join(pieces))
    return texts
