"""Exporting: what, in which format, where; with a look at what would be written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import DataTable, Static

from storage.comparing import ComparedStory
from storage.errors import ConflictError, CopydeskError, MissingFolderError
from storage.export.export_format import WrittenExport
from storage.export.filenames import make_usual_name
from storage.library import Library
from storage.wording.terminal_text import reveal_line, reveal_text, shorten
from textreuse import Settings
from tui.base.command_screen import CommandScreen
from tui.base.download import deliver
from tui.base.job import Job, relay
from tui.export.export_choice import ExportChoice, Subject
from tui.export.making import preview, write_chosen
from tui.keys.bindings import bind_screen
from tui.keys.table import Where
from tui.messages.crash_log import explain
from tui.messages.export_report import describe_edits
from tui.widgets.key_line import KeyLine
from tui.widgets.line_input import LineInput
from tui.widgets.list_table import ListTable

_SHOWN = 20_000
"""Characters of the preview."""
_BESIDE = 14
"""Cells that stand beside what is chosen."""
_NARROWEST = 20


class ExportScreen(CommandScreen):
    """Rows to choose in, the place to write to, and a preview.

    It is dismissed with a sentence that says where the export is, or with None.
    """

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bind_screen("export")
    place: ClassVar[Where] = "export"

    def __init__(
        self,
        library: Library,
        subjects: Sequence[Subject],
        template: Path | None,
        compared: ComparedStory | None = None,
        settings: Settings | None = None,
    ) -> None:
        """`compared`, where given, is the story among the subjects, by `settings`."""
        super().__init__(library)
        self._chosen = ExportChoice(subjects, template=template, settings=settings)
        self._compared = compared
        self._job: Job[str | bytes] | None = None
        self._refused = ""
        """The line at which a file was not touched, or a folder not made."""
        self._usual = ""
        """The line that we proposed; the reader may have written another one."""

    def compose(self) -> ComposeResult:
        """Put the choice over where it goes and what that would be."""
        yield ListTable(id="export-rows", cursor_type="row", show_header=False)
        with Horizontal(id="export-where"):
            yield Static("where", id="export-label")
            yield LineInput(compact=True, select_on_focus=False)
        yield Static(id="export-told")
        with VerticalScroll(id="export-preview", can_focus=False):
            yield Static(id="export-text")
        # There it is always a download: no place to go to, nothing to overwrite.
        yield KeyLine(omitted=("other_part", "force") if self.app.reach.is_browser else ())

    def on_mount(self) -> None:
        """Begin with what was chosen last time."""
        self.query_one("#export-where").display = not self.app.reach.is_browser
        # As wide as its widest name, which is not there for every format.
        self._table.add_column("what", width=len("flavour"))
        self._table.add_column("is")
        if self.app.remembered is not None:
            self._chosen = self._chosen.with_json(self.app.remembered.get("export"))
        self.reload()
        self._table.focus()

    def on_unmount(self) -> None:
        """End the preview with the screen."""
        if self._job is not None:
            self._job.call_off()

    @property
    def _table(self) -> ListTable:
        return self.query_one("#export-rows", ListTable)

    @property
    def _field(self) -> LineInput:
        return self.query_one(LineInput)

    # Showing

    def reload(self) -> None:
        """Show the choice, the usual place for it, and what would be written."""
        self._show_rows()
        with self.tell_errors():
            name = make_usual_name(self._chosen.subject.select(self.library), self._chosen.options)
            if self.app.reach.is_browser:
                self._field.value = name
            elif self._field.meant in ("", self._usual):
                self._field.value = _shorten(Path.cwd() / name)
            else:
                # The folder stays that the reader has chosen.
                self._field.value = str(Path(self._field.meant).with_name(name))
            self._usual = self._field.meant
            self._field.cursor_position = len(self._usual)
        self._look()

    def on_resize(self) -> None:
        """Cut what is long for the new width."""
        self._show_rows()

    def _show_rows(self) -> None:
        room = max(_NARROWEST, self.size.width - _BESIDE)
        self._table.fill(
            [
                (key, (name, shorten(reveal_line(value), room)))
                for key, name, value in self._chosen.list_rows()
            ]
        )

    def snapshot(self) -> object:
        """Return what is chosen: nothing on this screen is undone."""
        return self._chosen

    def _look(self) -> None:
        if self._job is not None:
            self._job.call_off()
        chosen, compared = self._chosen, self._compared
        path, coder = self.library.path, self.library.coder
        self._job = Job(
            lambda _tell: preview(path, coder, chosen, compared),
            relay(self.app, partial(self._show_preview, chosen)),
            lambda _share: None,
            relay(self.app, partial(self._show_failure, chosen)),
        )
        self._job.start()

    def _show_preview(self, chosen: ExportChoice, content: str | bytes) -> None:
        if chosen is not self._chosen or not self.is_mounted:
            return
        if isinstance(content, bytes):
            text = f"{chosen.format.called} of {len(content):,} bytes."
        else:
            text = reveal_text(content[:_SHOWN])
        self.query_one("#export-text", Static).update(Content(text))
        self.query_one("#export-preview").scroll_home(animate=False)

    def _show_failure(self, chosen: ExportChoice, error: Exception) -> None:
        if chosen is self._chosen and self.is_mounted:
            self.query_one("#export-text", Static).update(Content(""))
            self._say(explain(error, "Exporting"), failed=True)

    def _say(self, sentence: str, *, failed: bool = False) -> None:
        message = self.query_one("#export-told", Static)
        message.set_class(failed, "-failed")
        message.update(Content(reveal_line(self.app.reach.tell(sentence))))

    # Choosing

    def action_next_value(self) -> None:
        """Take the next value of the row."""
        self._turn(1)

    def action_previous_value(self) -> None:
        """Take the value before."""
        self._turn(-1)

    @on(DataTable.RowSelected)
    def action_write(self) -> None:
        """Write the export where the line says."""
        self._write(force=False)

    def action_force(self) -> None:
        """Write over the file that was refused, or make the folder that is missing."""
        if self._refused == self._field.meant:
            self._write(force=True)
        else:
            self._say(self.spell_keys("Nothing to overwrite. {write}: write the export"))

    def action_other_part(self) -> None:
        """Go to the place to write to, or back; a download has none."""
        to_field = not (self._field.has_focus or self.app.reach.is_browser)
        (self._field if to_field else self._table).focus()

    def action_scroll_preview(self, rows: int) -> None:
        """Scroll what would be written."""
        self.query_one("#export-preview").scroll_relative(y=rows, animate=False)

    def action_preview_down(self) -> None:
        """Scroll the preview down."""
        self.action_scroll_preview(5)

    def action_preview_up(self) -> None:
        """Scroll the preview up."""
        self.action_scroll_preview(-5)

    def _turn(self, by: int) -> None:
        key = self._table.chosen
        if key is not None and self._table.has_focus:
            self._chosen = self._chosen.turn(key, by)
            self._say("")
            self.reload()

    # Writing

    @on(LineInput.Submitted)
    def _on_submitted(self) -> None:
        self._write(force=False)

    def _write(self, *, force: bool) -> None:
        if self.has_ended:
            return
        line = self._field.meant.strip()
        if not line:
            self._say("Type the name of a file or folder.", failed=True)
            return
        try:
            if self.app.reach.is_browser:
                told = self._download()
            else:
                written = write_chosen(
                    self.library, self._chosen, self._compared, line, force=force
                )
                told = [f"Exported to {_shorten(written.path)}.", *_tell(written)]
        except ConflictError as error:
            sentence = str(error).replace("--force", self.spell_keys("{force}"))
            self._refuse(sentence.replace("-o to write", "another name to write"))
        except MissingFolderError as error:
            make = self.spell_keys("{force}: make it")
            self._refuse(f"No folder {_shorten(error.folder)}. {make}")
        except CopydeskError as error:
            self._say(str(error), failed=True)
        else:
            if self.app.remembered is not None:
                with self.tell_errors():
                    self.app.remembered.keep(export=self._chosen.as_json())
            self.dismiss(" ".join(told))

    def _download(self) -> list[str]:
        """Hand the export to the browser, and return what to say of it."""
        with TemporaryDirectory(prefix="copydesk-") as folder:
            line = str(Path(folder) / self._usual)
            written = write_chosen(self.library, self._chosen, self._compared, line)
            return [f"Downloaded as {deliver(self.app, written.path)}.", *_tell(written)]

    def _refuse(self, sentence: str) -> None:
        """Say what is not done unless it is asked for once more, by a key of its own."""
        self._refused = self._field.meant
        self._say(sentence, failed=True)
        self._table.focus()


def _tell(written: WrittenExport) -> list[str]:
    return [*describe_edits(written), *written.notices]


def _shorten(path: Path) -> str:
    """Return a path as people write it, `~` being their home."""
    try:
        return f"~/{path.relative_to(Path.home()).as_posix()}"
    except (ValueError, RuntimeError):
        return str(path)
