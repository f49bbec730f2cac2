"""The elements of an OpenDocument text, told one after another, as paragraphs.

OASIS Open Document Format 1.3, part 3. Tracked changes are taken as accepted, hidden text is none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from storage.article_import.formats.office.flow import Flow
from storage.article_import.formats.office.paragraphs import Paragraph, make_paragraph

_LEFT_OUT = frozenset(
    "tracked-changes annotation hidden-text ruby-text note-citation title desc scripts forms"
    " event-listeners sequence-decls variable-decls user-field-decls table-of-content"
    " master-styles binary-data meta".split()
)
"""Elements that are left out with all in them: what was deleted, remarks, what nobody sees."""
_CELLS = ("table-cell", "covered-table-cell")
_MOST_SPACES = 100


@dataclass(slots=True)
class _Open:
    """A paragraph that has begun."""

    level: int
    parts: list[str] = field(default_factory=list)
    is_hidden: bool = False


@dataclass(slots=True)
class _List:
    """A list that has begun."""

    style: str
    number: int
    is_new_item: bool = False


class OdtText:
    """Makes paragraphs of what it is told; see `xml_events.Handler`."""

    def __init__(self) -> None:
        self.flow = Flow()
        self.notes: list[list[Paragraph]] = []
        """Footnotes and endnotes in the order in which the text names them."""
        self.has_changes = False
        self._skipped = 0
        self._paragraphs: list[_Open] = []
        self._lists: list[_List] = []
        self._counts: dict[tuple[str, int], int] = {}
        """How far the lists of a style have counted at a depth, where another one goes on."""
        self._hidden = 0
        """Elements around that hide their text."""
        self._spans: list[bool] = []
        self._style = ""
        self._hiding: set[str] = set()
        self._titles = {"Title"}
        self._numbered: set[tuple[str, str]] = set()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        if self._skipped:
            self._skipped += 1
        elif name in _LEFT_OUT or (name == "section" and attributes.get("display") == "none"):
            self.has_changes |= name == "tracked-changes"
            self._skipped = 1
        elif name in ("p", "h"):
            self._open_paragraph(name, attributes)
        elif name in ("style", "text-properties", "list-style", "list-level-style-number"):
            self._take_style(name, attributes)
        elif self._paragraphs:
            self._take_inline(name, attributes)
        else:
            self._take_frame(name, attributes)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if self._skipped:
            self._skipped -= 1
        elif name in ("p", "h") and self._paragraphs:
            self._finish(self._paragraphs.pop())
        elif name == "span" and self._spans:
            self._hidden -= self._spans.pop()
        elif name == "note-body":
            self.flow.close_note()
        elif name == "list" and self._lists:
            ended = self._lists.pop()
            self._counts[ended.style, len(self._lists)] = ended.number
        elif name == "table-row":
            self.flow.close_row()
        elif name == "table":
            self.flow.close_table()

    def data(self, text: str) -> None:
        """Take text, which may come in pieces."""
        if self._paragraphs and not self._skipped and not self._hidden:
            self._paragraphs[-1].parts.append(text.replace("\n", " "))

    def _open_paragraph(self, name: str, attributes: Mapping[str, str]) -> None:
        style = attributes.get("style-name", "")
        stated = attributes.get("outline-level", "1")
        level = int(stated) if stated in tuple("123456789") else 9
        opened = _Open(level if name == "h" else int(style in self._titles))
        opened.is_hidden = style in self._hiding
        self._paragraphs.append(opened)

    def _take_style(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in ("style", "list-style"):
            self._style = attributes.get("name", "")
            if attributes.get("parent-style-name") in self._titles:
                self._titles.add(self._style)
            if attributes.get("parent-style-name") in self._hiding:
                self._hiding.add(self._style)
        elif name == "text-properties":
            if attributes.get("display") == "none":
                self._hiding.add(self._style)
        elif attributes.get("num-format"):
            self._numbered.add((self._style, attributes.get("level", "1")))

    def _take_inline(self, name: str, attributes: Mapping[str, str]) -> None:
        opened = self._paragraphs[-1]
        if name == "span":
            self._spans.append(attributes.get("style-name", "") in self._hiding)
            self._hidden += self._spans[-1]
        elif name == "hidden-paragraph":
            opened.is_hidden |= attributes.get("is-hidden") == "true"
        elif name == "note-body":
            self.notes.append([])
            opened.parts.append(f"[{len(self.notes)}]")
            self.flow.open_note(self.notes[-1])
        elif self._hidden:
            return
        elif name == "s":
            count = attributes.get("c", "1")
            opened.parts.append(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES))
        elif name == "tab":
            opened.parts.append("\t")
        elif name == "line-break":
            opened.parts.append("\n")
        else:
            self._take_frame(name, attributes)

    def _take_frame(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "list":
            self._open_list(attributes)
        elif name == "list-item" and self._lists:
            self._lists[-1].number += 1
            self._lists[-1].is_new_item = True
        elif name == "table":
            self.flow.open_table()
        elif name in _CELLS:
            self.flow.open_cell()

    def _open_list(self, attributes: Mapping[str, str]) -> None:
        outer = self._lists[-1].style if self._lists else ""
        style = attributes.get("style-name") or outer
        goes_on = attributes.get("continue-numbering") == "true"
        number = self._counts.get((style, len(self._lists)), 0) if goes_on else 0
        self._lists.append(_List(style, number))

    def _finish(self, opened: _Open) -> None:
        text = "".join(opened.parts)
        if opened.is_hidden or not text.strip():
            return
        mark = "" if opened.level or not self._lists else self._take_mark(self._lists[-1])
        self.flow.take(make_paragraph(mark + text, opened.level, "list" if mark else ""))

    def _take_mark(self, listed: _List) -> str:
        """Return what stands before an item of a list; empty for what follows in the same one."""
        if not listed.is_new_item:
            return ""
        listed.is_new_item = False
        numbered = (listed.style, str(len(self._lists))) in self._numbered
        return f"{listed.number}. " if numbered else "- "
