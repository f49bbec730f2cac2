from __future__ import annotations

from textual.app import App, ComposeResult

from tui.widgets.columns import Column
from tui.widgets.row_list import RowList

COURTS = [
    f"courts_01.03.00_chemists_{paper}" for paper in ("guardian", "independent", "mail", "times")
]


class Listing(App[None]):
    """Shows one list, and remembers which head was clicked."""

    def __init__(self, names: list[str]) -> None:
        super().__init__()
        self.names = names
        self.clicked: list[int] = []

    def compose(self) -> ComposeResult:
        columns = (Column("title", 0), Column("passages", 3, is_number=True), Column("date", 10))
        yield RowList(columns, id="list")

    def on_mount(self) -> None:
        self.query_one(RowList).fill(self.names, lambda name: (name, "12", "2026-03-05"))

    def on_row_list_head_clicked(self, event: RowList.HeadClicked) -> None:
        assert event.control is self.query_one(RowList)
        self.clicked.append(event.column)

    @property
    def rows(self) -> list[str]:
        widget = self.query_one(RowList)
        return [widget.render_line(y).text for y in range(len(self.names) + 1)]


async def test_names_that_begin_alike_keep_their_ends() -> None:
    app = Listing(COURTS)
    async with app.run_test(size=(46, 10)):
        for name, row in zip(COURTS, app.rows[1:], strict=True):
            assert name.rpartition("_")[2] in row
            assert "…" in row


async def test_a_long_name_alone_loses_its_end() -> None:
    app = Listing(["A headline that goes on for much longer than the column"])
    async with app.run_test(size=(46, 10)):
        assert app.rows[1].startswith(" A headline that goes")


async def test_the_head_of_numbers_ends_where_they_do_and_can_be_clicked() -> None:
    app = Listing(COURTS)
    async with app.run_test(size=(46, 10)) as pilot:
        head, row = app.rows[0], app.rows[1]
        assert head.index("passages") + len("passages") == row.index(" 12  ") + 3
        for word, column in (("title", 0), ("passages", 1), ("date", 2)):
            await pilot.click(RowList, offset=(head.index(word), 0))
            assert app.clicked[-1] == column


async def test_letters_of_two_cells_do_not_push_what_stands_beside_them() -> None:
    app = Listing(["東京都新聞の長い名前がここにあります", "short"])
    async with app.run_test(size=(46, 10)):
        widget = app.query_one(RowList)
        assert {widget.render_line(y).cell_length for y in range(3)} == {46}


async def test_rows_in_another_order_keep_the_cursor_on_its_key_and_are_drawn_anew() -> None:
    app = Listing(["mail", "times", "star"])
    async with app.run_test(size=(46, 10)) as pilot:
        widget = app.query_one(RowList)
        widget.action_move_to(1)
        await pilot.pause()

        widget.reorder(["times", "mail", "star"])
        await pilot.pause()

        assert widget.chosen == "times"
        assert [row.split()[0] for row in app.rows[1:]] == ["times", "mail", "star"]
