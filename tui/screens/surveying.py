"""From the compare view to the screens about the story, and back to what was chosen there."""

from __future__ import annotations

from tui.overview import ChosenGroup, ChosenPair
from tui.screens.arranging import Arranging
from tui.screens.overview import OverviewScreen


class Surveying(Arranging):
    """The part of the compare view that opens the overview of the story."""

    def open_overview(self) -> None:
        """Show who shares how much with whom, and all passages."""
        compared = self.reading.compared
        if compared is None:
            self.tell("The overview needs the comparison, which is not done.")
            return
        self.app.push_screen(OverviewScreen(self.library, compared), self._go_to_choice)

    def _go_to_choice(self, choice: object) -> None:
        if isinstance(choice, ChosenPair):
            self.show_pair(choice.row, choice.column)
        elif isinstance(choice, ChosenGroup):
            self.reading.go_to_group(choice.group)
            self.arrive()
            self.show()
