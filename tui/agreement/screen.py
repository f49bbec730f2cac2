"""How far coders agree on what two or more of them have coded, tag by tag."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from storage.agreement.coded_material import choose_coders, list_done
from storage.agreement.measuring import AgreementRow, AgreementTable, measure_agreement
from storage.agreement.units import UNIT_KINDS, UnitKind
from storage.agreement.written_agreement import HIDDEN
from storage.coder import Coder, name_coder
from storage.errors import CopydeskError
from storage.library import Library
from storage.open_library import open_library
from storage.tables.decisions import SETTLED
from storage.wording.joined_words import split_names
from storage.wording.terminal_text import reveal_line
from tui.agreement.settle_screen import SettleScreen
from tui.base.command_screen import CommandScreen
from tui.base.job import Job, relay
from tui.keys.bindings import bind_screen
from tui.keys.table import Where
from tui.messages.crash_log import explain
from tui.messages.damage import explain_damage
from tui.prompts.line_prompt import LinePrompt
from tui.widgets.columns import Column
from tui.widgets.key_line import KeyLine
from tui.widgets.row_list import RowList

_COLUMNS = (
    Column("tag", 0),
    Column("unit", 9, leaves=3),
    Column("units", 6, is_number=True),
    Column("agree", 5, is_number=True),
    Column("alpha", 6, is_number=True),
    Column("95 %", 16, leaves=1),
    Column("kappa", 6, is_number=True, leaves=2),
    Column("F1", 6, is_number=True, leaves=2),
    Column("alpha_u", 7, is_number=True),
    Column("exact", 6, is_number=True, leaves=4),
    Column("overlap", 7, is_number=True, leaves=4),
)


class AgreementScreen(CommandScreen):
    """A table that is measured in a thread."""

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bind_screen("agreement")
    place: ClassVar[Where] = "agreement"

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self._table: AgreementTable | None = None
        self._unit: UnitKind = UNIT_KINDS[0]
        self._named: list[str] = []
        """The coders who were chosen; all who are done with an article where nobody was."""
        self._pairs: list[tuple[str, str]] = []
        self._pair = 0
        self._job: Job[AgreementTable] | None = None

    def compose(self) -> ComposeResult:
        """Put what is measured over the table."""
        yield Static(id="agreement-head")
        yield RowList(_COLUMNS, id="agreement-list")
        yield KeyLine()

    def on_mount(self) -> None:
        """Give the list the keys."""
        self._list.focus()

    def on_screen_resume(self) -> None:
        """Measure anew: something may have been settled."""
        self.reload()

    def on_unmount(self) -> None:
        """End the measuring with the screen."""
        self._call_off()

    @property
    def _list(self) -> RowList:
        return self.query_one("#agreement-list", RowList)

    def reload(self) -> None:
        """Measure what the library holds by now."""
        self._call_off()
        self._say("Measuring …")
        self._show_table(is_there=self._table is not None)
        self._job = Job(
            partial(_measure, self.library.path, self.library.coder, self._named, self._unit),
            relay(self.app, self._take),
            lambda _share: None,
            relay(self.app, self._fail),
        )
        self._job.start()

    def snapshot(self) -> object:
        """Return what was measured."""
        return self._table

    def _call_off(self) -> None:
        if self._job is not None:
            self._job.call_off()

    def _take(self, table: AgreementTable) -> None:
        if not self.is_mounted:
            return
        self._table = table
        # What was settled is measured, but not settled once more.
        pairs = list(combinations([one for one in table.coders if one != SETTLED], 2))
        if pairs != self._pairs:
            self._pairs, self._pair = pairs, 0
        self._list.fill([str(number) for number in range(len(table.rows))], self._cells_of)
        self._show_table(is_there=True)
        self._show_head()

    def _show_table(self, *, is_there: bool) -> None:
        """Show the table with its keys, or neither where nothing can be measured."""
        self.doing = "" if is_there else "empty"
        self._list.display = is_there
        self.set_focus(self._list if is_there else None)
        self.refresh_bindings()

    def _fail(self, error: Exception) -> None:
        if self.is_mounted:
            self._table, self._pairs, self._pair = None, [], 0
            self._show_table(is_there=False)
            said = isinstance(error, CopydeskError)
            self._say(str(error) if said else explain(error, "The measuring"))

    def _show_head(self) -> None:
        if self._table is not None:
            coders = ", ".join(map(name_coder, self._table.coders))
            told = [f"{coders}: {self._table.note}"]
            if self._pairs:
                pair = " and ".join(map(name_coder, self._pairs[self._pair]))
                told.append(self.spell_keys(f"{{settle}}: settle what {pair} disagree on"))
            self._say("\n".join(map(reveal_line, told)))

    def _say(self, sentence: str) -> None:
        told = self.app.reach.tell(sentence)
        self.query_one("#agreement-head", Static).update(Content(told))

    def _cells_of(self, key: str) -> tuple[str, ...]:
        assert self._table is not None
        return _list_cells(self._table.rows[int(key)])

    # What can be done

    def action_next_unit(self) -> None:
        """Cut texts into sentences, or characters."""
        self._unit = UNIT_KINDS[(UNIT_KINDS.index(self._unit) + 1) % len(UNIT_KINDS)]
        self.reload()

    def action_choose_coders(self) -> None:
        """Ask whose agreement is to be measured."""
        with self.tell_errors():
            if self.library.coder.is_blind:
                raise CopydeskError(HIDDEN)
            known = ", ".join(map(name_coder, list_done(self.library)))
            chosen = ", ".join(map(name_coder, self._table.coders)) if self._table else ""
            hint = reveal_line(f"Of {known}. Two or more, commas between; empty is all.")
            prompt = LinePrompt("Agreement of which coders", hint, chosen, self._measure_named)
            self.app.push_screen(prompt)

    def _measure_named(self, line: str) -> None:
        """Measure the coders that a line names when this screen is shown again."""
        named = split_names(line)
        choose_coders(self.library, named)
        self._named = named

    def action_next_pair(self) -> None:
        """Choose two other coders whose differences are to be settled."""
        if len(self._pairs) > 1:
            self._pair = (self._pair + 1) % len(self._pairs)
            self._show_head()
        else:
            self.tell("No other two coders are measured.")

    @on(RowList.Chosen)
    def action_settle(self) -> None:
        """Walk through what two coders disagree on."""
        if self._pairs:
            self.app.push_screen(SettleScreen(self.library, *self._pairs[self._pair]))
        else:
            self.tell(
                self.spell_keys("What is settled is not settled again. {choose_coders}: coders")
            )


def _measure(
    path: Path,
    coder: Coder,
    named: Sequence[str],
    unit: UnitKind,
    _tell: Callable[[float], None],
) -> AgreementTable:
    with explain_damage(), open_library(path, coder) as library:
        if coder.is_blind:
            raise CopydeskError(HIDDEN)
        coders = choose_coders(library, named)
        ids = [one.id for one in reversed(library.articles.list_all())]
        return measure_agreement(library, library.articles.get_all(ids), coders, unit)


def _list_cells(row: AgreementRow) -> tuple[str, ...]:
    between = "" if row.low is None else f"{_write(row.low)} to {_write(row.high)}"
    share = "" if row.percentage is None else f"{row.percentage:.0%}"
    measures = row.kappa, row.f1, row.alpha_u, row.exact_f1, row.overlap_f1
    first = row.tag, row.unit, f"{row.units}", share, _write(row.alpha), between
    return (*first, *map(_write, measures))


def _write(measure: float | None) -> str:
    return "" if measure is None else f"{measure:.3f}"
