"""A project out of the XML of REFI-QDA, whichever program wrote it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from storage.codebook.code_names import shorten_names
from storage.codebook.refi_codes import ReadCodes, read_codes, read_guid
from storage.errors import ReadError
from storage.qda.project import CodedPlace, CodedText, NotHeld, Project, TextSet, Value
from storage.qda.qde_elements import (
    find_child,
    get_name,
    iterate_children,
    parse_qde,
    read_target,
    read_text,
)
from storage.qda.qde_notes import Note, Notes
from storage.qda.qde_signatures import Users
from storage.qda.qde_texts import Known, ReadFile, read_coded_text, read_plain, read_values
from storage.qda.qde_writer import make_tag_variable_guid
from storage.qda.qualcoder_ways import ORIGIN as QUALCODER
from storage.qda.qualcoder_ways import join_codings, take_sets
from storage.qda.variables import name_tags
from storage.wording.plural import pluralize
from storage.wording.terminal_text import clean_line, shorten

_SHOWN = 40
"""Characters of a note in a message."""
CASE = "Case"
"""The variable that says to which case of a project a text belongs."""


def read_qde(data: bytes, read_file: ReadFile) -> Project:
    """Return the project in the XML `data`; `read_file` returns the texts beside it.

    What is no text, or stands in none, is left out by its name. `ReadError` where it is no project.
    """
    root = parse_qde(data)
    users = Users(find_child(root, "Users"))
    variables = {
        read_guid(one.get("guid")): clean_line(one.get("name") or "")
        for one in iterate_children(find_child(root, "Variables"), "Variable")
    }
    notes = Notes(root, users, lambda note: _read_note(note, read_file))
    origin = root.get("origin") or ""
    codes = _read_codes(root, variables, origin)
    known = Known(users, codes.names, variables, notes, read_file, origin)
    left_out: list[NotHeld] = []
    read = [
        coded
        for above in iterate_children(root, "Sources")
        for element in above
        if (coded := read_coded_text(element, known, left_out)) is not None
    ]
    texts = _add_cases(root, read, variables, left_out)
    sets = list(_read_sets(root, notes, texts, left_out))
    name = clean_line(root.get("name") or "")
    if origin.startswith(QUALCODER):
        texts, more = take_sets(map(join_codings, texts), _read_memos_of_variables(root))
        sets, name = sets + more, name.removesuffix(".qda")
    memos = notes.find_memos(root)
    free = list(notes.iterate_free())
    left_out += _list_others(root, notes)
    left_out += [
        NotHeld(_name_note(note), "does not say which text it is on")
        for note in free
        if note.places
    ]
    return Project(
        name,
        origin,
        tuple(codes.entries),
        tuple(texts),
        tuple(sets),
        tuple(_join_copies(notes.pairs, texts)),
        (*memos, *(note.named_memo for note in free if note.memo.text and not note.places)),
        tuple(left_out),
        tuple(codes.notices),
    )


def _read_memos_of_variables(root: Any) -> dict[str, str]:
    return {
        clean_line(one.get("name") or ""): read_text(one, "Description")
        for one in iterate_children(find_child(root, "Variables"), "Variable")
    }


def _name_note(note: Note) -> str:
    words = shorten(clean_line(note.memo.text), _SHOWN)
    return f"note “{words}”" if words else "a note without words"


def _read_note(note: Any, read_file: ReadFile) -> str:
    """Return what a note says; where that is a file, its line breaks may be those of Windows."""
    try:
        text = read_plain(note, read_file)
    except ReadError:
        return ""  # its description says what it says
    if find_child(note, "PlainTextContent") is not None:
        return text
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _read_codes(root: Any, variables: Mapping[str, str], origin: str) -> ReadCodes:
    """Return the codes; those that are variables in our own projects are variables.

    QualCoder gives them other guids: there one is told by its name.
    """
    codes = find_child(find_child(root, "CodeBook"), "Codes")
    if codes is None:
        return ReadCodes([], {}, [])
    paths = shorten_names(codes)
    names = name_tags(variables.values()) if origin.startswith(QUALCODER) else set()
    own = [
        guid
        for guid, path in paths.items()
        if make_tag_variable_guid(path) in variables or path in names
    ]
    return read_codes(codes, own)


def _add_cases(
    root: Any, texts: Sequence[CodedText], variables: Mapping[str, str], left_out: list[NotHeld]
) -> list[CodedText]:
    """Return the texts with what cases say of them: values of variables, and the case's name."""
    known = {one.guid for one in texts}
    more: dict[str, list[Value]] = {}
    memos = 0
    for case in iterate_children(find_child(root, "Cases"), "Case"):
        name = clean_line(case.get("name") or "")
        given = [*([Value(CASE, name)] if name else []), *read_values(case, variables)]
        members = [read_target(one) for one in iterate_children(case, "SourceRef")]
        for one in members:
            more.setdefault(one, []).extend(given)
        if next(iterate_children(case, "SelectionRef"), None) is not None:
            left_out.append(NotHeld(f"case “{name}”", "has parts of texts"))
        elif name and known.isdisjoint(members):
            left_out.append(NotHeld(f"case “{name}”", "does not say which texts it has"))
        memos += bool(read_text(case, "Description"))
    if memos:
        left_out.append(NotHeld(pluralize(memos, "memo"), "of cases cannot be kept here"))
    return [
        one._replace(values=tuple(dict.fromkeys([*one.values, *more.get(one.guid, [])])))
        for one in texts
    ]


def _read_sets(
    root: Any, notes: Notes, texts: Iterable[CodedText], left_out: list[NotHeld]
) -> Iterator[TextSet]:
    known = {coded.guid for coded in texts}
    for element in iterate_children(find_child(root, "Sets"), "Set"):
        name = clean_line(element.get("name") or "")
        guids = [read_target(one) for one in iterate_children(element, "MemberSource")]
        members = tuple(guid for guid in dict.fromkeys(guids) if guid in known)
        if not members:
            left_out.append(NotHeld(f"set “{name}”", "has no texts"))
            continue
        memos = notes.find_memos(element, "MemberNote")
        yield TextSet(read_guid(element.get("guid")), name, members, memos)


def _list_others(root: Any, notes: Notes) -> Iterator[NotHeld]:
    graphs = sum(1 for _ in iterate_children(find_child(root, "Graphs"), "Graph"))
    if graphs:
        yield NotHeld(pluralize(graphs, "graph"), "cannot be kept here")
    if notes.other_links:
        yield NotHeld(pluralize(notes.other_links, "link"), "cannot be kept here")
    unknown = {get_name(one) for one in root} - _KNOWN
    for name in sorted(unknown):
        yield NotHeld(name, "is no part of a project that Copydesk knows")


_KNOWN = frozenset(
    "Users CodeBook Variables Cases Sources Notes Links Sets Graphs Description NoteRef".split()
)


def _join_copies(
    pairs: Iterable[tuple[str, str]], texts: Iterable[CodedText]
) -> Iterator[tuple[str, ...]]:
    """Yield the places of one annotation, as far as they still say the same."""
    places = {one.guid: one for coded in texts for one in coded.places}
    copies: dict[str, list[str]] = {}
    for first, other in pairs:
        if first in places and other in places and _say(places[first]) == _say(places[other]):
            copies.setdefault(first, [first]).append(other)
    yield from map(tuple, copies.values())


def _say(selection: CodedPlace) -> tuple[object, ...]:
    return set(selection.codes), selection.note, selection.coder
