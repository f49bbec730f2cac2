from __future__ import annotations

import pytest

from storage.library import Library
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, add
from tests.storage.tables.ignoring import Story, compared


@pytest.fixture
def news(library: Library) -> Story:
    """Compare three articles that all have the owl, and two of them the mill."""
    return compared(
        add(library, f"{OWL}\n\n{PARADE}\n\n{MILL}"),
        add(library, f"{MILL}\n\n{BRIDGE}\n\n{OWL}"),
        add(library, f"{HONEY}\n\n{OWL}"),
    )
