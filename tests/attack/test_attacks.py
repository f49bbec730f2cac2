"""A few attacks of each kind, so that they stay true to the program."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.attack import keys
from tests.attack.__main__ import _share
from tests.attack.kinds import KINDS, Kind, run_attack
from tests.attack.network import is_never_asked, is_public
from tests.attack.pool import run_all

posix = pytest.mark.skipif(sys.platform == "win32", reason="attacks use pipes, links and signals")
_SEEDS: dict[str, Sequence[int]] = {
    "inputs": (1,),
    "addresses": (1, 2, 3),
    "imports": (1,),
    "exports": (1, 2, 3),
    "templates": (1, 2, 3),
    "queries": (1,),
    "arguments": (1,),
    "damages": (2,),
    "kills": (3, 4),
    "configuration": (2,),
    "keys": (1,),
}


@posix
@pytest.mark.parametrize(
    ("name", "seed"), [(name, seed) for name, seeds in _SEEDS.items() for seed in seeds]
)
def test_it_is_survived(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, seed: int
) -> None:
    monkeypatch.setattr(keys, "_ACTIONS", 8)
    folder = tmp_path / "attack"
    folder.mkdir()

    assert run_attack(KINDS[name], seed, folder)


def test_each_kind_is_tried() -> None:
    assert _SEEDS.keys() == KINDS.keys()
    assert sum(kind.share for kind in KINDS.values()) == 10_000
    jobs = [*_share([*KINDS.values()], 10_000, 7)]
    for kind in KINDS.values():
        assert sorted(seed for one, seed in jobs if one == kind) == [*range(7, 7 + kind.share)]


def test_what_hangs_is_told_and_gone_on_from() -> None:
    hasty = Kind("kills", 1, 0.0)

    first, second = run_all(iter([(hasty, 1), (KINDS["templates"], 1)]), 1)

    assert (first.kind, first.seed, first.failure) == ("kills", 1, "took longer than 0 seconds")
    assert (second.kind, second.failure) == ("templates", "")


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.1.1", "169.254.169.254", "::1", "fe80::1", "::ffff:10.0.0.1"),
        *("64:ff9b::7f00:1", "2002:a00:1::", "::ffff:0:192.168.0.1"),
    ],
)
def test_places_that_are_not_public(address: str) -> None:
    assert not is_public(address)
    assert is_public("93.184.215.14")
    assert is_public("2606:2800:21f:cb07::1")
    assert is_never_asked("::ffff:169.254.1.1")
    assert not is_never_asked("10.0.0.1")
