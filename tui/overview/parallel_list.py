"""The long parallels of a story as rows, the longest first."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.message import Message

from storage.parallel_regions import ParallelRegion, ParallelRegions
from tui.base.job import Job, relay
from tui.overview.figures import ChosenParallel, OverviewFigures
from tui.overview.remembered import Remembered
from tui.widgets.columns import Column
from tui.widgets.row_list import RowList

_MOST = 5
"""Parallels that are seen at once; others scroll."""
_LOOK_AFTER = 0.2
"""Seconds after which they are looked for: by then all else is drawn, and whoever only passes
through has left."""
_HEADS = "words", "in passages"


class ParallelList(RowList):
    """A row a parallel; out of sight until some are found, and where there is no room for a row."""

    class Found(Message):
        """There are some, which were not there at first."""

    def __init__(
        self, regions: ParallelRegions, overview: OverviewFigures, remembered: Remembered
    ) -> None:
        super().__init__((), id="parallels")
        self._regions = regions
        self._overview = overview
        self._remembered = remembered
        self._rows: Sequence[tuple[str, ...]] = ()
        self._job: Job[tuple[ParallelRegion, ...]] | None = None
        self.display = bool(regions.found)

    def begin(self) -> None:
        """Show what is known; where nobody has looked yet, do so soon, while all else goes on."""
        if self._regions.found is None:
            self.set_timer(_LOOK_AFTER, self._look)
        else:
            self._show(self._regions.found)

    def on_unmount(self) -> None:
        """Wait no more: what is found is there when the overview is opened again."""
        if self._job is not None:
            self._job.call_off()

    def _look(self) -> None:
        self._job = Job(
            lambda _: self._regions.find(),
            relay(self.app, self._take),
            lambda _: None,
            relay(self.app, self._fail),
        )
        self._job.start()

    def _take(self, found: Sequence[ParallelRegion]) -> None:
        if self.is_attached and found:
            self._show(found)
            self.post_message(self.Found())

    def _fail(self, error: Exception) -> None:
        why = f"Long parallels could not be looked for: {type(error).__name__}."
        self.app.notify(why, severity="error", markup=False)

    def _show(self, found: Sequence[ParallelRegion]) -> None:
        if not found:
            return
        self._rows = [self._overview.describe_parallel(region) for region in found]
        heads = f"long parallels · {len(found)}", *_HEADS
        *columns, _ = zip(*self._rows, strict=True)
        self._columns = (
            *(
                Column(head, max(map(cell_len, (head, *cells))))
                for head, cells in zip(heads, columns, strict=True)
            ),
            Column("articles", 0),
        )
        names = [column.name for column in self._columns]
        self.fill([str(number) for number in range(len(found))], self._list_row, names)
        left = map(self._remembered.is_parallel, map(_choose, found))
        self.action_move_to(next((row for row, is_left in enumerate(left) if is_left), 0))

    def _list_row(self, number: str) -> tuple[str, ...]:
        return self._rows[int(number)]

    def take_rows(self, room: int) -> None:
        """Take no more than `room` rows of the screen."""
        height = 1 + min(_MOST, len(self._rows), room - 1)
        self.display = height > 1
        self.styles.height = max(1, height)

    @property
    def choice(self) -> ChosenParallel | None:
        """The parallel that the cursor is on."""
        chosen, found = self.chosen, self._regions.found
        return _choose(found[int(chosen)]) if chosen is not None and found else None


def _choose(region: ParallelRegion) -> ChosenParallel:
    return ChosenParallel(region.one.span, region.other.span)
