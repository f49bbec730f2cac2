from __future__ import annotations

import pytest

from storage.library import Library
from storage.models import Story
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, story


@pytest.fixture
def news(library: Library) -> Story:
    """Make a story of two articles that share the owl."""
    return story(library, f"{MILL}\n\n{OWL}", f"{BRIDGE}\n\n{PARADE}\n\n{OWL}", name="Owl news")


@pytest.fixture
def three_articles(library: Library) -> Story:
    """Make a story of three articles, two of which share the owl and two the mill."""
    return story(
        library,
        f"{OWL}\n\n{MILL}\n\n{PARADE}",
        f"{BRIDGE}\n\n{OWL}",
        f"{MILL.replace('in spring', 'next spring')}\n\n{HONEY}",
    )
