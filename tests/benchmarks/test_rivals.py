from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest

from benchmarks import rivals
from benchmarks.rivals import Match

COPIED = "the minister said the bridge would open in the spring"
TEXTS = [f"Yesterday, {COPIED}.", f"{COPIED.capitalize()}, he hoped."]

without_sim_text = pytest.mark.skipif(not rivals.has_sim_text(), reason="sim_text not installed")


@pytest.mark.parametrize(
    "rival",
    [
        rivals.difflib,
        rivals.rapidfuzz,
        pytest.param(rivals.sim_text, marks=without_sim_text),
    ],
)
def test_a_copy_is_told_by_its_words(rival: Callable[[Sequence[str]], Iterator[Match]]) -> None:
    assert list(rival(TEXTS)) == [Match(0, range(1, 11), 1, range(10))]


@without_sim_text
def test_sim_text_tells_repeats() -> None:
    assert list(rivals.sim_text([f"{COPIED} and {COPIED}"])) == [
        Match(0, range(10), 0, range(11, 21))
    ]
