"""The passages of a story as the report numbers them, and where each stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from storage.comparing import ComparedStory
from storage.export.html.segments import Mark
from storage.passage_numbers import is_shared
from storage.wording.passage_kinds import PassageStyle, find_style, find_styles
from textreuse import Group


@dataclass(frozen=True)
class StoryPassage:
    """All places of one passage, or of a piece of one: `number` is that of `PassageNumbers`.

    What stands in one article alone is a repeat, and numbered `R1`, `R2` and so on.
    """

    number: str
    group: Group
    piece: int = 1
    """Counts what bears the same number."""

    @property
    def key(self) -> str:
        """Its name in links; no other passage or note has it."""
        return f"p{self.number}" if self.piece == 1 else f"p{self.number}_{self.piece}"

    @property
    def kinds(self) -> list[PassageStyle]:
        """What its passages are, the surest first."""
        return find_styles(self.group.passages)

    @property
    def title(self) -> str:
        """Its number and kinds in words."""
        name = "Passage" if self.number[0] != "R" else "Repeat"
        kinds = self.kinds if is_shared(self.group) else []
        return f"{name} {self.number}{', ' if kinds else ''}{' and '.join(kinds)}"

    def anchor(self, place: int) -> str:
        """Return the link to its place number `place`, from 0."""
        return f"{self.key}-{place + 1}"


class PassageLabel(NamedTuple):
    """The number of a passage, where one of its places begins."""

    start: int
    passage: StoryPassage
    place: int


def list_story_passages(compared: ComparedStory) -> list[StoryPassage]:
    """Return the passages that are kept, in order of their first place."""
    pieces: Counter[str] = Counter()
    found = []
    for group in compared.kept.groups:
        if is_shared(group):
            number = str(compared.numbers.number_passage(group))
        else:
            number = f"R{compared.numbers.number_repeat(group, group.spans[0].article)}"
        pieces[number] += 1
        found.append(StoryPassage(number, group, pieces[number]))
    return found


def mark_passages(passages: Sequence[StoryPassage], article: int) -> Iterator[Mark]:
    """Yield both sides of each passage in `article`; all but repeats are what is `shared` there."""
    for one in passages:
        for passage in one.group.passages:
            for span in passage.side(article):
                yield Mark(span.start, span.end, one.key, find_style(passage))


def label_passages(passages: Sequence[StoryPassage], article: int) -> Iterator[PassageLabel]:
    """Yield where the places of passages begin in `article`."""
    for passage in passages:
        for place, span in enumerate(passage.group.spans):
            if span.article == article:
                yield PassageLabel(span.start, passage, place)
