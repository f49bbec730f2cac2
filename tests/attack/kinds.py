"""The kinds of attack: the module of each, how many of 10,000 it makes, how long one may take."""

from __future__ import annotations

import asyncio
import inspect
import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import pytest

from tests.attack.surroundings import attacked
from tests.tui.at_rest import waiting_until_at_rest
from tui.base.surviving_app import SurvivingApp

Attack = Callable[[random.Random, Path], str | Awaitable[str]]
"""Attacks in a folder and returns what it did; raises where the program did not stand."""


@dataclass(frozen=True)
class Kind:
    """One kind of attack; its module has an `attack`."""

    name: str
    share: int
    """Of 10,000 attacks."""
    seconds: float
    """After which one hangs; several times what it takes on a busy machine."""

    @property
    def attack(self) -> Attack:
        """What the module of that name does."""
        found: Attack = import_module(f"tests.attack.{self.name}").attack
        return found


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("inputs", 1_800, 240),
        Kind("addresses", 1_200, 120),
        Kind("imports", 1_000, 120),
        Kind("exports", 900, 120),
        Kind("templates", 1_000, 120),
        Kind("queries", 1_000, 120),
        Kind("arguments", 1_000, 180),
        Kind("damages", 1_200, 180),
        Kind("kills", 300, 120),
        Kind("configuration", 500, 120),
        Kind("keys", 100, 300),
    )
}


def run_attack(kind: Kind, seed: int, folder: Path) -> str:
    """Attack once, in an empty folder that nothing else is in; returns what was done.

    The same seed makes the same attack. Whatever is raised, the program did not stand.
    """
    chance = random.Random(f"{kind.name} {seed}")
    attack = kind.attack  # what its module makes as it is imported is for all attacks
    with attacked(folder), pytest.MonkeyPatch.context() as patch:
        patch.setattr(SurvivingApp, "survives", False)
        if not inspect.iscoroutinefunction(attack):
            done = attack(chance, folder)
        else:
            with waiting_until_at_rest():
                done = asyncio.run(attack(chance, folder))
        assert isinstance(done, str)
        return done
