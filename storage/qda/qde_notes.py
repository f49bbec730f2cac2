"""The notes of a project, which selections, texts, sets and codes refer to, or links lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from storage.codebook.refi_codes import read_guid
from storage.qda.project import Memo
from storage.qda.qde_elements import iterate_children, read_target, read_text
from storage.qda.qde_signatures import Users
from storage.qda.qde_writer import SAME_ANNOTATION
from storage.wording.terminal_text import clean_line

ReadPlain = Callable[[Any], str]
"""Returns the plain text of a note or a text, with the line breaks of its file."""


class Note(NamedTuple):
    """A note, and the selections that QualCoder writes into it."""

    memo: Memo
    places: tuple[Any, ...]
    name: str = ""

    @property
    def named_memo(self) -> Memo:
        """What it says under its name, as for a page of a journal."""
        text = self.memo.text
        named = text if text.startswith(self.name) else f"{self.name}\n\n{text}"
        return self.memo._replace(text=named)


class Notes:
    """The notes of a project, by their guids; those that nothing refers to are of the project."""

    def __init__(self, root: Any, users: Users, read_plain: ReadPlain) -> None:
        """Take the root of a project."""
        self._users = users
        self._notes: dict[str, Note] = {}
        for above in iterate_children(root, "Notes"):
            for element in iterate_children(above, "Note"):
                note = self._read(element, read_plain)
                self._notes[note.memo.guid] = note
        self._told: set[str] = set()
        self._linked: dict[str, list[str]] = {}
        self.pairs: list[tuple[str, str]] = []
        """The places that links call places of one annotation."""
        self.other_links = 0
        """How many links there are between other things than a note and what it is on."""
        for above in iterate_children(root, "Links"):
            for link in iterate_children(above, "Link"):
                self._take_link(link)

    def find(self, element: Any, reference: str = "NoteRef") -> list[Note]:
        """Return the notes that an element refers to, or that links lead to from it or to it."""
        if not self._notes:
            return []
        guids = [read_target(one) for one in iterate_children(element, reference)]
        guids += self._linked.get(read_guid(element.get("guid")), [])
        found = [guid for guid in dict.fromkeys(guids) if guid in self._notes]
        self._told.update(found)
        return [self._notes[guid] for guid in found]

    def find_memos(self, element: Any, reference: str = "NoteRef") -> tuple[Memo, ...]:
        """Return what is said of an element: the notes it refers to, and its description.

        That is left out where it is what the notes say.
        """
        notes = self.find(element, reference)
        memos = [note.memo for note in notes if note.memo.text and not note.places]
        said = read_text(element, "Description")
        if said.strip() and said != "\n\n".join(memo.text for memo in memos):
            guid = read_guid(element.get("guid"))
            memos.insert(0, Memo(f"{guid} description", said, *self._users.read(element)))
        return tuple(memos)

    def iterate_free(self) -> Iterator[Note]:
        """Yield those that nothing has referred to by now."""
        for guid, note in self._notes.items():
            if guid not in self._told:
                yield note

    def _read(self, element: Any, read_plain: ReadPlain) -> Note:
        text = read_plain(element) or read_text(element, "Description")
        guid = read_guid(element.get("guid"))
        memo = Memo(guid, text, *self._users.read(element))
        places = tuple(iterate_children(element, "PlainTextSelection"))
        return Note(memo, places, clean_line(element.get("name") or ""))

    def _take_link(self, link: Any) -> None:
        ends = read_guid(link.get("originGUID")), read_guid(link.get("targetGUID"))
        if link.get("name") == SAME_ANNOTATION:
            self.pairs.append(ends)
        elif ends[0] in self._notes:
            self._linked.setdefault(ends[1], []).append(ends[0])
        elif ends[1] in self._notes:
            self._linked.setdefault(ends[0], []).append(ends[1])
        else:
            self.other_links += 1
