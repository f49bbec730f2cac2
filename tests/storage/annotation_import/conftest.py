from __future__ import annotations

import pytest

from storage.library import Library
from storage.models import Article
from tests.storage.annotation_import.written_elsewhere import PAGE
from tests.storage.desk import HONEY, MILL, OWL, add


@pytest.fixture
def article(library: Library) -> Article:
    return add(library, f"{OWL}\n\n{MILL}\n\n{HONEY}", "Owl moves in", url=PAGE)
