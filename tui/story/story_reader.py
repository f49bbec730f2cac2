"""What is being read: the state of the compare view, without a screen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Literal

from storage.anchoring.anchors import make_anchor
from storage.anchoring.located_targets import LocatedTarget
from storage.models import Target
from textreuse import Group, Span, find_copies, split_words
from tui.story.copy_choice import CopyChoice
from tui.story.items import Item, Place, list_places
from tui.story.lenses import Lens, find_lens
from tui.story.open_story import OpenStory
from tui.story.text_selection import TextSelection
from tui.story.things import Carried

Came = Literal["passage", "paragraph", "sentence"]
"""How one came to a place: to a passage, by paragraphs, or any other way."""


class StoryReader(OpenStory):
    """Somebody's way through an open story: from item to item, copy to copy, note to note."""

    unit: Came = "passage"
    """What one came to: what is annotated where nothing is selected."""
    coder: str = ""
    """Who reads and codes; empty where nobody is named."""
    opened: Group | None = None
    """The passage that was opened by name, as long as the cursor is in it."""
    _lens_left: Lens | None = None
    """The lens to go back to once that is left."""

    @cached_property
    def copies(self) -> CopyChoice:
        """Which copies the passage at the cursor is shown with."""
        return CopyChoice(self)

    # The lens

    @property
    def lasting_lens(self) -> Lens:
        """The lens that was chosen, whatever a passage that was opened is shown by."""
        return self._lens_left or self.lens

    def look_through(self, lens: Lens) -> None:
        """Highlight and step through something else, for good."""
        self.opened = self._lens_left = None
        super().look_through(lens)

    def _leave_opened(self) -> None:
        """Go back to the lens that was chosen, if a passage was opened by another one."""
        if self._lens_left is not None:
            self.look_through(self._lens_left)
        self.opened = None

    # Movement

    def move_to(self, article: int, offset: int, came: Came = "sentence") -> None:
        """Put focus and cursor there; a selection follows within its page, and ends elsewhere."""
        self.unit = came
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
        at = Span(article, offset, offset + 1)
        if self.opened is not None and not any(map(at.overlap, self.opened.spans)):
            self._leave_opened()

    @cached_property
    def places(self) -> tuple[tuple[Place, ...], ...]:
        """Where `J` and `K` go, by article."""
        return list_places(self.items, len(self.articles))

    def step(self, direction: int) -> tuple[Item, bool] | None:
        """Go to the next (1) or previous (-1) place of an item of the lens in this article.

        Beyond the last one on to the next article that has any; tells whether that went round.
        Who has left the current item goes on from the cursor.
        """
        self._leave_opened()
        if not self.items:
            return None
        here = self.places[self.focus]
        index = self._find_step(here, direction)
        if 0 <= index < len(here):
            self._go(here[index].item, here[index].span)
            return here[index].item, False
        count = len(self.articles)
        others = ((self.focus + direction * number) % count for number in range(1, count + 1))
        article = next(one for one in others if self.places[one])
        wrapped = article <= self.focus if direction > 0 else article >= self.focus
        is_first = self.current is None and not self._from_cursor
        place = self.places[article][0 if direction > 0 else -1]
        self._go(place.item, place.span)
        return place.item, wrapped and not is_first

    def _find_step(self, here: Sequence[Place], direction: int) -> int:
        """Return which of the places in this article is the next; beyond them where none is."""
        current = self.place_here()
        if current is not None:
            return here.index(current) + direction
        # One that begins just at the cursor has not been gone to.
        begun = bisect_left(here, self.cursor, key=lambda place: place.span.start)
        return begun if direction > 0 else begun - 1

    def place_here(self) -> Place | None:
        """Return the place of the current item at the cursor; None where that is elsewhere."""
        item = self.current
        if item is None:
            return None
        at = Span(self.focus, self.cursor, self.cursor + 1)
        found = [span for span in item.spans if span.overlap(at)]
        return Place(max(found), item) if found else None

    def step_over_all(self, direction: int) -> tuple[Item, bool] | None:
        """Go to the next (1) or previous (-1) item of the lens, each at its first place.

        Tells whether that went round. Where none was current yet, the next one is the first and
        the previous one the last. Who came from another lens, or has left the current one, goes on
        from the cursor.
        """
        self._leave_opened()
        if not self.items:
            return None
        count = len(self.items)
        at = Span(self.focus, self.cursor, self.cursor + 1)
        current = self.current
        if current is not None and any(map(at.overlap, current.spans)):
            index = self.position_of(current) + direction
        elif self._from_cursor or current is not None:
            begun = bisect_right(
                self.items, (self.focus, self.cursor), key=lambda item: item.span[:2]
            )
            here = begun and self.items[begun - 1].span.overlap(at)
            index = begun if direction > 0 else begun - 2 if here else begun - 1
        else:
            index = 0 if direction > 0 else count - 1
        wrapped = not 0 <= index < count
        item = self.items[index % count]
        self.go_to_item(item)
        return item, wrapped

    def go_to_item(self, item: Item, span: Span | None = None) -> None:
        """Put focus and cursor on a place of an item of the lens, the first if none is named."""
        self._go(item, span or item.span)

    def go_to_group(self, group: Group) -> None:
        """Open a passage at its first place, under the lens that shows it while one is in it."""
        lens, chosen = find_lens(group), self.lasting_lens
        if self.lens != lens:
            self.look_through(lens)
        self.opened, self._lens_left = group, chosen if chosen != lens else None
        self.make_current(group)
        self._go(self.current, group.spans[0])

    def go_to_shared(self, article: int, other: int) -> bool:
        """Go to the first passage of an article that another has too; tells whether there is one.

        The cursor stays where it is in such a passage already.
        """
        both = [group for group in self.groups if {article, other} <= {*group.articles}]
        at = Span(article, self.cursors[article], self.cursors[article] + 1)
        if article == other or not both:
            return False
        spans = sorted(span for group in both for span in group.spans if span.article == article)
        here = next((span for span in spans if span.overlap(at)), None)
        place = at.start if here else self._find_first_letter(spans[0])
        self.move_to(article, place, "passage")
        return True

    def go_to_span(self, span: Span) -> None:
        """Go to the first letter of a place, which need not be that of a passage."""
        self.selection = None
        self.move_to(span.article, self._find_first_letter(span))

    def make_current(self, carried: Carried) -> None:
        """Let `J` and `K` count from a passage or statement, if it is an item of the lens."""
        found = [item for item in self.items if item is carried or item.group is carried]
        here = self.item_here()
        if found:
            self.current = here if here in found else found[0]

    def go_to_copy(self) -> Span | None:
        """Go to the next copy of what is under the cursor; None if that is carried nowhere else."""
        carried = self.carried_here()
        if carried is None:
            return None
        following = self.find_next_copy(carried)
        self.make_current(carried)
        self._go(self.current, following)
        return following

    def find_next_copy(self, carried: Carried) -> Span:
        """Return the copy after the one at the cursor, round the end."""
        place_here = carried.spans.index(self.span_here(carried))
        return carried.spans[(place_here + 1) % len(carried.spans)]

    def _go(self, item: Item | None, span: Span) -> None:
        self.selection = None
        self.current = item
        self.move_to(span.article, self._find_first_letter(span), "passage")
        if item is not None:
            # Of several that stand there, the one that was gone to.
            self.current, self.chosen = item, item.placed

    def _find_first_letter(self, span: Span) -> int:
        """Return where the cursor stands in a span: on its first visible character."""
        text = self.articles[span.article].text
        at = span.start
        while at < span.end - 1 and text[at].isspace():
            at += 1
        return at

    # Annotations

    def count_words(self, span: Span) -> int:
        """Return how many words stand in a place."""
        return len(split_words(self.words_at(span)))

    def find_elsewhere(self, span: Span) -> tuple[Span, ...]:
        """Return where else the words of `span` stand, by place: all that one note may be on.

        Of a statement those are its other forms; of a passage its other copies, as far as they are
        copies of this one and not only of others that are; of other text, what corresponds to it
        in the passages that it touches.
        """
        statement, group = self.statement_here(), self.group_here()
        if statement is not None and span in statement.spans:
            return tuple(one for one in statement.spans if one != span)
        if group is not None and span in group.spans:
            return tuple(self.copies.list_near(group, span))
        if self.comparison is None:
            return ()
        return tuple(copy.span for copy in find_copies(self.comparison, span))

    def make_target(self, span: Span) -> Target:
        """Return what an annotation of `span` is stored on."""
        article = self.articles[span.article]
        return Target(article.id, make_anchor(article.text, span.start, span.end))

    def go_to(self, placed: LocatedTarget) -> None:
        """Put focus and cursor on an annotation."""
        self.selection = None
        self.move_to(placed.span.article, placed.span.start)
        self.chosen = placed

    def step_to_annotation(self, direction: int) -> LocatedTarget | None:
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
        self._begun_at = self.cursor
        self.selection = TextSelection.begin(self.page, self.cursor, by_sentence=by_sentence)

    def drop_selection(self) -> None:
        """End the selection; the cursor goes back to where it was begun."""
        self.selection = None
        self.edging = None
        self.move_to(self.focus, self._begun_at)

    def take_edges(self, placed: LocatedTarget) -> None:
        """Select what an annotation stands on, to move its edges; an orphan is to be selected."""
        if placed.stands:
            self.go_to(placed)
        elif placed.span.article != self.focus:
            self.move_to(placed.span.article, self.cursors[placed.span.article])
        self._begun_at = self.cursor
        self.edging = placed
        if placed.stands:
            self.selection = TextSelection.over(self.page, placed.span[1:])
            self.cursors[self.focus] = self.selection.cursor
