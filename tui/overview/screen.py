"""The overview of a story: pairs, parallels, articles against each other, all passages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from storage.library import Library
from storage.parallel_regions import ParallelRegions
from storage.wording.name_cutting import NameCutter
from textreuse import Overlap
from tui.base.command_screen import CommandScreen
from tui.keys.bindings import bind_screen
from tui.keys.table import Where
from tui.overview.article_matrix import ArticleMatrix
from tui.overview.figures import Choice, ChosenGroup, ChosenPair, OverviewFigures
from tui.overview.parallel_list import ParallelList
from tui.overview.passage_list import PassageList, make_columns
from tui.overview.remembered import Remembered
from tui.widgets.columns import Column
from tui.widgets.key_line import KeyLine
from tui.widgets.row_list import RowList

_PAIRS = (
    Column("pairs, by share", 23),
    Column("the other way", 16),
    Column("passages", 8, is_number=True),
    Column("in common", 24, leaves=1),
    Column("articles", 0),
)
_ALONE = "Only one article. In the library, mark others with {mark}, then press {compare}."
_REPEATS_NONE = "No repeated passages."
_SHARE_NONE = "No shared passages. In the texts, {more}: weaker matches"
_MOST_PAIRS = 4
"""Pairs that are seen at once on a low screen; others scroll."""
_LOW = 30
"""Rows of a screen that is low; a higher one shows twice as many pairs."""
_OTHERS = 9
"""Rows that parallels leave, but for dates: those of the head and cell of the matrix, of the keys,
and six for passages."""
_DATES = 2
"""Rows of the dates at most."""


WANTS_FINDINGS: Final = "findings"
"""What the overview is dismissed with where its reader goes on to the findings."""


class OverviewScreen(CommandScreen):
    """The pairs by their shares over a matrix of the articles over the list of passages.

    Long parallels stand under the pairs once they are found, where there is room. It is dismissed
    with a `Choice` where something was chosen, with `WANTS_FINDINGS`, else with None.
    """

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bind_screen("overview")
    place: ClassVar[Where] = "overview"

    def __init__(
        self,
        library: Library,
        parallels: ParallelRegions,
        kept: dict[str, str] | None = None,
        overlaps: Sequence[Overlap] = (),
    ) -> None:
        """Make one of a compared story, as it was left, by what is `kept` of that.

        It is written there anew. The parallels are looked for where nobody has yet; `overlaps` are
        told where they are known.
        """
        super().__init__(library)
        compared = parallels.compared
        self._overview = OverviewFigures(compared, overlaps)
        self._passages = PassageList(compared)
        ids = [article.id for article in compared.articles]
        self._remembered = Remembered({} if kept is None else kept, ids)
        self._passages.order = self._remembered.order
        self._pairs = RowList(_PAIRS, id="pairs")
        self._parallels = ParallelList(parallels, self._overview, self._remembered)
        self._matrix = ArticleMatrix(self._overview)
        self._list = RowList(make_columns(self._passages.rows), id="list")

    def compose(self) -> ComposeResult:
        """Put pairs, parallels, articles and passages in a column, as far as there are any."""
        if self._overview.pairs:
            yield self._pairs
        yield self._parallels
        with Vertical(id="overview-articles"):
            yield Static(Content(self._articles_head), classes="overview--head")
            yield self._matrix
            yield Static(id="cell", classes="overview--line")
            if self._overview.dates:
                yield Static(Content(self._overview.dates), id="dates", classes="overview--line")
        with Vertical(id="passages"):
            yield Static(id="passages-head", classes="overview--head")
            if self._has_passages:
                yield self._list
            else:
                yield Static(Content(self._no_passage), classes="overview--line")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin where it was left, else at the top."""
        pairs = self._overview.pairs
        self._parallels.begin()
        self._share_rows()
        self._pairs.fill([str(number) for number in range(len(pairs))], self._list_pair)
        left = self._remembered.find_pair("pair")
        at = next((number for number, pair in enumerate(pairs) if pair[:2] == left), 0)
        self._pairs.action_move_to(at)
        self._matrix.start_at(self._remembered.find_pair("cell"))
        self._show_cell()
        part = next((one for one in self._parts if one.id == self._remembered.part), None)
        if part or self._parts:
            (part or self._parts[0]).focus()

        self._show_passages()
        groups = [row.group for row in self._passages.rows]
        passage = self._remembered.find_passage(groups)
        if passage is not None:
            self._list.action_move_to(groups.index(passage))

    def on_resize(self) -> None:
        """Fit the parts into the new height."""
        self._share_rows()

    @on(ParallelList.Found)
    def _share_rows(self) -> None:
        """Take as many pairs as the height allows, and parallels where rows are left."""
        height = self.app.size.height
        most = _MOST_PAIRS if height < _LOW else 2 * _MOST_PAIRS
        pairs = 1 + min(most, len(self._overview.pairs)) if self._overview.pairs else 0
        self._pairs.styles.height = pairs
        others = _OTHERS + (_DATES if self._overview.dates else 0)
        self._parallels.take_rows(height - pairs - self._matrix.rows_wanted - others)

    def reload(self) -> None:
        """Stay as it is: nothing that this screen does changes the library."""

    def snapshot(self) -> object:
        """Return nothing: nothing of the library is changed from here."""
        return None

    def action_undo(self) -> None:
        """Say where changes are taken back: these figures would not follow."""
        self.tell(self.spell_keys("Undo works in the texts. {escape}: go there"))

    def action_redo(self) -> None:
        """Say where changes are done again."""
        self.action_undo()

    # Showing

    @property
    def _parts(self) -> list[Widget]:
        """Those that can have the keys, from the top."""
        there = {
            self._pairs: bool(self._overview.pairs),
            self._parallels: self._parallels.display,
            self._matrix: bool(self._matrix.columns),
            self._list: self._has_passages,
        }
        return [part for part, is_there in there.items() if is_there]

    def _list_pair(self, number: str) -> tuple[str, ...]:
        return self._overview.describe_pair(self._overview.pairs[int(number)])

    @property
    def _has_passages(self) -> bool:
        return bool(self._passages.rows)

    @property
    def _articles_head(self) -> str:
        count = len(self._overview.articles)
        what = " · share of the row’s words also found in the column" if count > 1 else ""
        return f"Articles · {count}{what}"

    @property
    def _no_passage(self) -> str:
        alone = len(self._overview.articles) == 1
        return _REPEATS_NONE if alone else self.keymap.spell_keys("compare", _SHARE_NONE)

    @on(ArticleMatrix.Moved)
    def _show_cell(self) -> None:
        matrix = self._matrix
        line = self.keymap.spell_keys("library", _ALONE)
        if matrix.columns:
            line = self._overview.describe_cell(matrix.row, matrix.column)
        self.query_one("#cell", Static).update(Content(line), layout=False)

    def _show_passages(self) -> None:
        """Fill the list in its present order."""
        rows = self._passages.rows
        order = f" · by {self._passages.order}" if rows else ""
        head = Content(f"Passages · {len(rows)}{order}")
        self.query_one("#passages-head", Static).update(head, layout=False)
        found = {str(row.group.id): row for row in rows}
        self._list.fill(list(found), lambda key: found[key].cells, names=NameCutter(()))

    # Choosing

    @on(ArticleMatrix.Chosen)
    @on(RowList.Chosen)
    def action_choose(self) -> None:
        """Leave for the pair of the row or cell, or the parallel or passage of the row."""
        choice: Choice | None = None
        if self._list.has_focus:
            choice = self._passage_here()
        elif self._pairs.has_focus:
            choice = self._pair_here()
        elif self._parallels.has_focus:
            choice = self._parallels.choice
        elif self._matrix.columns:
            choice = ChosenPair(self._matrix.row, self._matrix.column)
        if choice is not None:
            self.dismiss(choice)

    def action_findings(self) -> None:
        """Go on to the findings."""
        self.dismiss(WANTS_FINDINGS)

    def _passage_here(self) -> ChosenGroup | None:
        chosen = self._list.chosen
        found = (row.group for row in self._passages.rows if str(row.group.id) == chosen)
        return next(map(ChosenGroup, found), None)

    def _pair_here(self) -> ChosenPair | None:
        chosen = self._pairs.chosen
        return ChosenPair(*self._overview.pairs[int(chosen)][:2]) if chosen else None

    def action_left(self) -> None:
        """Go a column to the left in the matrix."""
        self._step(-1)

    def action_right(self) -> None:
        """Go a column to the right in the matrix."""
        self._step(1)

    def _step(self, columns: int) -> None:
        if self._matrix.has_focus:
            self._matrix.action_step(0, columns)

    def action_other_part(self) -> None:
        """Go to the next part, round the end."""
        self._turn(1)

    def action_previous_part(self) -> None:
        """Go to the part before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        parts = self._parts
        at = next((number for number, part in enumerate(parts) if part.has_focus), -by)
        if parts:
            parts[(at + by) % len(parts)].focus()

    def action_sort(self) -> None:
        """Sort the passages by the next of the orders, and go to the first of them."""
        self._passages.next_order()
        self._remembered.order = self._passages.order
        self._show_passages()
        self._list.action_move_to(0)

    # Remembering

    @on(events.DescendantFocus)
    def _keep_part(self, event: events.DescendantFocus) -> None:
        if event.widget in self._parts and event.widget.id:
            self._remembered.part = event.widget.id

    @on(RowList.Moved)
    def _keep_row(self) -> None:
        pair, passage = self._pair_here(), self._passage_here()
        if pair is not None and self._pairs.has_focus:
            self._remembered.keep_pair("pair", pair)
        if self._parallels.choice is not None and self._parallels.has_focus:
            self._remembered.keep_parallel(self._parallels.choice)
        if passage is not None and self._list.has_focus:
            self._remembered.keep_passage(passage.group)

    @on(ArticleMatrix.Moved)
    def _keep_cell(self) -> None:
        cell = ChosenPair(self._matrix.row, self._matrix.column)
        self._remembered.keep_pair("cell", cell)
