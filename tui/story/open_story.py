"""A story that is open: its pages, what is known of it, and what lies under the cursor."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property

from storage.anchoring.located_targets import LocatedTarget
from storage.comparing import ComparedStory
from storage.models import Annotation, Article, Story
from storage.share_figures import Shares, count_shares
from storage.tables.codebook_entry import Colour
from textreuse import Comparison, Group, Span, SpanIndex, group_passages, name_letters
from tui.story.items import Item
from tui.story.lenses import LENS_KINDS, Known, Lens, count_items, list_items, list_note_items
from tui.story.page import Page
from tui.story.placed_annotations import place_annotations
from tui.story.stated import Stated
from tui.story.text_selection import TextSelection
from tui.story.things import Carried, Thing, Things

_OF_ITEMS = ("items", "places", "count", "note_numbers", "_positions", "_items", "_things")
"""What is made from the lens, the comparison and the annotations when first asked for."""
_OF_COMPARISON = ("shares", "_ignored")
"""What is made from the comparison alone."""


class OpenStory:
    """Pages, cursors, the comparison, the lens and its items, annotations, the selection.

    Articles are named by their index in the story; offsets are code points of their texts.
    """

    def __init__(self, story: Story, articles: Sequence[Article]) -> None:
        self.story = story
        self.articles = list(articles)
        self.letters = name_letters(len(articles))
        self.pages = [Page(article.text) for article in articles]
        self.cursors = [page.first for page in self.pages]
        self.focus = 0
        self.compared: ComparedStory | None = None
        """What the articles share; None until they are compared."""
        self.stated: Stated | None = None
        """What they state; None until that is found."""
        self.cannot_state = False
        """Whether that could not be found."""
        self.ignored: tuple[Group, ...] = ()
        """The passages left out because the reader ignores them."""
        self.progress: float | None = None
        """The share of the comparison that is done, 0..1, while one is being made."""
        self.asked_of = 0
        """Of which article *missing here* tells what it leaves out: that whose pane was chosen."""
        self.lens: Lens = "shared"
        self.current: Item | None = None
        """The item that `J` and `K` count from: none until one was gone to, then the last one
        that the cursor was in."""
        self.aligned: Carried | None = None
        """That whose card is open: bright in all its places, whatever the lens shows."""
        self.selection: TextSelection | None = None
        self.found: tuple[Span, ...] = ()
        """Where what is searched for stands, sorted."""
        self.placed: list[LocatedTarget] = []
        self.colours: Mapping[str, Colour] = {}
        """What tags are coloured with, by their names."""
        self._cycled = 0
        self.chosen: LocatedTarget | None = None
        """The annotation that was gone to, until the cursor moves."""
        self.edging: LocatedTarget | None = None
        """The annotation that is to stand on what is selected."""
        self.asked: Span | None = None
        """What a prompt is about, as long as that is open."""
        self._begun_at = self.cursor
        self._from_cursor = False

    @property
    def page(self) -> Page:
        """The page that has the focus."""
        return self.pages[self.focus]

    @property
    def cursor(self) -> int:
        """The cursor's offset on that page."""
        return self.cursors[self.focus]

    @property
    def comparison(self) -> Comparison | None:
        """What is shown of what the articles share."""
        return self.compared.kept if self.compared else None

    @property
    def groups(self) -> tuple[Group, ...]:
        """All passages, repeats included, by first place."""
        return self.comparison.groups if self.comparison else ()

    # What is known

    def take(self, compared: ComparedStory) -> None:
        """Take over what the articles share."""
        self.compared = compared
        self.ignored = group_passages(compared.ignored)
        for name in _OF_COMPARISON:
            self.__dict__.pop(name, None)
        self._forget_items()

    def take_stated(self, stated: Stated | None) -> None:
        """Take over what the articles state, or what the reader now says of it."""
        self.stated, self.cannot_state = stated, False
        if LENS_KINDS[self.lens].needs_statements:
            self._forget_items()

    def place(self, annotations: Sequence[Annotation]) -> None:
        """Take over the story's annotations and find where each stands."""
        count = len(self.placed)
        self.placed = place_annotations(annotations, self.articles, self.placed)
        turn = self._cycled if len(self.placed) == count else 0
        self.chosen = self._find_again(self.chosen)
        self._forget_items()
        self._cycled = turn

    def look_through(self, lens: Lens) -> None:
        """Highlight and step through something else; no item of it is current yet.

        Who has moved goes on from the cursor, who has not from the first item.
        """
        self.lens = lens
        self.asked_of = self.focus
        self.current = None
        self._from_cursor = (self.focus, self.cursor) != (0, self.pages[0].first)
        self._forget_items()

    def _forget_items(self) -> None:
        """What was made from them is made anew; the current item stays, if it is still there."""
        self._cycled = 0
        for name in _OF_ITEMS:
            self.__dict__.pop(name, None)
        if self.current is not None:
            was = self.current
            self.current = next(
                (
                    item
                    for item in self.items
                    if item.is_of(None, was.placed)
                    or (was.placed is None and item.spans == was.spans)
                ),
                None,
            )
            self.current = self.current or self.item_here()
            self._from_cursor = True

    def _find_again(self, placed: LocatedTarget | None) -> LocatedTarget | None:
        """Return an annotation as it is now, at the same place if it stands at several."""
        if placed is None:
            return None
        found = [one for one in self.placed if one.annotation.id == placed.annotation.id]
        return next((one for one in found if one.span == placed.span), found[0] if found else None)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """What the lens shows, by article, then place."""
        return list_items(self.lens, self.known)

    @cached_property
    def count(self) -> int:
        """Of how many an item is told to be."""
        return count_items(self.lens, self.known, self.items)

    @property
    def known(self) -> Known:
        """All that lenses look at."""
        return Known(self.compared, self.placed, self.stated, self.asked_of)

    def position_of(self, item: Item) -> int:
        """Return at which place in `items` it stands, from 0."""
        return self._positions[id(item)]

    @cached_property
    def _positions(self) -> dict[int, int]:
        return {id(item): position for position, item in enumerate(self.items)}

    @cached_property
    def note_numbers(self) -> dict[str, int]:
        """Which annotation of those that stand each is, counted from 1, by its id."""
        standing = list_note_items(self.placed)
        return {item.placed.annotation.id: item.number for item in standing if item.placed}

    @cached_property
    def shares(self) -> list[Shares]:
        """How much of each article is shared; empty until they are compared."""
        if self.comparison is None:
            return []
        return [count_shares(self.comparison, article) for article in range(len(self.articles))]

    # What lies under the cursor

    @cached_property
    def _things(self) -> Things:
        return Things(self.placed, self.items, self.groups)

    @cached_property
    def _items(self) -> SpanIndex[Item]:
        return SpanIndex((span, item) for item in self.items for span in item.spans)

    @cached_property
    def _ignored(self) -> SpanIndex[Group]:
        return SpanIndex((span, group) for group in self.ignored for span in group.spans)

    def things_here(self) -> list[Thing]:
        """Return what covers the cursor, as it is likely to be meant; see `Things.find_at`.

        Or with another first, after `cycle`.
        """
        things = self._things.find_at(self.focus, self.cursor, self.chosen, self.current)
        turn = self._cycled % len(things) if things else 0
        return things[turn:] + things[:turn]

    def cycle(self) -> int:
        """Put the next of the things under the cursor first; return which one, from 1, else 0."""
        self._cycled += 1
        count = len(self.things_here())
        return 1 + self._cycled % count if count else 0

    def carried_here(self) -> Carried | None:
        """Return the statement or passage under the cursor, the first of `things_here`."""
        found = (thing for thing in self.things_here() if not isinstance(thing, LocatedTarget))
        return next(found, None)

    def group_here(self) -> Group | None:
        """Return the passage under the cursor; None where a statement is meant."""
        carried = self.carried_here()
        return carried if isinstance(carried, Group) else None

    def statement_here(self) -> Item | None:
        """Return the item of the lens under the cursor, if it is a statement and meant."""
        carried = self.carried_here()
        return carried if isinstance(carried, Item) else None

    def placed_here(self) -> LocatedTarget | None:
        """Return the annotation under the cursor, the first of `things_here`."""
        return next(
            (thing for thing in self.things_here() if isinstance(thing, LocatedTarget)), None
        )

    def ignored_here(self) -> Group | None:
        """Return the ignored passage under the cursor, the shortest if there are several.

        None inside a passage that is not ignored and shorter: that one is meant.
        """
        found = self._ignored.at(self.focus, self.cursor)
        if not found:
            return None
        span, ignored = min(found, key=lambda each: each[0].length)
        group = self.group_here()
        return ignored if group is None or span.length <= self.span_here(group).length else None

    def boilerplate_here(self) -> Span | None:
        """Return what is taken for boilerplate under the cursor."""
        if self.comparison is None:
            return None
        spans = self.comparison.boilerplate(self.focus)
        return next((span for span in spans if span.start <= self.cursor < span.end), None)

    def match_here(self) -> int | None:
        """Return the number, from 1, of the match under the cursor."""
        begun = bisect_right(self.found, (self.focus, self.cursor), key=lambda span: span[:2])
        at = Span(self.focus, self.cursor, self.cursor + 1)
        return begun if begun and self.found[begun - 1].overlap(at) else None

    def find_items(self, place: Span) -> list[tuple[Span, Item]]:
        """Return the items of the lens that lie on `place`, each with its span there."""
        return self._items.find_overlaps(place)

    def item_here(self) -> Item | None:
        """Return the item of the lens under the cursor: the current one, else the shortest."""
        statement = self.statement_here()
        if statement is not None:
            return statement
        found = self._items.at(self.focus, self.cursor)
        group, placed = self.group_here(), self.placed_here()
        found.sort(
            key=lambda each: (
                not each[1].is_of(group, placed),
                each[1] != self.current,
                each[0].length,
            )
        )
        return found[0][1] if found else None

    def words_at(self, span: Span) -> str:
        """Return the text of a place."""
        return self.articles[span.article].text[span.start : span.end]

    def span_here(self, carried: Carried) -> Span:
        """Return the span of `carried` at the cursor; its first one if the cursor is elsewhere."""
        at = Span(self.focus, self.cursor, self.cursor + 1)
        return max((span for span in carried.spans if span.overlap(at)), default=carried.spans[0])
