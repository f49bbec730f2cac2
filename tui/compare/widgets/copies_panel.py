"""The foot of the compare view: the copies of the passage under the cursor."""

from __future__ import annotations

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical

from storage.wording.passage_kinds import describe_likeness
from textreuse import Group, pair_copies
from tui.base.configured_app import ConfiguredApp
from tui.compare.widgets.copy_strip import CopyStrip
from tui.compare.widgets.passage_card import PassageCard
from tui.story.display.card_content import make_card
from tui.story.display.changed_words import list_changed_words
from tui.story.story_reader import StoryReader

_ALONE = "Not shared with another article. {next_item}: next passage"


class CopiesPanel(Vertical):
    """Holds the card, which is opened and closed, and the strip for want of a second pane."""

    app = getters.app(ConfiguredApp)
    BLANK = True  # It is covered by what it holds.

    def __init__(self, reading: StoryReader) -> None:
        super().__init__()
        self._reading = reading
        self._card = PassageCard()
        self._strip = CopyStrip()
        self._card_of: Group | None = None
        """The passage for which the card was opened last."""
        self._shown: tuple[object, ...] | None = None
        """What is shown now: the passage, its place, whether on the card, what it is called."""

    def compose(self) -> ComposeResult:
        """Put the strip over the card; at most one of them is seen."""
        yield self._strip
        yield self._card

    @property
    def is_open(self) -> bool:
        """Whether the card is open."""
        return self._card.display

    def is_open_for(self, group: Group) -> bool:
        """Whether the card was opened for this passage."""
        return self.is_open and group is self._card_of

    def open(self, group: Group) -> None:
        """Open the card for a passage; what it says comes with `show`."""
        self._card.display = True
        self._card_of = group

    def take_focus(self) -> None:
        """Give the keys to the card, to scroll it."""
        self._card.focus()

    def close(self) -> bool:
        """Close the card; tells whether it was open."""
        if not self.is_open:
            return False
        self._card.hide()
        self._shown = self._card_of = None
        return True

    def highlight(self) -> None:
        """Highlight all copies of the passage on the card; none if it is closed."""
        reading = self._reading
        reading.aligned = (reading.group_here() or reading.aligned) if self.is_open else None

    def show(self, *, one_pane: bool) -> bool:
        """Show the copies of the passage under the cursor: on the card, else beside `one_pane`.

        Tells whether the passage for which the card was opened is still one: it may be ignored
        now, or no longer be found.
        """
        strip, reading = self._strip, self._reading
        strip.display = one_pane and not self.is_open
        if not (self.is_open or strip.display):
            return True
        group = reading.group_here()
        shown = None
        if group is not None:
            called = reading.name_passage(group)
            shown = (id(group), reading.span_here(group), self.is_open, called, reading.lens)
        if shown == self._shown and shown is not None:
            return True
        self._shown = shown
        if self.is_open and self._card_of is not None and self._card_of not in reading.groups:
            return False
        if group is None or reading.comparison is None:
            strip.clear(self.app.configuration.keymap.spell_keys("compare", _ALONE))
        elif strip.display:
            self._fill_strip(group)
        else:
            self._fill_card(group)
        return True

    def _fill_strip(self, group: Group) -> None:
        reading = self._reading
        if reading.comparison is not None:
            here, other = reading.span_here(group), reading.copies.find_other(group)
            joined = pair_copies(reading.comparison, group, other, here)
            self._strip.show(
                reading.letters[other.article],
                reading.articles[other.article],
                other,
                describe_likeness(joined.kind, joined.similarity, weak=group.is_weak),
                tuple(list_changed_words(reading.comparison, joined)),
            )

    def _fill_card(self, group: Group) -> None:
        reading = self._reading
        if reading.compared is not None:
            here, other = reading.span_here(group), reading.copies.find_other(group)
            self._card.show(
                make_card(reading.compared, group, here, other, reading.name_passage(group))
            )
