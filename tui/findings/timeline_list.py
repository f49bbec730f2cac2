"""The articles over time as rows: who was first, and whose words each has."""

from __future__ import annotations

from collections.abc import Collection

from rich.cells import cell_len

from storage.comparing import ComparedStory
from storage.wording.plural import pluralize
from storage.wording.publication_dates import format_day_and_time
from storage.wording.terminal_text import reveal_line, shorten
from textreuse import Timeline
from tui.findings.timeline_axis import draw_axis, find_source
from tui.widgets.columns import Column
from tui.widgets.row_list import RowList

_NAME = 24
_DATE = len("2026-03-05 15:40")
_GAPS = 8
"""Cells between and around the columns."""
_NARROW = 100
"""Cells of a list that is narrow: there the words that an article has of another are left out."""
_NO_DATE = "no date"


class TimelineList(RowList):
    """A row an article, in the order of publication; the cursor goes from article to article."""

    def __init__(self) -> None:
        super().__init__((), id="timeline")
        self._compared: ComparedStory | None = None
        self._timeline: Timeline | None = None
        self._having: Collection[int] = ()

    def show(self, compared: ComparedStory, timeline: Timeline) -> None:
        """Show these articles; none is marked yet."""
        self._compared, self._timeline = compared, timeline
        self._fill()

    def mark(self, having: Collection[int]) -> None:
        """Fill the marks of these articles: they have what is looked at."""
        if set(having) != set(self._having):
            self._having = having
            self._fill()

    @property
    def article(self) -> int | None:
        """The article that the cursor is on, by its index."""
        return int(self.chosen) if self.chosen is not None else None

    def on_resize(self) -> None:
        """Draw the axis as wide as there is room."""
        self._fill()

    def _fill(self) -> None:
        compared, timeline = self._compared, self._timeline
        if compared is None or timeline is None:
            return
        rows = [str(row.article) for row in timeline.rows]
        names = {key: self._name_article(int(key)) for key in rows}
        origins = {key: self._tell_source(int(key)) for key in rows}
        dates = {
            str(row.article): reveal_line(format_day_and_time(row.published)) or _NO_DATE
            for row in timeline.rows
        }
        is_narrow = self.size.width < _NARROW
        name = max(map(cell_len, (*names.values(), "articles by time")), default=0)
        words = 0 if is_narrow else max(map(cell_len, (*origins.values(), "words of")), default=0)
        axis = self.size.width - name - words - _DATE - _GAPS
        drawn = dict(zip(rows, draw_axis(timeline, self._having, axis), strict=True))
        self._columns = (
            Column("articles by time", name),
            Column("", max(1, axis), is_picture=True),
            Column("published, UTC", _DATE),
            *(() if is_narrow else (Column("words of", words),)),
        )

        def list_cells(key: str) -> tuple[str, ...]:
            cells = names[key], drawn[key], dates[key]
            return cells if is_narrow else (*cells, origins[key])

        self.fill(rows, list_cells, [column.name for column in self._columns])

    def _name_article(self, article: int) -> str:
        assert self._compared is not None
        name = reveal_line(self._compared.articles[article].name)
        return shorten(f"{self._compared.letters[article]} {name}", _NAME)

    def _tell_source(self, article: int) -> str:
        assert self._compared is not None
        assert self._timeline is not None
        edge = find_source(self._timeline, article)
        if edge is None:
            return ""
        return f"{self._compared.letters[edge.source]}, {pluralize(edge.words, 'word')}"
