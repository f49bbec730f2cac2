"""The tags that a prompt offers, and how its rows tell what is known of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from storage.library import Library
from storage.tables.codebook_entry import Colour
from storage.tables.listed_tags import Tag
from storage.tables.quick_tags import NUMBERS
from storage.tables.tag_names import clean_tags, is_within, list_ancestors
from storage.tables.variables import find_variable, settle_values
from storage.wording.plural import pluralize
from storage.wording.terminal_text import reveal_line
from tui.config.tag_colours import SWATCH_WIDTH, draw_swatch
from tui.messages.about_tag import tell_about
from tui.prompts.choices import Choice
from tui.prompts.tag_line import complete_tag

_INDENT = "  "
_GAP = "  "
_WIDEST_NAME = 32
"""Cells."""
_SHORT = 40
"""Characters of a definition that a row has room for."""


class OfferedTags(NamedTuple):
    """Tags in the order in which they are offered; what they look like, and their numbers."""

    tags: Sequence[Tag] = ()
    colours: Mapping[str, Colour] = {}
    """By the names of tags; see `Tags.find_colours`."""
    quick: Mapping[int, str] = {}
    """The names of quick tags by their numbers, as far as these are set."""
    numbers: Sequence[int] = ()
    """The numbers that stand for a quick tag; none where a digit alone is a name like others."""
    variables: Collection[str] = ()
    """The names, in small letters, of tags of which one of those below holds; none where the tags
    are not those of whole articles."""
    is_strict: bool = False
    """Whether no new tag can be made."""

    @classmethod
    def load(
        cls, library: Library, story: str | None = None, *, of_articles: bool = False
    ) -> OfferedTags:
        """Return all tags of a library, and the quick tags of the story with that id.

        Variables and their values, as the codebook has them, come first where the tags are those
        `of_articles`, else last: a place is seldom tagged with one.
        """
        listed = library.tags.list_all()
        variables = library.tags.list_variables()
        of_variables = [tag for tag in listed if _is_of_variable(tag.name, variables)]
        others = arrange_by_use(tag for tag in listed if tag not in of_variables)
        offered = cls(
            [*of_variables, *others] if of_articles else [*others, *of_variables],
            library.tags.find_colours(),
            variables=variables if of_articles else frozenset(),
            is_strict=library.codebook.is_strict,
        )
        if story is None:
            return offered
        return offered._replace(quick=library.quick_tags.get(story), numbers=NUMBERS)

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

    def complete(self, line: str, name: str) -> str:
        """Return a line with its last tag completed; of a variable it keeps no other value."""
        completed = complete_tag(line, name)
        if not self.variables:
            return completed
        names = clean_tags([completed])
        others = [one for one in names if one.casefold() != name.casefold()]
        return "".join(f"{one}, " for one in settle_values(names, others, self.variables).names)

    def tell_about(self, name: str) -> list[str]:
        """Return what the codebook says of a tag beyond what its row has room for, a line each."""
        return next((_tell_more(tag) for tag in self.tags if tag.name == name), [])

    def count_told(self) -> int:
        """Return how many lines are told of the tag of which most is."""
        return max((len(_tell_more(tag)) for tag in self.tags), default=0)

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


def _tell_more(tag: Tag) -> list[str]:
    lines = tell_about(tag)
    is_in_row = len(lines) == 1 and len(tag.definition) <= _SHORT
    return [] if is_in_row else lines


def _is_of_variable(name: str, variables: Collection[str]) -> bool:
    return name.casefold() in variables or find_variable(name, variables) is not None


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
