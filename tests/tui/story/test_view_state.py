from __future__ import annotations

import json
from typing import Any

import pytest

from tui.story.view_state import ViewState


def test_what_is_stored_is_what_comes_back() -> None:
    state = ViewState("b", "a", {"a": 3, "b": 70}, "repeats", 2, True, {"4": 2}, False, True)
    assert ViewState.from_json(json.loads(json.dumps(state.as_json())), 3) == state


@pytest.mark.parametrize(
    "stored",
    [
        None,
        {},
        {"lens": "sharde", "sensitivity": 5, "columns": {"4": 3}, "cursors": [], "focus": None},
        {"sensitivity": True, "cursors": {"a": -1}, "more": "than is known"},
    ],
)
def test_what_makes_no_sense_is_as_it_is_at_first(stored: dict[str, Any] | None) -> None:
    assert ViewState.from_json(stored, 2) == ViewState(sensitivity=2)
