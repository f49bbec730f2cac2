"""A timeline of a story as plain values, for whoever draws it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from textreuse.statements.origins.origin import Origins, OverlapKind
