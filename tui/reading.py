"""What is being read: the state of the compare view, without a screen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from storage.anchors import anchor_at
from storage.records import Annotation, Article, Story, Target
from storage.stories import letters
from textreuse import Comparison, Group, Passage, Span
from textreuse.groups import groups
from tui.covering import Covering
from tui.heading import Shares, shares
from tui.lenses import Item, Lens, items
from tui.page import Page
from tui.placed import Placed, place
from tui.selecting import Selection

Thing = Placed | Group
"""What may lie under the cursor."""


class Reading:
    """A story open for reading: pages, cursors, the lens, the current item, the selection.

    Articles are named by their index in the story; offsets are code points of their texts.
    """

    def __init__(self, story: Story, articles: Sequence[Article]) -> None:
        self.story = story
        self.articles = list(articles)
        self.letters = letters(len(articles))
        self.pages = [Page(article.text) for article in articles]
        self.cursors = [page.first for page in self.pages]
        self.focus = 0
        self.comparison: Comparison | None = None
        """What the articles share, without what is ignored; None until they are compared."""
        self.ignored: tuple[Group, ...] = ()
        """The passages left out because the reader ignores them."""
        self.progress: float | None = None
        """The share of the comparison that is done, 0..1, while one is being made."""
        self.lens: Lens = "shared"
        self.current: Item | None = None
        """The item that `J` and `K` count from: none until one was gone to, then the last one
        that the cursor was in."""
        self.aligned: Group | None = None
        """The passage whose card is open: bright in all its places, whatever the lens shows."""
        self.selection: Selection | None = None
        self.found: tuple[Span, ...] = ()
        """Where what is searched for stands, sorted."""
        self.placed: list[Placed] = []
        self._cycled = 0
        self.chosen: Placed | None = None
        """The annotation that was gone to, until the cursor moves."""
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
    def groups(self) -> tuple[Group, ...]:
        """All passages, repeats included, by first place."""
        return self.comparison.groups if self.comparison else ()

    # What is known

    def take(self, comparison: Comparison, ignored: Sequence[Passage] = ()) -> None:
        """Take over what the articles share; `ignored` passages of it are left out."""
        self.ignored = groups(ignored)
        self.comparison = comparison.without(ignored) if ignored else comparison
        self._forget_items()

    def place(self, annotations: Sequence[Annotation]) -> None:
        """Take over the story's annotations and find where each stands."""
        count = len(self.placed)
        self.placed = place(annotations, self.articles)
        turn = self._cycled if len(self.placed) == count else 0
        self.chosen = self._again(self.chosen)
        self._forget_items()
        self._cycled = turn

    def look_through(self, lens: Lens) -> None:
        """Highlight and step through something else; no item of it is current yet.

        Who has moved goes on from the cursor, who has not from the first item.
        """
        self.lens = lens
        self.current = None
        self._from_cursor = (self.focus, self.cursor) != (0, self.pages[0].first)
        self._forget_items()

    def _forget_items(self) -> None:
        """What was made from them is made anew; the current item stays, if it is still there."""
        self._cycled = 0
        for name in ("items", "shares", "_numbers", "_items", "_things", "_ignored"):
            self.__dict__.pop(name, None)
        if self.current is not None:
            was = self.current._replace(placed=self._again(self.current.placed))
            self.current = next(
                (
                    item
                    for item in self.items
                    if item.spans == was.spans and item.placed == was.placed
                ),
                None,
            )
            self.current = self.current or self.item_here()
            self._from_cursor = True

    def _again(self, placed: Placed | None) -> Placed | None:
        """Return an annotation as it is now, at the same place if it stands at several."""
        if placed is None:
            return None
        found = [one for one in self.placed if one.annotation.id == placed.annotation.id]
        return next((one for one in found if one.span == placed.span), found[0] if found else None)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """What `J` and `K` step through, by pane, then place."""
        return items(self.lens, self.comparison, self.placed)

    def number(self, item: Item) -> int:
        """Return which item it is, counted from 1."""
        return self._numbers[id(item)]

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {id(item): number for number, item in enumerate(self.items, 1)}

    @cached_property
    def shares(self) -> list[Shares]:
        """How much of each article is shared; empty until they are compared."""
        if self.comparison is None:
            return []
        return [shares(self.comparison, article) for article in range(len(self.articles))]

    # What lies under the cursor

    @cached_property
    def _things(self) -> Covering[Thing]:
        noted: list[tuple[Span, Thing]] = [(placed.span, placed) for placed in self.placed]
        return Covering(noted + [(span, group) for group in self.groups for span in group.spans])

    @cached_property
    def _items(self) -> Covering[Item]:
        return Covering((span, item) for item in self.items for span in item.spans)

    @cached_property
    def _ignored(self) -> Covering[Group]:
        return Covering((span, group) for group in self.ignored for span in group.spans)

    def here(self) -> list[Thing]:
        """Return what covers the cursor: annotations, then passages.

        What was gone to comes first, then the shorter before the longer.
        """
        chosen = self.current.group if self.current else None
        found = self._things.at(self.focus, self.cursor)
        found.sort(
            key=lambda each: (
                isinstance(each[1], Group),
                each[1] not in (self.chosen, chosen),
                each[0].length,
            )
        )
        things = list({id(thing): thing for _, thing in found}.values())
        turn = self._cycled % len(things) if things else 0
        return things[turn:] + things[:turn]

    def cycle(self) -> None:
        """Put the next of the things under the cursor first."""
        self._cycled += 1

    def group_here(self) -> Group | None:
        """Return the passage under the cursor, the first of `here`."""
        return next((thing for thing in self.here() if isinstance(thing, Group)), None)

    def placed_here(self) -> Placed | None:
        """Return the annotation under the cursor, the first of `here`."""
        return next((thing for thing in self.here() if isinstance(thing, Placed)), None)

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

    def match_here(self) -> int | None:
        """Return the number, from 1, of the match under the cursor."""
        begun = bisect_right(self.found, (self.focus, self.cursor), key=lambda span: span[:2])
        at = Span(self.focus, self.cursor, self.cursor + 1)
        return begun if begun and self.found[begun - 1].overlap(at) else None

    def item_here(self) -> Item | None:
        """Return the item of the lens under the cursor: the current one, else the shortest."""
        found = self._items.at(self.focus, self.cursor)
        group, placed = self.group_here(), self.placed_here()
        found.sort(
            key=lambda each: (
                (each[1].group, each[1].placed) not in ((group, None), (None, placed)),
                each[1] != self.current,
                each[0].length,
            )
        )
        return found[0][1] if found else None

    def span_here(self, group: Group) -> Span:
        """Return the span of `group` at the cursor; its first one if the cursor is elsewhere."""
        at = Span(self.focus, self.cursor, self.cursor + 1)
        return max((span for span in group.spans if span.overlap(at)), default=group.spans[0])

    # Movement

    def move_to(self, article: int, offset: int) -> None:
        """Put focus and cursor there; a selection follows within its page, and ends elsewhere."""
        if article != self.focus:
            self.selection = None
        self._cycled = 0
        self.chosen = None
        self.focus = article
        self.cursors[article] = offset
        if self.current is not None:
            self.current = self.item_here() or self.current
        if self.selection is not None:
            self.selection.follow(offset)

    def step(self, direction: int) -> tuple[Item, bool] | None:
        """Go to the next (1) or previous (-1) item of the lens; tells whether that went round.

        Where none is current, the next one is the first and the previous one the last, unless
        the reader came from another lens: then it is the one after, or before, the cursor.
        """
        if not self.items:
            return None
        count = len(self.items)
        if self.current is not None:
            index = self.number(self.current) - 1 + direction
        elif self._from_cursor:
            begun = bisect_right(
                self.items, (self.focus, self.cursor), key=lambda item: item.span[:2]
            )
            here = begun and self.items[begun - 1].span.overlap(
                Span(self.focus, self.cursor, self.cursor + 1)
            )
            index = begun if direction > 0 else begun - 2 if here else begun - 1
        else:
            index = 0 if direction > 0 else count - 1
        wrapped = not 0 <= index < count
        item = self.items[index % count]
        self.go_to_item(item)
        return item, wrapped

    def go_to_item(self, item: Item) -> None:
        """Put focus and cursor on the first place of an item of the lens."""
        self._go(item, item.span)

    def go_to_group(self, group: Group) -> None:
        """Go to the first place of a passage, under the lens that shows it."""
        lens: Lens = "shared" if len(group.articles) > 1 else "repeats"
        if self.lens != lens:
            self.look_through(lens)
        self.make_current(group)
        self._go(self.current, group.spans[0])

    def make_current(self, group: Group) -> None:
        """Let `J` and `K` count from a passage, if it is an item of the lens."""
        found = [item for item in self.items if item.group is group]
        here = self.item_here()
        if found:
            self.current = here if here in found else found[0]

    def twin(self) -> Span | None:
        """Go to the next copy of the passage under the cursor; None if there is no passage."""
        group = self.group_here()
        if group is None:
            return None
        following = self.next_copy(group)
        self.make_current(group)
        self._go(self.current, following)
        return following

    def next_copy(self, group: Group) -> Span:
        """Return the copy after the one at the cursor, round the end."""
        place_here = group.spans.index(self.span_here(group))
        return group.spans[(place_here + 1) % len(group.spans)]

    def counterpart(self, group: Group) -> Span:
        """Return the copy that the one at the cursor is held against.

        The next one, in another article if there is one; under the lens *repeats* in this one.
        """
        here = self.span_here(group)
        at = group.spans.index(here)
        following = (*group.spans[at + 1 :], *group.spans[:at])
        within = self.lens == "repeats"
        return next(
            (span for span in following if (span.article == here.article) == within), following[0]
        )

    def copies(self, group: Group) -> dict[int, Span]:
        """Return one copy an article, to stand side by side: at the focus the one at the cursor."""
        chosen: dict[int, Span] = {}
        for span in group.spans:
            chosen.setdefault(span.article, span)
        if self.focus in chosen:
            chosen[self.focus] = self.span_here(group)
        return chosen

    def _go(self, item: Item | None, span: Span) -> None:
        self.selection = None
        self.current = item
        self.move_to(span.article, self._first_letter(span))
        if item is not None:
            # Of several that stand there, the one that was gone to.
            self.current, self.chosen = item, item.placed

    def _first_letter(self, span: Span) -> int:
        """Return where the cursor stands in a span: on its first visible character."""
        text = self.articles[span.article].text
        at = span.start
        while at < span.end - 1 and text[at].isspace():
            at += 1
        return at

    # Annotations

    def target(self, span: Span) -> Target:
        """Return what an annotation of `span` is stored on."""
        article = self.articles[span.article]
        return Target(article.id, anchor_at(article.text, span.start, span.end))

    def to_annotate(self) -> Span | None:
        """Return what a new annotation takes: selection, else passage, else sentence."""
        if self.selection is not None:
            return Span(self.focus, *self.selection.extent)
        group = self.group_here()
        if group is not None:
            return self.span_here(group)
        grapheme = self.page.grapheme(self.cursor)
        start, end = self.page.around("sentence", grapheme)
        return Span(self.focus, start, end) if start < end else None

    def go_to(self, placed: Placed) -> None:
        """Put focus and cursor on an annotation."""
        self.selection = None
        self.move_to(placed.span.article, placed.span.start)
        self.chosen = placed

    def annotation_after(self, direction: int) -> Placed | None:
        """Go to the next (1) or previous (-1) annotation over all panes, round the ends."""
        if not self.placed:
            return None
        here = (self.focus, self.cursor)
        starts = [(placed.span.article, placed.span.start) for placed in self.placed]
        if self.chosen in self.placed:
            found = (self.placed.index(self.chosen) + direction) % len(self.placed)
        elif direction > 0:
            found = next((i for i, start in enumerate(starts) if start > here), 0)
        else:
            found = max((i for i, start in enumerate(starts) if start < here), default=-1)
        self.go_to(self.placed[found])
        return self.placed[found]

    # Selection

    def select(self, *, by_sentence: bool) -> None:
        """Begin a selection at the cursor, by characters or by sentences."""
        self.selection = Selection.begun(self.page, self.cursor, by_sentence=by_sentence)
