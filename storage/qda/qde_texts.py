"""The texts of a project with their selections, codings, memos and values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from storage.anchoring.anchors import find_occurrences
from storage.codebook.refi_codes import read_guid
from storage.errors import ReadError
from storage.qda.positions import Positions, Stretch
from storage.qda.project import CodedPlace, CodedText, NotHeld, Value, WholeCoding
from storage.qda.qde_elements import (
    find_child,
    get_name,
    iterate_children,
    read_target,
    read_text,
)
from storage.qda.qde_notes import Note, Notes
from storage.qda.qde_signatures import Users
from storage.qda.qde_writer import ORIGIN as COPYDESK
from storage.qda.qualcoder_ways import ORIGIN as QUALCODER

ReadFile = Callable[[str], str]
"""Returns the text of a file of the project, with the line breaks that it has; `ReadError` where
there is none, in words that follow a name."""
_OTHERS = {
    "PictureSource": "is a picture",
    "AudioSource": "is a recording",
    "VideoSource": "is a recording",
}
_VALUES = ("Text", "Boolean", "Integer", "Float", "Date", "DateTime")


class Known(NamedTuple):
    """What texts refer to."""

    users: Users
    codes: Mapping[str, str]
    """The tags that codes are, by their guids."""
    variables: Mapping[str, str]
    """The names of variables, by their guids."""
    notes: Notes
    read_file: ReadFile
    origin: str
    """The program that wrote the project."""


def read_plain(element: Any, read_file: ReadFile) -> str:
    """Return the plain text of a text or a note, with the line breaks of its file.

    `ReadError`, in words that follow a name, where there is none.
    """
    content = find_child(element, "PlainTextContent")
    if content is not None:
        return "".join(content.itertext())
    path = element.get("plainTextPath") or element.get("richTextPath") or ""
    if not path:
        raise ReadError("has no text")
    if not path.lower().startswith("internal:"):
        raise ReadError("has its text outside of the project")
    return read_file(path[len("internal:") :].lstrip("/"))


def read_values(element: Any, variables: Mapping[str, str]) -> tuple[Value, ...]:
    """Return what an element has of variables, but for what is empty or of an unknown one."""
    found = []
    for held in iterate_children(element, "VariableValue"):
        name = variables.get(read_target(held, "VariableRef"), "")
        value = next(
            filter(None, (read_text(held, f"{kind}Value").strip() for kind in _VALUES)), ""
        )
        if name and value:
            found.append(Value(name, value))
    return tuple(found)


def read_coded_text(element: Any, known: Known, left_out: list[NotHeld]) -> CodedText | None:
    """Return a text with what was coded in it; what is not goes to `left_out`, by its name."""
    name = element.get("name") or "a text without a name"
    kind = get_name(element)
    if kind in _OTHERS:
        left_out.append(NotHeld(f"“{name}”", _OTHERS[kind]))
        return None
    part = element
    if kind == "PDFSource":
        part = find_child(element, "Representation")
        areas = sum(1 for _ in iterate_children(element, "PDFSelection"))
        if areas:
            left_out.append(NotHeld(f"“{name}”", "has places on pages that are no text"))
        if part is None:
            left_out.append(NotHeld(f"“{name}”", "is a PDF without its text; add it as a file"))
            return None
    try:
        raw = read_plain(part, known.read_file)
    except ReadError as error:
        left_out.append(NotHeld(f"“{name}”", str(error)))
        return None
    raw, dropped = _drop_mark(raw, known.origin)
    reader = _TextReader(element, part, raw, dropped, known)
    places = tuple(reader.read_places())
    if reader.misplaced:
        left_out.append(NotHeld(f"“{name}”", "has selections that are not inside its text"))
    coder = known.users.read_coder(element)
    memos = known.notes.find_memos(element)
    if part is not element:
        memos += known.notes.find_memos(part)
    return CodedText(
        read_guid(element.get("guid")),
        name,
        reader.text,
        places,
        tuple(reader.read_codings(coder)),
        tuple(memo for memo in memos if memo.text.strip()),
        read_values(element, known.variables),
    )


def _drop_mark(raw: str, origin: str) -> tuple[str, int]:
    """Return a text without byte order marks, and how many signs that are counted are gone.

    QualCoder takes the one that it writes for a sign of the text, and writes another in front.
    """
    if not origin.startswith(QUALCODER):
        return raw, 0
    stripped = raw.lstrip("\ufeff")
    return stripped, len(raw) - len(stripped)


class _TextReader:
    def __init__(self, element: Any, part: Any, raw: str, dropped: int, known: Known) -> None:
        self._known = known
        self._elements = list(iterate_children(part, "PlainTextSelection"))
        if part is not element:
            self._elements += iterate_children(element, "PlainTextSelection")
        self._wholes = (element,) if part is element else (element, part)
        # Notes of QualCoder, which say where they stand.
        self._notes = [
            note for one in self._wholes for note in known.notes.find(one) if note.places
        ]
        self._dropped = dropped
        # Positions are those of a plain text.
        self._is_rich = find_child(part, "PlainTextContent") is None and not part.get(
            "plainTextPath"
        )
        self._stretches = list(map(self._read_stretch, self._elements))
        is_atlas = "ATLAS" in known.origin.upper()
        # How we count is known, and a name without the space at a selection's end would mislead.
        told = () if known.origin.startswith(COPYDESK) else self._stretches
        self._positions = Positions(raw, told, breaks_are_one=is_atlas)
        self.text = self._positions.text
        self.misplaced = 0

    def read_places(self) -> Iterator[CodedPlace]:
        """Yield the selections in their order, one for each coder of each."""
        for element, stretch in zip(self._elements, self._stretches, strict=True):
            place = self._place(stretch)
            if place is not None:
                yield from self._read_selection(element, place)
        for note in self._notes:
            yield from self._read_note(note)

    def read_codings(self, coder: str) -> Iterator[WholeCoding]:
        """Yield the codes of the whole text; `coder` is who brought it, where nothing else says."""
        for whole in self._wholes:
            for coding in iterate_children(whole, "Coding"):
                code = self._known.codes.get(read_target(coding, "CodeRef"))
                if code:
                    yield WholeCoding(code, self._known.users.read_coder(coding, coder))

    def _read_stretch(self, element: Any) -> Stretch:
        try:
            start = int(element.get("startPosition") or "") - self._dropped
            end = int(element.get("endPosition") or "") - self._dropped
        except ValueError:
            return Stretch(-1, -1)
        return Stretch(start, end, element.get("name") or "")

    def _place(self, stretch: Stretch) -> tuple[int, int] | None:
        start, end, name = stretch
        place = self._find_named(name) if self._is_rich else self._positions.find(start, end)
        self.misplaced += place is None
        return place

    def _find_named(self, name: str) -> tuple[int, int] | None:
        """Return the only place of the words that a selection is named by, and only where it is."""
        places = find_occurrences(name, self.text) if name else []
        return (places[0], places[0] + len(name)) if len(places) == 1 else None

    def _read_selection(self, element: Any, place: tuple[int, int]) -> Iterator[CodedPlace]:
        known = self._known
        coder, created, updated = known.users.read(element)
        codes: dict[str, dict[str, None]] = {}
        said = [read_text(element, "Description")]
        said += [note.memo.text for note in known.notes.find(element)]
        for coding in iterate_children(element, "Coding"):
            code = known.codes.get(read_target(coding, "CodeRef"))
            if code:
                signed = known.users.read_coder(coding, coder)
                codes.setdefault(signed, {})[code] = None
            said += [note.memo.text for note in known.notes.find(coding)]
        guid = read_guid(element.get("guid"))
        note = "\n\n".join(filter(str.strip, dict.fromkeys(said)))
        writer = coder if coder in codes or not codes else next(iter(codes))
        for signed in codes or {coder: {}}:
            yield CodedPlace(
                guid if signed == writer else f"{guid} {signed}",
                *place,
                tuple(codes.get(signed, ())),
                note if signed == writer else "",
                signed,
                created,
                updated,
            )

    def _read_note(self, note: Note) -> Iterator[CodedPlace]:
        guid, text, coder, created, updated = note.memo
        for element in note.places:
            place = self._place(self._read_stretch(element))
            if place is not None:
                yield CodedPlace(guid, *place, (), text, coder, created, updated)
