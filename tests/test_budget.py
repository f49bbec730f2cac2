from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.budget import examples


def tried() -> list[int]:
    """Return the examples of a property, in their order."""
    found = []

    @examples(400)
    @given(st.integers())
    def note(number: int) -> None:
        found.append(number)

    note()
    return found


@pytest.mark.skipif(not settings().derandomize, reason="other examples at every run are wanted")
def test_examples_are_the_same_whatever_has_been_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tried()
    (tmp_path / "constants.py").write_text(f"A = {list(range(987_654, 987_954))}\n")
    monkeypatch.syspath_prepend(tmp_path)
    __import__("constants")

    assert len(before) == 400
    assert tried() == before
