"""Codebooks as CSV: a row for each tag, as Excel, R and other programs have them."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence

from storage.article_import.formats.tables.columns import choose_columns
from storage.article_import.formats.tables.csv_rows import read_records
from storage.codebook.codebook_format import CodebookFormat, ReadCodebook
from storage.codebook.colour_codes import find_colour
from storage.codebook.csv_parents import join_parents
from storage.codebook.entry_names import NameCleaner
from storage.codebook.refi_codes import read_guid
from storage.codebook.taguette_paths import write_paths
from storage.errors import ExchangeError, ReadError
from storage.tables.codebook_entry import COLOURS, CodebookEntry, Colour
from storage.tables.quick_tags import NUMBERS
from storage.wording.csv_cells import restore, write_rows
from storage.wording.joined_words import join_some
from storage.wording.terminal_text import clean_line, clean_lines, quote_asked

COLUMNS = (
    *("path", "definition", "inclusion", "exclusion", "example"),
    *("colour", "key", "variable", "guid"),
)
"""`path` has a tag after its parents, parted by slashes; `key` is the number of a quick tag."""
_KNOWN: Mapping[str, Sequence[str]] = {
    "path": ("path", "code path", "full name", "hierarchical name"),
    "name": (
        *("name", "code", "tag", "code name", "codename", "label", "code label", "tag name"),
        *("kode", "schlagwort", "étiquette", "código"),
    ),
    "parent": (
        *("parent", "parent code", "parent name", "category", "code category", "category name"),
        *("theme", "group", "kategorie", "obercode", "catégorie", "categoría"),
    ),
    "definition": (
        *("definition", "description", "code definition", "full definition", "memo"),
        *("code memo", "brief definition", "meaning", "beschreibung", "définition", "definición"),
    ),
    "inclusion": (
        *(
            "inclusion",
            "inclusion criteria",
            "inclusion criterion",
            "include",
            "includes",
            "include if",
        ),
        *("when to use", "use when", "kodierregel", "einschluss"),
    ),
    "exclusion": (
        *(
            "exclusion",
            "exclusion criteria",
            "exclusion criterion",
            "exclude",
            "excludes",
            "exclude if",
        ),
        *("when not to use", "do not use when", "ausschluss"),
    ),
    "example": (
        *("example", "examples", "example quote", "typical example", "anchor example"),
        *("ankerbeispiel", "beispiel", "exemple", "ejemplo"),
    ),
    "colour": ("colour", "color", "code colour", "code color", "farbe", "couleur"),
    "key": ("key", "quick key", "quick tag", "shortcut"),
    "variable": ("variable", "is variable"),
    "guid": ("guid", "uuid"),
}
"""What the columns of other programs are called, the surest first."""
_TELLING = frozenset(_KNOWN) - {"path", "name", "key", "guid"}
_YES = frozenset(["yes", "true", "1", "x", "y", "ja", "oui", "sí", "variable"])
_NO = frozenset(["", "no", "false", "0", "n", "nein", "non"])
_OF_TAGUETTE = frozenset({"tag", "number of highlights", "number of documents"})
"""Columns that tell whose table it is."""
_LOOKED_AT = 2**14
"""Bytes in which the row that names the columns is looked for."""


def render_csv(entries: Sequence[CodebookEntry]) -> str:
    """Return a codebook as CSV after RFC 4180; spreadsheets run nothing of what is in it."""
    rows = (
        (
            *(one.name, one.definition, one.inclusion, one.exclusion, one.example),
            *(one.colour, one.number, "yes" if one.is_variable else "", one.guid),
        )
        for one in entries
    )
    return write_rows(COLUMNS, rows)


def read_csv_codebook(data: bytes) -> ReadCodebook:
    """Return the tags of a table; the first row names the columns.

    A name is below its parent, which is a path or the name of another row. Rows with one path are
    one tag. `ExchangeError` names the row, as a spreadsheet counts them, and the column.
    """
    try:
        records = list(read_records(io.BytesIO(data)))
    except ReadError as error:
        raise ExchangeError(f"it {error}") from error
    columns = _choose_columns(records[0] if records else [])
    rows = {
        number: {
            field: restore(record[at].strip()) for field, at in columns.items() if at < len(record)
        }
        for number, record in enumerate(records[1:], 2)
        if any(map(str.strip, record))
    }
    if {clean_line(one).casefold() for one in records[0] if records} >= _OF_TAGUETTE:
        paths = write_paths([row.get("name", "") for row in rows.values()])
        rows = {
            number: {**row, "name": path}
            for (number, row), path in zip(rows.items(), paths, strict=True)
        }
    cleaner, numbers = NameCleaner(), dict[int, int]()
    found: dict[str, CodebookEntry] = {}
    differing = set[str]()
    for number, (parent, name) in join_parents(rows).items():
        row = rows[number]
        if not clean_line(name):
            raise ExchangeError(f"row {number} names no tag")
        path = cleaner.join(parent, name)
        entry = None if path is None else _read_entry(path, row, number)
        if entry is None:
            continue
        if entry.number is not None and numbers.setdefault(entry.number, number) != number:
            first = numbers[entry.number]
            raise ExchangeError(
                f"rows {first} and {number} both have {entry.number} in the column key; a number"
                " stands for one tag"
            )
        known = found.get(entry.name.casefold(), entry)
        filled = found[entry.name.casefold()] = known.fill(entry)
        if entry._replace(name=known.name).fill(filled) != filled:
            differing.add(known.name)
    notices = [*_list_unread(records, columns), *cleaner.notices]
    if differing:
        names = join_some(sorted(differing))
        notices.append(f"Where rows of one tag differ, the first counts: {names}.")
    return ReadCodebook(list(found.values()), notices)


def _list_unread(records: Sequence[Sequence[str]], columns: Mapping[str, int]) -> list[str]:
    """Tell which columns hold something that no tag has; nothing where all was read."""
    unread = [
        quote_asked(clean_line(name))
        for at, name in enumerate(records[0])
        if at not in columns.values()
        and any(at < len(record) and record[at].strip() for record in records[1:])
    ]
    told = f"the {'column' if len(unread) == 1 else 'columns'} {join_some(unread)}"
    return [f"A tag has no place for {told}; that was left out."] if unread else []


def _choose_columns(names: Sequence[str]) -> dict[str, int]:
    """Return which column has each of `_KNOWN`; neither case nor what joins words counts."""
    known = {_fold(name): at for at, name in reversed(list(enumerate(names)))}
    chosen = {}
    for field, called in _KNOWN.items():
        at = next((known[one] for one in map(_fold, called) if one in known), None)
        if at is not None:
            chosen[field] = at
    if "path" not in chosen and "name" not in chosen:
        there = join_some([quote_asked(clean_line(name)) for name in names if name.strip()])
        raise ExchangeError(
            "it has no column path, name, code or tag"
            + (f", only {there}" if there else ": its first row names no columns")
        )
    return chosen


def _read_entry(path: str, row: Mapping[str, str], number: int) -> CodebookEntry:
    return CodebookEntry(
        path,
        clean_lines(row.get("definition", "")),
        clean_lines(row.get("inclusion", "")),
        clean_lines(row.get("exclusion", "")),
        clean_lines(row.get("example", "")),
        _read_colour(row.get("colour", ""), number),
        _read_number(row.get("key", ""), number),
        _read_truth(row.get("variable", ""), number),
        read_guid(row.get("guid", "")),
    )


def _read_colour(cell: str, row: int) -> Colour | None:
    word = cell.casefold()
    for colour in COLOURS:
        if word in (colour, "gray" if colour == "grey" else colour):
            return colour
    found = find_colour(cell)
    if cell and found is None:
        _fail(row, "colour", cell, f"is no colour; use {', '.join(COLOURS)} or a code like #FF8A80")
    return found


def _read_number(cell: str, row: int) -> int | None:
    if cell and cell not in map(str, NUMBERS):
        _fail(row, "key", cell, "is no number from 1 to 9")
    return int(cell) if cell else None


def _read_truth(cell: str, row: int) -> bool:
    word = cell.casefold()
    if word not in _YES | _NO:
        _fail(row, "variable", cell, "is neither yes nor no")
    return word in _YES


def _fail(row: int, column: str, cell: str, why: str) -> None:
    raise ExchangeError(f"in row {row}, column {column}, {quote_asked(clean_line(cell))} {why}")


def _is_csv_codebook(data: bytes) -> bool:
    """Tell whether the first row names columns of a codebook, and none that has texts."""
    try:
        head = next(iter(read_records(io.BytesIO(data[:_LOOKED_AT]))), [])
        is_codebook = not _TELLING.isdisjoint(_choose_columns(head))
        return is_codebook and "text" not in choose_columns(head)
    except (ExchangeError, ReadError):
        return False


def _fold(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()


def _list_lost(_entries: Sequence[CodebookEntry]) -> list[str]:
    return []


CSV = CodebookFormat(
    "csv", "codebooks as CSV", _is_csv_codebook, read_csv_codebook, render_csv, _list_lost
)
