"""What comes of fetching an address of this machine."""

from __future__ import annotations

from typing import Any

import pytest

from storage.article_import.web.fetch import FetchedFile, fetch
from storage.errors import ReadError


def fetched(address: str, **more: Any) -> FetchedFile:
    return fetch(address, allow_local=True, **more)


def why_not(address: str, **more: Any) -> str:
    with pytest.raises(ReadError) as refused:
        fetched(address, **more)
    assert str(refused.value).endswith(".")
    return str(refused.value)
