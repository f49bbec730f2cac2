"""The elements of a Word document, told one after another, as paragraphs.

ECMA-376, part 1, chapter 17. Tracked changes are taken as accepted, hidden text is none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from storage.article_import.formats.office.docx_styles import (
    Numbering,
    Style,
    is_on,
    parse_outline,
)
from storage.article_import.formats.office.flow import Flow
from storage.article_import.formats.office.paragraphs import Paragraph, make_paragraph

_LEFT_OUT = frozenset(
    "del moveFrom delText instrText delInstrText Fallback rt pPrChange rPrChange tblPrChange"
    " trPrChange tcPrChange sectPrChange sectPr".split()
)
"""Elements that are left out with all in them: what was deleted, fields' instructions, doubles."""
_TRACKED = ("ins", "del", "moveFrom", "moveTo")
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NO_STYLE = Style()


@dataclass(slots=True)
class _Open:
    """A paragraph that has begun."""

    parts: list[str] = field(default_factory=list)
    style: Style = _NO_STYLE
    level: int | None = None
    numbering: tuple[str, str] | None = None
    in_properties: bool = False
    goes_on: bool = False
    """Whether its end was deleted: the next one continues it."""


class DocxText:
    """Makes paragraphs of what it is told; see `xml_events.Handler`."""

    def __init__(self, styles: Mapping[str, Style], numbering: Numbering) -> None:
        self.flow = Flow()
        self.notes: dict[str, list[Paragraph]] = {}
        """Footnotes and endnotes by their ids, where it is told those."""
        self.cited: list[tuple[str, str]] = []
        """The notes that the text names, in its order: `footnote` or `endnote`, and the id."""
        self.has_changes = False
        self._styles = styles
        self._numbering = numbering
        self._skipped = 0
        self._paragraphs: list[_Open] = []
        self._in_row_properties = False
        self._is_row_deleted = False
        self._carried: list[str] = []
        self._in_text = False
        self._is_hidden = False
        self._is_placeholder = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        if self._skipped:
            self._skipped += 1
            return
        if name in _TRACKED:
            self._take_change(name)
        if name in _LEFT_OUT or (name == "sdtContent" and self._is_placeholder):
            self._skipped = 1
            self._is_placeholder = False
            return
        value = attributes.get("val", "")
        opened = self._paragraphs[-1] if self._paragraphs else None
        if name == "p":
            self._paragraphs.append(_Open(self._carried))
            self._carried = []
        elif opened is not None and opened.in_properties:
            self._take_property(opened, name, value)
        elif name == "pPr" and opened is not None:
            opened.in_properties = True
        elif opened is not None and name in (
            "r",
            "rStyle",
            "vanish",
            "t",
            "footnoteReference",
            "endnoteReference",
            *_SIGNS,
        ):
            self._take_run(opened, name, value, attributes)
        else:
            self._take_frame(name, attributes)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if self._skipped:
            self._skipped -= 1
            return
        if name == "t":
            self._in_text = False
        elif name == "pPr" and self._paragraphs:
            self._paragraphs[-1].in_properties = False
        elif name == "p" and self._paragraphs:
            self._finish(self._paragraphs.pop())
        elif name == "trPr":
            self._in_row_properties = False
        elif name == "tr":
            self.flow.close_row(is_deleted=self._is_row_deleted)
            self._is_row_deleted = False
        elif name == "tbl":
            self.flow.close_table()
        elif name in ("footnote", "endnote"):
            self.flow.close_note()

    def data(self, text: str) -> None:
        """Take text, which may come in pieces."""
        if self._in_text and not self._skipped and not self._is_hidden and self._paragraphs:
            self._paragraphs[-1].parts.append(text)

    def _take_change(self, name: str) -> None:
        self.has_changes = True
        if self._paragraphs and self._paragraphs[-1].in_properties:
            self._paragraphs[-1].goes_on |= name in ("del", "moveFrom")
        elif self._in_row_properties:
            self._is_row_deleted |= name == "del"

    def _take_property(self, opened: _Open, name: str, value: str) -> None:
        if name == "pStyle":
            opened.style = self._styles.get(value, _NO_STYLE)
        elif name == "outlineLvl":
            opened.level = parse_outline(value)
        elif name == "numId":
            opened.numbering = value, opened.numbering[1] if opened.numbering else "0"
        elif name == "ilvl":
            opened.numbering = opened.numbering[0] if opened.numbering else "", value

    def _take_run(
        self, opened: _Open, name: str, value: str, attributes: Mapping[str, str]
    ) -> None:
        if name == "r":
            self._is_hidden = opened.style.is_hidden
        elif name == "rStyle":
            self._is_hidden |= self._styles.get(value, _NO_STYLE).is_hidden
        elif name == "vanish":
            self._is_hidden = is_on(value)
        elif name == "t":
            self._in_text = True
        elif self._is_hidden:
            return
        elif name in _SIGNS:
            opened.parts.append(_SIGNS[name])
        else:
            self.cited.append((name.removesuffix("Reference"), attributes.get("id", "")))
            opened.parts.append(f"[{len(self.cited)}]")

    def _take_frame(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "tbl":
            self.flow.open_table()
        elif name == "trPr":
            self._in_row_properties = True
        elif name == "tc":
            self.flow.open_cell()
        elif name == "showingPlcHdr" or (
            name == "docPartGallery" and attributes.get("val") == "Table of Contents"
        ):
            self._is_placeholder = True
        elif name == "sdtContent":
            self._is_placeholder = False
        elif name in ("footnote", "endnote") and "type" not in attributes:
            self.flow.open_note(self.notes.setdefault(attributes.get("id", ""), []))

    def _finish(self, opened: _Open) -> None:
        text = "".join(opened.parts)
        if opened.goes_on:
            self._carried = [text]
            return
        level = opened.style.level if opened.level is None else opened.level
        numbering = opened.numbering or opened.style.numbering
        is_item = numbering is not None and not level and text.strip() != ""
        mark = self._numbering.take_mark(*numbering) if is_item and numbering else ""
        self.flow.take(make_paragraph(mark + text, level, "list" if mark else ""))
