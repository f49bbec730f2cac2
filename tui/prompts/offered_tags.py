"""The tags that a prompt offers, and how its rows tell what is known of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from storage.library import Library
from storage.tables.codebook_entry import Colour
from storage.tables.listed_tags import Tag
from storage.tables.quick_tags import NUMBERS
from storage.tables.tag_names import is_within, list_ancestors
from storage.wording.plural import pluralize
from storage.wording.terminal_text import reveal_line
from tui.config.tag_colours import SWATCH_WIDTH, draw_swatch
from tui.prompts.choices import Choice

_INDENT = "  "
_GAP = "  "
_WIDEST_NAME = 32
"""Cells."""


class OfferedTags(NamedTuple):
    """Tags in the order in which they are offered; what they look like, and their numbers."""

    tags: Sequence[Tag] = ()
    colours: Mapping[str, Colour] = {}
    """By the names of tags; see `Tags.find_colours`."""
    quick: Mapping[int, str] = {}
    """The names of quick tags by their numbers, as far as these are set."""
    numbers: Sequence[int] = ()
    """The numbers that stand for a quick tag; none where a digit alone is a name like others."""

    @classmethod
    def load(cls, library: Library, story: str | None = None) -> OfferedTags:
        """Return all tags of a library, and the quick tags of the story with that id."""
        tags, colours = arrange_by_use(library.tags.list_all()), library.tags.find_colours()
        if story is None:
            return cls(tags, colours)
        return cls(tags, colours, library.quick_tags.get(story), NUMBERS)

    @property
    def names(self) -> list[str]:
        """Their names."""
        return [tag.name for tag in self.tags]

    def find_unset(self, name: str) -> int | None:
        """Return the number that `name` is, if that is no tag yet and stands for no quick tag."""
        if name in map(str, self.numbers) and name not in self.names:
            return None if int(name) in self.quick else int(name)
        return None

    def leave_out(self, name: str) -> OfferedTags:
        """Return them without a tag and all that lie below it."""
        return self._replace(tags=[tag for tag in self.tags if not is_within(tag.name, name)])

    def draw(self, choices: Sequence[Choice], width: int) -> list[Text]:
        """Return a row of at most `width` cells for each of these choices.

        It has the quick number, the colour, the name, how often it is used and what it is for. A
        tag that follows its parent, or that one's other children, stands indented under it.
        """
        known = {tag.name: tag for tag in self.tags}
        numbers = {name: number for number, name in reversed(list(self.quick.items()))}
        names = [
            f"{_INDENT * depth}{reveal_line(name)}"
            for depth, name in name_in_tree(choice.name for choice in choices)
        ]
        room = min(_WIDEST_NAME, max(map(cell_len, names), default=0))
        uses = [_describe_uses(known.get(choice.name)) for choice in choices]
        widest = max(map(len, uses), default=0)
        has_colours = any(choice.name in self.colours for choice in choices)
        rows = []
        for choice, name, use in zip(choices, names, uses, strict=True):
            if choice.is_new:
                rows.append(Text(f"+ new tag “{reveal_line(choice.name)}”"))
                continue
            row = Text(f"{numbers.get(choice.name, '')!s:2}" if numbers else "")
            if has_colours:
                colour = self.colours.get(choice.name)
                row.append(" " * SWATCH_WIDTH if colour is None else draw_swatch(colour))
                row.append(" ")
            row.append(_fit(name, room), "bold")
            row.append(f"{_GAP}{use:>{widest}}{_GAP}", "dim")
            tag = known.get(choice.name)
            row.append(reveal_line(tag.definition) if tag is not None else "")
            row.truncate(width, overflow="ellipsis")
            rows.append(row)
        return rows


def arrange_by_use(tags: Iterable[Tag]) -> list[Tag]:
    """Return tags with those used most first, each parent before its children and these with it.

    A parent is used where one of its children is. Equals by name.
    """
    used: Counter[str] = Counter()
    found = list(tags)
    for tag in found:
        for name in _list_path(tag.name.casefold()):
            used[name] += tag.annotations + tag.articles
    return sorted(
        found,
        key=lambda tag: [(-used[name], name) for name in _list_path(tag.name.casefold())],
    )


def name_in_tree(names: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield under how many parents each name stands, and what it is called there."""
    above: list[str] = []
    for name in names:
        while above and not is_within(name, above[-1]):
            above.pop()
        shown = name[len(above[-1]) + 1 :] if above and name != above[-1] else name
        yield len(above), shown
        above.append(name)


def _list_path(name: str) -> list[str]:
    """Return a name after those of its parents, the topmost first."""
    return [*reversed(list(list_ancestors(name))), name]


def _describe_uses(tag: Tag | None) -> str:
    return "" if tag is None else pluralize(tag.annotations + tag.articles, "use")


def _fit(name: str, width: int) -> str:
    """Return a name in exactly `width` cells, its end cut off if it is wider."""
    if cell_len(name) > width:
        name = set_cell_size(name, width - 1) + "…"
    return set_cell_size(name, width)
