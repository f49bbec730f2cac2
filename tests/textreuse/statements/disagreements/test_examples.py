from __future__ import annotations

import pytest

from tests.textreuse.statements.disagreements.examples import CONFLICTS, PRECISE, SILENT, Example
from tests.textreuse.statements.disagreements.telling import tell


@pytest.mark.parametrize("example", CONFLICTS, ids=lambda one: one.ours[:40])
def test_conflicts(example: Example) -> None:
    expected = ("conflict", example.kind, example.left, example.right)
    assert tell(example.ours, example.theirs) == [expected]


@pytest.mark.parametrize("example", SILENT, ids=lambda one: one.ours[:40])
def test_what_only_looks_like_a_disagreement(example: Example) -> None:
    assert tell(example.ours, example.theirs) == []


@pytest.mark.parametrize("example", PRECISE, ids=lambda one: one.ours[:40])
def test_what_is_only_less_exact(example: Example) -> None:
    (told,) = tell(example.ours, example.theirs)
    assert told[0] == "precision"
