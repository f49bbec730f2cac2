"""Reading `My Clippings.txt`, to which a Kindle adds each highlight, note and bookmark.

A clipping is the title with the author in parentheses, a line that says in the language of the
device what it is, where it stands and when it was made, and the words; a row of equals signs ends
it. A note stands at the place where its highlight ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from storage.annotation_import.annotation_format import AnnotationFile, AnnotationFormat
from storage.annotation_import.incoming import IncomingAnnotation, IncomingDocument, Mention
from storage.annotation_import.readers.highlights import add_highlights, make_highlight
from storage.annotation_import.readers.written_times import read_written_time
from storage.article_import.annotation_files import is_kindle
from storage.errors import ExchangeError
from storage.wording.plural import pluralize

_END = re.compile(r"^={10}[ \t]*$", re.MULTILINE)
_RANGE = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")
_KEPT_BACK = re.compile(r"\s*<[^<>]*>\s*")
"""What stands for words beyond what a publisher lets be copied, in whatever language."""
_NOTE = re.compile(
    r"\b(?:notes?|notiz|nota|notitie|anteckning|notatka)\b|заметка|メモ|笔记|筆記|메모",
    re.IGNORECASE,
)
_BOOKMARK = re.compile(
    r"\b(?:bookmark|lesezeichen|signet|marcador|segnalibro|bladwijzer|bokmärke)\b"
    r"|закладка|ブックマーク|书签|書籤|북마크",
    re.IGNORECASE,
)
"""Words for what is no highlight, in the languages that a Kindle speaks."""


class _Clipping(NamedTuple):
    name: str
    """What it is called in messages."""
    title: str
    author: str
    about: str
    """What it is and where it stands, in words."""
    added: str
    text: str

    @property
    def place(self) -> tuple[int, int] | None:
        """Where it stands, first and last location, or else page; None where that is not told."""
        found = list(_RANGE.finditer(self.about))
        if not found:
            return None
        first, last = found[-1].groups()
        # An old Kindle writes the end like 1234-56.
        last = last or first
        if len(last) < len(first):
            last = first[: -len(last)] + last
        return int(first), int(last)


def _read(file: AnnotationFile) -> IncomingDocument:
    received = IncomingDocument()
    bookmarks = 0
    highlights: list[_Clipping] = []
    notes: list[_Clipping] = []
    for one in _list_clippings(file, received):
        if _BOOKMARK.search(one.about):
            bookmarks += 1
        elif not one.text:
            received.left_out.append((one.name, "has no words"))
        elif _NOTE.search(one.about):
            notes.append(one)
        elif _KEPT_BACK.fullmatch(one.text):
            received.left_out.append((one.name, "is beyond what its publisher lets be copied"))
        else:
            highlights.append(one)
    add_highlights(received, _join_notes(highlights, notes, received))
    if bookmarks:
        received.notices.append(f"{pluralize(bookmarks, 'bookmark')} left out, without words.")
    return received


def _list_clippings(file: AnnotationFile, received: IncomingDocument) -> Iterator[_Clipping]:
    *blocks, rest = _END.split(file.text)
    if not blocks:
        raise ExchangeError("it has no clippings of a Kindle")
    for number, block in enumerate([*blocks, rest] if rest.strip() else blocks, 1):
        head, _, below = block.strip("\n\ufeff \t").partition("\n")
        about, _, text = below.partition("\n")
        name = f"clipping {number}"
        if not about.lstrip().startswith("-"):
            received.left_out.append((name, "does not say what it is in its second line"))
            continue
        title, author = _split_head(head.strip("\ufeff \t"))
        where, mark, added = about.rpartition("|")
        yield _Clipping(
            f"{name} (“{title}”)",
            title,
            author,
            where if mark else about,
            added if mark else "",
            text.strip(),
        )


def _split_head(head: str) -> tuple[str, str]:
    """Return title and author, who stands in the last parentheses; these may hold others."""
    if not head.endswith(")"):
        return head, ""
    depth = 0
    for at in range(len(head) - 1, -1, -1):
        depth += (head[at] == ")") - (head[at] == "(")
        if depth == 0:
            title = head[:at].strip()
            return (title, head[at + 1 : -1].strip()) if title else (head, "")
    return head, ""


def _join_notes(
    highlights: Sequence[_Clipping], notes: Iterable[_Clipping], received: IncomingDocument
) -> Iterator[IncomingAnnotation]:
    """Yield highlights with their notes; those without a highlight are left out."""
    of_text: dict[tuple[str, str], list[_Clipping]] = {}
    for one in highlights:
        of_text.setdefault((one.title, one.author), []).append(one)
    under: dict[_Clipping, list[str]] = {}
    for note in notes:
        highlight = _find_highlight(of_text.get((note.title, note.author), ()), note)
        if highlight is None:
            received.left_out.append((note.name, "is a note without highlighted words"))
        else:
            under.setdefault(highlight, []).append(note.text)
    for one in highlights:
        mention = Mention("", title=one.title, author=one.author, quote=one.text)
        yield make_highlight(
            one.name, mention, under.get(one, ()), created=read_written_time(one.added)
        )


def _find_highlight(highlights: Iterable[_Clipping], note: _Clipping) -> _Clipping | None:
    """Return the highlight that a note is on: the one that ends nearest behind it, the shortest."""
    if note.place is None:
        return None
    at = note.place[1]
    around = [
        (place[1], -place[0], one)
        for one in highlights
        if (place := one.place) is not None and place[0] <= at <= place[1]
    ]
    return min(around)[-1] if around else None


KINDLE = AnnotationFormat("kindle", "Kindle clippings", lambda file: is_kindle(file.data), _read)
"""What a Kindle keeps beside its books."""
