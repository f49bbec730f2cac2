"""Where the paragraphs of a document go: into the cell that is open, or the note, or its text."""

from __future__ import annotations

from storage.article_import.formats.office.paragraphs import Paragraph, make_row


class Flow:
    """Paragraphs in their order, tables as rows."""

    def __init__(self) -> None:
        self.done: list[Paragraph] = []
        """Those of the text that are complete; to be emptied by who reads them."""
        self._note: list[Paragraph] | None = None
        self._tables: list[list[list[Paragraph]]] = []
        """The cells of the open row of each table that is open, one within the other."""

    def take(self, paragraph: Paragraph | None) -> None:
        """Take a paragraph, where it is one."""
        if paragraph is not None:
            self._take([paragraph])

    def open_note(self, note: list[Paragraph]) -> None:
        """Let what comes go into `note` until that is closed."""
        self._note = note

    def close_note(self) -> None:
        """Let what comes go into the text again."""
        self._note = None

    def open_table(self) -> None:
        """Begin a table, in a cell of another one or not."""
        self._tables.append([])

    def close_table(self) -> None:
        """End the innermost table."""
        if self._tables:
            self._tables.pop()

    def open_cell(self) -> None:
        """Begin a cell of the innermost table."""
        if self._tables:
            self._tables[-1].append([])

    def close_row(self, *, is_deleted: bool = False) -> None:
        """End a row of the innermost table."""
        if not self._tables:
            return
        cells, self._tables[-1] = self._tables[-1], []
        if not is_deleted:
            self._take(make_row(cells))

    def _take(self, paragraphs: list[Paragraph]) -> None:
        cells = next((one for one in reversed(self._tables) if one), None)
        if self._note is not None:
            self._note += paragraphs
        elif cells is not None:
            cells[-1] += paragraphs
        else:
            self.done += paragraphs
