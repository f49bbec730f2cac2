"""A few pictures of whole screens; `make snapshots` accepts what they show now."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from storage.library import Library
from storage.sample_story import add_sample
from tui.app import CopydeskApp


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
def test_the_compare_view_with_an_aligned_passage(
    library: Library, snap_compare: Callable[..., bool], size: tuple[int, int]
) -> None:
    app = CopydeskApp(library, add_sample(library))
    assert snap_compare(app, press=["J", "J", "J", "J", "enter"], terminal_size=size)


def test_the_library(library: Library, snap_compare: Callable[..., bool]) -> None:
    add_sample(library)
    assert snap_compare(CopydeskApp(library), terminal_size=(80, 24))
