"""The passages of a story as exports number them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from storage.comparing import ComparedStory
from storage.passage_numbers import is_shared
from storage.wording.passage_kinds import add_doubt, describe_styles
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
    def kinds(self) -> str:
        """What its passages are, the surest first, and whether all of them are weak."""
        return describe_styles(self.group.passages)

    @property
    def title(self) -> str:
        """Its number and kinds in words."""
        called, passages = f"{self.name[:1].upper()}{self.name[1:]}", self.group.passages
        if is_shared(self.group):
            return f"{called}, {describe_styles(passages, ' and ')}"
        return add_doubt(called, weak=all(one.weak for one in passages))

    @property
    def name(self) -> str:
        """What it is called in a sentence: `passage 3`, `repeat R1`."""
        return f"{'passage' if self.number[0] != 'R' else 'repeat'} {self.number}"

    def anchor(self, place: int) -> str:
        """Return the link to its place number `place`, from 0."""
        return f"{self.key}-{place + 1}"


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
