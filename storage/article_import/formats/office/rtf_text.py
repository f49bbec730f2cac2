"""The tokens of an RTF document, told one after another, as paragraphs.

Tracked changes are taken as accepted, hidden text is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from storage.article_import.formats.office.flow import Flow
from storage.article_import.formats.office.paragraphs import Paragraph, make_paragraph
from storage.article_import.formats.office.rtf_tokens import CHARSETS, PAGES, Token

_LEFT_OUT = frozenset(
    "colortbl header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc aftnsep"
    " aftnsepc pict sp objdata fldinst annotation atnid atnauthor xe tc rxe nonshppict filetbl"
    " listtable listoverridetable revtbl private comment doccomm".split()
)
"""Groups that are left out with all in them."""
_KEPT = frozenset(("shpinst", "shptxt", "footnote"))
"""Groups that may be marked as ones to leave out where they are not known; they are known here."""
_TOLD = frozenset(("title", "author"))
_TIMES = frozenset(("creatim", "revtim"))
_TELLING = _TOLD | _TIMES | {"fonttbl", "stylesheet", "info", "s", "listtext", "pntext"}
_OF_ENCODING = frozenset(("u", "uc", "f", "fcharset", "ansicpg", *PAGES))
_SIGNS = {
    "line": "\n",
    "tab": "\t",
    "emdash": "—",
    "endash": "–",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "zwj": "\u200d",
    "zwnj": "\u200c",
}
_SYMBOLS = {"~": "\u00a0", "_": "-", "\\": "\\", "{": "{", "}": "}"}
_ENDS = ("par", "sect", "page", "column")
_HEADING = re.compile(r"\s*(?:heading ([1-9])\b|title;)", re.IGNORECASE)
_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]")


@dataclass(slots=True)
class _State:
    """What holds within a group."""

    goes_to: str = ""
    """Where its text goes: empty for the document, `-` for nowhere, else what it tells."""
    font: int = 0
    skip: int = 1
    """Signs after a code of Unicode that stand for it in older programs."""
    is_hidden: bool = False
    is_deleted: bool = False


class RtfText:
    """Makes paragraphs of the tokens it is told."""

    def __init__(self) -> None:
        self.flow = Flow()
        self.notes: list[list[Paragraph]] = []
        self.told: dict[str, str] = {}
        """What it says of itself: title, author, creatim, revtim."""
        self.has_changes = False
        self._states = [_State()]
        self._page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._levels: dict[int, int] = {}
        """The levels of heading styles by their numbers."""
        self._style = 0
        self._bytes = bytearray()
        self._to_skip = 0
        self._is_optional = False
        self._parts: list[str] = []
        self._level = 0
        self._mark = ""
        self._in_table = False
        self._is_row_open = False
        self._collected = ""
        self._outer: tuple[list[str], int] | None = None
        """The paragraph that a note interrupts."""

    def take(self, token: Token) -> None:
        """Take the next token."""
        state = self._states[-1]
        if token.kind == "text":
            self._take_bytes(token.data)
            return
        self._flush()
        self._to_skip = 0
        if token.kind == "brace":
            if token.value == "{":
                self._states.append(replace(state))
            elif len(self._states) > 1:
                self._close_group()
            self._is_optional = False
        elif token.kind == "symbol":
            self._take_symbol(token.value)
        else:
            self._take_word(token.value, token.number)
            self._is_optional = False

    def finish(self) -> None:
        """Take the end of the document, wherever it comes."""
        self._flush()
        while len(self._states) > 1:
            self._close_group()
        self._end_paragraph()
        self._close_row()

    def _take_symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._is_optional = True
        elif symbol in "\r\n":
            self._end_paragraph()
        else:
            self._put(_SYMBOLS.get(symbol, ""))

    def _take_bytes(self, data: bytes) -> None:
        skipped = min(self._to_skip, len(data))
        self._to_skip -= skipped
        self._bytes += data[skipped:]

    def _flush(self) -> None:
        """Decode the bytes that came; letters of some encodings have several."""
        if self._bytes:
            codec = self._fonts.get(self._states[-1].font, "") or self._page
            data, self._bytes = bytes(self._bytes), bytearray()
            self._put(data.decode(codec, "replace"))

    def _put(self, text: str) -> None:
        state = self._states[-1]
        if state.goes_to in ("title", "author"):
            self.told[state.goes_to] = self.told.get(state.goes_to, "") + text
        elif state.goes_to in ("stylesheet", "mark"):
            self._collected += text
        elif not state.goes_to and not state.is_hidden and not state.is_deleted:
            self._parts.append(text)

    def _take_word(self, word: str, number: int | None) -> None:
        state = self._states[-1]
        if word in _LEFT_OUT or (self._is_optional and word not in _KEPT):
            state.goes_to = "-"
        elif word in _OF_ENCODING:
            self._take_encoding(state, word, number)
        elif word in _TELLING:
            self._open_telling(state, word, number)
        elif state.goes_to in _TIMES:
            self.told[f"{state.goes_to} {word}"] = str(number or 0)
        elif word in ("footnote", "plain", "v", "deleted", "revised"):
            self._take_property(word, number)
        elif not state.goes_to:
            self._take_layout(word, number)

    def _take_encoding(self, state: _State, word: str, number: int | None) -> None:
        if word == "u":
            self._put(chr((number or 0) % 0x10000))
            self._to_skip = state.skip
        elif word == "uc":
            state.skip = max(number or 0, 0)
        elif word == "f":
            state.font = number or 0
        elif word == "fcharset":
            if state.goes_to == "fonttbl":
                self._fonts[state.font] = CHARSETS.get(number or 0, "")
        else:
            self._page = _find_codec(PAGES.get(word, f"cp{number}")) or self._page

    def _open_telling(self, state: _State, word: str, number: int | None) -> None:
        """Begin a group that tells something, where such a group may stand; take its style."""
        if word == "s":
            self._style = number or 0
            self._level = self._level if state.goes_to else self._levels.get(self._style, 0)
        elif word in ("listtext", "pntext"):
            state.goes_to, self._collected = state.goes_to or "mark", ""
        elif word not in _TOLD | _TIMES or state.goes_to == "info":
            state.goes_to = word

    def _take_property(self, word: str, number: int | None) -> None:
        state = self._states[-1]
        is_on = number != 0
        if word == "footnote":
            self._open_note()
        elif word == "plain":
            state.is_hidden = state.is_deleted = False
        elif word == "v":
            state.is_hidden = is_on
        else:
            self.has_changes |= is_on
            state.is_deleted = is_on if word == "deleted" else state.is_deleted

    def _take_layout(self, word: str, number: int | None) -> None:
        if word in _SIGNS:
            self._put(_SIGNS[word])
        elif word in _ENDS:
            if not self._states[-1].is_deleted:
                self._end_paragraph()
        elif word == "pard":
            self._level, self._in_table, self._mark = 0, False, ""
        elif word == "outlinelevel":
            self._level = (number or 0) + 1 if 0 <= (number or 0) < 9 else 0
        elif word == "intbl":
            self._in_table = True
        elif word in ("cell", "nestcell"):
            self._end_cell()
        elif word == "row":
            self._close_row()

    def _open_note(self) -> None:
        if self._states[-1].goes_to or self._outer is not None:
            return
        self._states[-1].goes_to = ""
        self.notes.append([])
        self._parts.append(f"[{len(self.notes)}]")
        self._outer = self._parts, len(self._states)
        self._parts = []
        self.flow.open_note(self.notes[-1])

    def _close_group(self) -> None:
        depth = len(self._states)
        state = self._states.pop()
        outer = self._states[-1]
        if state.goes_to == "stylesheet" and outer.goes_to == "stylesheet":
            heading = _HEADING.match(self._collected)
            if heading is not None:
                self._levels[self._style] = int(heading[1] or 1)
            self._collected, self._style = "", 0
        elif state.goes_to == "mark" and outer.goes_to != "mark":
            told = " ".join(self._collected.split())
            self._mark = f"{told} " if any(sign.isalnum() for sign in told) else "- "
        elif self._outer is not None and self._outer[1] == depth:
            self._end_paragraph()
            self._parts, self._outer = self._outer[0], None
            self.flow.close_note()

    def _end_paragraph(self) -> None:
        text = _SURROGATES.sub(_join_surrogates, "".join(self._parts))
        self._parts = []
        if self._in_table and not self._is_row_open and self._outer is None:
            self._open_row()
        elif not self._in_table and self._is_row_open and text.strip():
            self._close_row()
        mark = self._mark if text.strip() and not self._level else ""
        self.flow.take(make_paragraph(mark + text, self._level, "list" if mark else ""))

    def _open_row(self) -> None:
        self.flow.open_table()
        self.flow.open_cell()
        self._is_row_open = True

    def _end_cell(self) -> None:
        if not self._is_row_open:
            self._open_row()
        self._in_table = True
        self._end_paragraph()
        self.flow.open_cell()

    def _close_row(self) -> None:
        if self._is_row_open:
            self.flow.close_row()
            self.flow.close_table()
            self._is_row_open = False


def _join_surrogates(match: re.Match[str]) -> str:
    """Return the sign that two codes of UTF-16 stand for; one alone stands for nothing."""
    return match[0].encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _find_codec(name: str) -> str:
    """Return `name` where it is the name of a code page that can be read."""
    import codecs

    try:
        return codecs.lookup("utf-8" if name == "cp65001" else name).name
    except LookupError:
        return ""
