from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.storage.article_import.services.pretending import Api
from tests.storage.article_import.serving import serving


@pytest.fixture
def api() -> Iterator[Api]:
    with serving() as site:
        yield Api(site)
