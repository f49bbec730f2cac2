"""The foot of the compare view: the copies of the passage or statement under the cursor."""

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
from tui.story.display.item_name import name_carried
from tui.story.display.statement_card import make_statement_card
from tui.story.display.statement_highlights import list_changes
from tui.story.display.statement_words import mark_finding
from tui.story.finding_here import find_finding_here
from tui.story.items import Item, Statement
from tui.story.lenses import LENS_KINDS
from tui.story.story_reader import StoryReader
from tui.story.things import Carried

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
        self._card_of: Group | Statement | None = None
        """For what the card was opened last."""
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

    def is_open_for(self, carried: Carried) -> bool:
        """Whether the card was opened for this passage or statement."""
        return self.is_open and self._card_of is _identify(carried)

    def open(self, carried: Carried) -> None:
        """Open the card for a passage or statement; what it says comes with `show`."""
        self._card.display = True
        self._card_of = _identify(carried)

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
        """Highlight all places of what is on the card; none if it is closed, or about to be."""
        reading = self._reading
        stays = self.is_open and (self._card_of is None or self._is_there(self._card_of))
        reading.aligned = (reading.carried_here() or reading.aligned) if stays else None

    def show(self, *, one_pane: bool) -> bool:
        """Show the copies of what is under the cursor: on the card, else beside `one_pane`.

        Tells whether that for which the card was opened is still there: a passage may be ignored
        now, a finding dismissed, or either no longer be found.
        """
        strip, reading = self._strip, self._reading
        strip.display = one_pane and not self.is_open
        if not (self.is_open or strip.display):
            return True
        carried = reading.carried_here()
        shown = None
        if carried is not None:
            called = name_carried(reading, carried)
            here = reading.span_here(carried)
            what = _identify(carried)
            shown = (what, reading.stated, here, self.is_open, called, reading.lens)
        if shown == self._shown and shown is not None:
            return True
        self._shown = shown
        if self.is_open and self._card_of is not None and not self._is_there(self._card_of):
            return False
        if carried is None or reading.comparison is None:
            self._clear_strip()
        elif strip.display:
            self._fill_strip(carried)
        else:
            self._fill_card(carried)
        return True

    def _is_there(self, what: Group | Statement) -> bool:
        if isinstance(what, Group):
            return what in self._reading.groups
        return any(item.statement is what for item in self._reading.items)

    def _clear_strip(self) -> None:
        """Say that there is no copy, and what goes to the next item that may have one."""
        kind = LENS_KINDS[self._reading.lens]
        sentence = _ALONE
        if kind.needs_statements:
            sentence = f"In no other article. {{next_item}}: next {kind.counted[0]}"
        self._strip.clear(self.app.configuration.keymap.spell_keys("compare", sentence))

    def _fill_strip(self, carried: Carried) -> None:
        reading = self._reading
        here, other = reading.span_here(carried), reading.copies.find_other(carried)
        if reading.comparison is None or other == here:
            self._clear_strip()
            return
        if isinstance(carried, Item):
            finding, stated = find_finding_here(reading), reading.stated
            detail, changed = "", []
            if finding is not None and stated is not None:
                detail = mark_finding(finding, stated, reading.letters, here)
                changed = [word for word in list_changes(finding.about) if word.overlap(other)]
        else:
            joined = pair_copies(reading.comparison, carried, other, here)
            detail = describe_likeness(joined.kind, joined.similarity, weak=carried.is_weak)
            changed = list(list_changed_words(reading.comparison, joined))
        article = reading.articles[other.article]
        self._strip.show(reading.letters[other.article], article, other, detail, changed)

    def _fill_card(self, carried: Carried) -> None:
        reading = self._reading
        compared, stated = reading.compared, reading.stated
        if compared is None:
            return
        here, other = reading.span_here(carried), reading.copies.find_other(carried)
        called = name_carried(reading, carried)
        if isinstance(carried, Group):
            item = reading.item_here()
            is_item = item is not None and item.group is carried
            left_out_by = item.left_out_by if item is not None and is_item else ()
            self._card.show(make_card(compared, carried, here, other, called, left_out_by))
        elif stated is not None:
            self._card.show(make_statement_card(compared, stated, carried, here, other, called))


def _identify(carried: Carried) -> Group | Statement:
    """Return what stays the same object while items are made anew."""
    if isinstance(carried, Group):
        return carried
    assert carried.statement is not None
    return carried.statement
