"""What is being read: the state of the compare view, without a screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from storage.anchors import State, anchor_at, locate
from storage.records import Annotation, Article, Story, Target
from storage.stories import letters
from textreuse import Comparison, Group, Passage, Span
from tui.page import Extent, Page


class Placed(NamedTuple):
    """An annotation at one of its places."""

    annotation: Annotation
    span: Span
    state: State


@dataclass
class Selection:
    """Text being selected: from where it was begun to the cursor, both ends included."""

    fixed: Extent
    """What the end that does not move holds on to: a grapheme, a sentence."""
    moving: Extent
    by_sentence: bool = False

    @property
    def extent(self) -> Extent:
        """All that is selected."""
        return min(self.fixed[0], self.moving[0]), max(self.fixed[1], self.moving[1])


Thing = Placed | Group
"""What may lie under the cursor."""


class Reading:
    """A story open for reading: pages, cursors, the current passage, the selection.

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
        self.current: Group | None = None
        """The passage that `J` and `K` count from: none until one was gone to, then the last one
        that the cursor was in."""
        self.selection: Selection | None = None
        self.placed: list[Placed] = []
        self._cycled = 0
        self._chosen: Placed | None = None

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
        """The passages in the order in which `J` walks them: by pane, then place."""
        return self.comparison.groups if self.comparison else ()

    # Annotations

    def place(self, annotations: Sequence[Annotation]) -> None:
        """Take over the story's annotations and find where each stands."""
        self._cycled = 0
        index = {article.id: number for number, article in enumerate(self.articles)}
        self.placed = sorted(self._placed(annotations, index), key=lambda placed: placed.span)

    def _placed(self, annotations: Sequence[Annotation], index: dict[str, int]) -> Iterator[Placed]:
        for annotation in annotations:
            for target in annotation.targets:
                article = index.get(target.article)
                if article is None:
                    continue
                found = locate(target.anchor, self.articles[article].text)
                if found is None:
                    yield Placed(annotation, Span(article, 0, 0), "orphan")
                else:
                    span = Span(article, found.start, found.end)
                    yield Placed(annotation, span, found.state)

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

    # What lies under the cursor

    def here(self) -> list[Thing]:
        """Return what covers the cursor: annotations, then passages.

        What was gone to comes first, then the shorter before the longer.
        """
        at = Span(self.focus, self.cursor, self.cursor + 1)
        noted = [placed for placed in self.placed if placed.span.overlap(at)]
        shared = [group for group in self.groups if any(span.overlap(at) for span in group.spans)]
        noted.sort(key=lambda placed: (placed != self._chosen, placed.span.length))
        shared.sort(key=lambda group: (group != self.current, self._length_here(group)))
        things: list[Thing] = [*noted, *shared]
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

    def span_here(self, group: Group) -> Span:
        """Return the span of `group` at the cursor; its first one if the cursor is elsewhere."""
        at = Span(self.focus, self.cursor, self.cursor + 1)
        return next((span for span in group.spans if span.overlap(at)), group.spans[0])

    def passage_here(self, group: Group) -> Passage | None:
        """Return the passage that leads from the place at the cursor to its least similar copy."""
        here = self.span_here(group)
        found = [
            passage
            for passage in group.passages
            if passage.left.overlap(here) or passage.right.overlap(here)
        ]
        return min(found, key=lambda passage: passage.similarity, default=None)

    def _length_here(self, group: Group) -> int:
        return self.span_here(group).length

    # Movement

    def move_to(self, article: int, offset: int) -> None:
        """Put focus and cursor there; a selection follows within its page, and ends elsewhere."""
        if article != self.focus:
            self.selection = None
        self._cycled = 0
        self._chosen = None
        self.focus = article
        self.cursors[article] = offset
        if self.current is not None:
            self.current = self.group_here() or self.current
        if self.selection is not None:
            moving = self.page.grapheme(offset)
            if self.selection.by_sentence:
                moving = self.page.around("sentence", moving)
            self.selection.moving = moving

    def step(self, direction: int) -> tuple[Group, bool] | None:
        """Go to the next (1) or previous (-1) passage; tells whether that went round the end.

        Where none is current, the next one is the first and the previous one the last.
        """
        if not self.groups:
            return None
        count = len(self.groups)
        if self.current is None:
            index = 0 if direction > 0 else count - 1
            wrapped = False
        else:
            index = self.current.id - 1 + direction
            wrapped = not 0 <= index < count
        group = self.groups[index % count]
        self._go(group, group.spans[0])
        return group, wrapped

    def twin(self) -> Span | None:
        """Go to the next copy of the passage under the cursor; None if there is no passage."""
        group = self.group_here()
        if group is None:
            return None
        place = group.spans.index(self.span_here(group))
        following = group.spans[(place + 1) % len(group.spans)]
        self._go(group, following)
        return following

    def copies(self, group: Group) -> dict[int, Span]:
        """Return one copy an article, to stand side by side: at the focus the one at the cursor."""
        chosen: dict[int, Span] = {}
        for span in group.spans:
            chosen.setdefault(span.article, span)
        if self.focus in chosen:
            chosen[self.focus] = self.span_here(group)
        return chosen

    def _go(self, group: Group, span: Span) -> None:
        self.selection = None
        self.current = group
        self.move_to(span.article, self._first_letter(span))

    def _first_letter(self, span: Span) -> int:
        """Return where the cursor stands in a span: on its first visible character."""
        text = self.articles[span.article].text
        at = span.start
        while at < span.end - 1 and text[at].isspace():
            at += 1
        return at

    def go_to(self, placed: Placed) -> None:
        """Put focus and cursor on an annotation."""
        self.selection = None
        self.move_to(placed.span.article, placed.span.start)
        self._chosen = placed

    def annotation_after(self, direction: int) -> Placed | None:
        """Go to the next (1) or previous (-1) annotation over all panes, round the ends."""
        if not self.placed:
            return None
        here = (self.focus, self.cursor)
        starts = [(placed.span.article, placed.span.start) for placed in self.placed]
        if self._chosen in self.placed:
            found = (self.placed.index(self._chosen) + direction) % len(self.placed)
        elif direction > 0:
            found = next((i for i, start in enumerate(starts) if start > here), 0)
        else:
            found = max((i for i, start in enumerate(starts) if start < here), default=-1)
        self.go_to(self.placed[found])
        return self.placed[found]

    # Selection

    def select(self, *, by_sentence: bool) -> None:
        """Begin a selection at the cursor, by characters or by sentences."""
        held = self.page.grapheme(self.cursor)
        if by_sentence:
            held = self.page.around("sentence", held)
        self.selection = Selection(held, held, by_sentence)

    def swap_ends(self) -> None:
        """Let the other end of the selection move."""
        if self.selection is None:
            return
        selection = self.selection
        selection.fixed, selection.moving = selection.moving, selection.fixed
        self.cursors[self.focus] = selection.moving[0]

    def grow(self, unit: str) -> None:
        """Grow the selection to whole sentences or paragraphs."""
        if self.selection is None:
            return
        start, end = self.page.around(
            "paragraph" if unit == "paragraph" else "sentence", self.selection.extent
        )
        last = self.page.grapheme(end - 1)
        forward = self.selection.moving[0] >= self.selection.fixed[0]
        first = self.page.grapheme(start)
        ends = (first, last) if forward else (last, first)
        self.selection.fixed, self.selection.moving = ends
        self.cursors[self.focus] = self.selection.moving[0]
