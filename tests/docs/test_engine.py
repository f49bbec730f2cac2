"""The page of the engine: its examples give what they say, and it has every public name."""

from __future__ import annotations

import doctest
import re

import pytest

import textreuse
from docs.pages import MANUAL, ROOT
from docs.written.engine import find_docstring, list_public


@pytest.mark.parametrize("name", ["docs/api.md", "packaging/textreuse/README.md"])
def test_the_examples_give_what_they_say(name: str) -> None:
    done = doctest.testfile(str(ROOT / name), module_relative=False, encoding="utf-8")

    assert done.attempted
    assert not done.failed


def test_every_public_name_is_described() -> None:
    public = list_public()
    headings = re.findall(r"(?m)^### (\w+)$", (MANUAL / "api.md").read_text("utf-8"))

    assert sorted(headings) == sorted(textreuse.__all__) == sorted(public)
    assert [name for name, module in public.items() if not find_docstring(name, module)] == []
