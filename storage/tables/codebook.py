"""The codebook: tags that are defined before they are used, and in what order they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple, get_args

from storage.clock import now
from storage.database.connection import Database
from storage.database.undo_log import Step, UndoLog
from storage.errors import ConflictError
from storage.tables.codebook_entry import CodebookEntry
from storage.tables.listed_tags import Order, Tag, read_order, sort_names
from storage.tables.quick_tags import QuickTags
from storage.tables.tag_names import clean_tag, list_ancestors
from storage.tables.tag_rows import find_rows
from storage.tables.tag_tree import TagTree
from storage.tables.tags import Tags
from storage.wording.terminal_text import clean_lines

Field = Literal["definition", "inclusion", "exclusion", "example"]
FIELDS: tuple[Field, ...] = get_args(Field)
"""What a codebook says of a tag."""
_STRICT = "strict"


class StoredCodebook(NamedTuple):
    """What became of a codebook that was stored."""

    made: tuple[str, ...]
    """The names of the tags that are new."""
    changed: tuple[str, ...]
    """Those of tags of which something is other than it was."""


class Codebook:
    """Makes, defines and orders tags; every change is a step that undo takes back."""

    def __init__(self, db: Database, undo_log: UndoLog, tags: Tags, quick_tags: QuickTags) -> None:
        self._db = db
        self._undo_log = undo_log
        self._tags = tags
        self._quick_tags = quick_tags

    # Finding

    @property
    def is_strict(self) -> bool:
        """Whether coding makes no new tags."""
        return self._tags.is_strict

    def read_tree(self) -> TagTree:
        """Return the tags as a tree with all their uses, as they are now."""
        return TagTree(self._db)

    def list_entries(self) -> list[CodebookEntry]:
        """Return all tags that are listed, in the order of the codebook."""
        numbers: dict[str, int] = {}
        for number, name in self._quick_tags.get(None).items():
            numbers.setdefault(name, number)
        return [
            CodebookEntry(
                tag.name,
                tag.definition,
                tag.inclusion,
                tag.exclusion,
                tag.example,
                tag.colour,
                numbers.get(tag.name),
                bool(tag.is_variable),
                tag.guid,
            )
            for tag in self._tags.list_all()
        ]

    # Changing

    def make(self, name: str) -> int:
        """Put a tag into the codebook and return its id; `ConflictError` if it is listed already.

        `CopydeskError` for a name that no tag can have.
        """
        name = clean_tag(name)
        with self._undo_log.record_step("tag made") as step:
            known = self._tags.find_named(name)
            if known is not None:
                raise ConflictError(f"There is already a tag “{known.name}”.")
            return self._make(step, name)

    def define(self, tag_id: int, values: Mapping[Field, str]) -> None:
        """Say what a tag is for, what is to have it and what is not; other fields stay."""
        with self._undo_log.record_step("tag defined") as step:
            self._tags.get(tag_id)
            step.update("tag", [tag_id], _name_columns(values))

    def set_variable(self, tag_id: int, *, is_variable: bool) -> None:
        """Let an article have no more than one of the tags below, or several.

        Articles that have several keep them until one is set anew.
        """
        label = "tag made a variable" if is_variable else "variable made a tag"
        with self._undo_log.record_step(label) as step:
            self._tags.get(tag_id)
            step.update("tag", [tag_id], {"is_variable": int(is_variable)})

    def set_strict(self, *, is_strict: bool) -> None:
        """Let coding make no new tags, or make them."""
        label = "codebook made strict" if is_strict else "codebook opened"
        with self._undo_log.record_step(label) as step:
            known = find_rows(self._db, "codebook_setting", "name = ?", [_STRICT])
            if is_strict and not known:
                step.insert("codebook_setting", {"name": _STRICT, "value": "yes"})
            elif known and not is_strict:
                step.delete("codebook_setting", [_STRICT])

    def arrange(self, names: Sequence[str]) -> None:
        """Let the tags of one parent stand in this order; others there stand behind them."""
        with self._undo_log.record_step("tags arranged") as step:
            self._put_in_order(step, names)

    def store(self, entries: Sequence[CodebookEntry]) -> StoredCodebook:
        """Make the tags that are not there, and give all what `entries` say of them.

        What these say nothing of stays, and so do other tags; they stand behind those of the
        same parent that `entries` name. Names and texts are clean (`CodebookEntry`).
        """
        return self._store(entries, follows=True)

    def supplement(self, entries: Sequence[CodebookEntry]) -> StoredCodebook:
        """Store what the codebook lacks of `entries`.

        What it says stays, and so does its order, where tags were given one.
        """
        known = {entry.name.casefold(): entry for entry in self.list_entries()}
        taken = self._quick_tags.get(None)
        filled = []
        for entry in entries:
            more = entry._replace(number=None) if entry.number in taken else entry
            there = known.get(entry.name.casefold(), more)
            if there.fill(more) != known.get(entry.name.casefold()):
                filled.append(there.fill(more))
        return self._store(filled, follows=not read_order(self._db))

    def _store(self, entries: Sequence[CodebookEntry], *, follows: bool) -> StoredCodebook:
        made, changed = [], []
        with self._undo_log.record_step("codebook imported") as step:
            guids = {row["guid"] for row in find_rows(self._db, "tag", "guid IS NOT NULL", [])}
            listed = {tag.name.casefold() for tag in self._tags.list_all()}
            for entry in entries:
                is_new = entry.name.casefold() not in listed
                tag = self._make(step, entry.name) if is_new else self._find(entry.name)
                before = len(step.changes)
                self._fill(step, tag, entry, guids)
                if is_new:
                    made.append(entry.name)
                    listed.add(entry.name.casefold())
                elif len(step.changes) > before:
                    changed.append(entry.name)
            if follows:
                self._follow(step, [entry.name for entry in entries])
        return StoredCodebook(tuple(made), tuple(changed))

    # Inside

    def _find(self, name: str) -> int:
        return self._tags.get_or_create(name)

    def _make(self, step: Step, name: str) -> int:
        tag_id = self._find(name)
        step.update("tag", [tag_id], {"name": name, "made": now()})
        return tag_id

    def _fill(self, step: Step, tag_id: int, entry: CodebookEntry, guids: set[str]) -> None:
        said: dict[str, Any] = _name_columns({field: getattr(entry, field) for field in FIELDS})
        said |= {"colour": entry.colour, "is_variable": int(entry.is_variable)}
        if entry.guid not in guids:
            said["guid"] = entry.guid
            guids.add(entry.guid)
        step.update("tag", [tag_id], {column: value for column, value in said.items() if value})
        if entry.number is not None:
            self._quick_tags.put(step, None, entry.number, tag_id)

    def _follow(self, step: Step, names: Sequence[str]) -> None:
        """Put tags and their parents into the order in which they are named first."""
        families: dict[str, dict[str, str]] = {}
        for name in names:
            for one in (*reversed(list(list_ancestors(name))), name):
                parent, _, _own = one.casefold().rpartition("/")
                families.setdefault(parent, {}).setdefault(one.casefold(), one)
        listed, order = self._tags.list_all(), read_order(self._db)
        for named in families.values():
            siblings = _list_siblings(next(iter(named.values())), listed, order)
            others = [one for one in siblings if one.casefold() not in named]
            if [one.casefold() for one in siblings] != [*named, *map(str.casefold, others)]:
                self._put_in_order(step, [*named.values(), *others])

    def _put_in_order(self, step: Step, names: Sequence[str]) -> None:
        order = read_order(self._db)
        for position, name in enumerate(names):
            if order.get(name.casefold()) != position:
                step.update("tag", [self._find(name)], {"position": position})


def _list_siblings(name: str, listed: Iterable[Tag], order: Order) -> list[str]:
    """Return the tags of the same parent, and parents there without a use, in their order."""
    parent, _, _own = name.casefold().rpartition("/")
    found: dict[str, str] = {}
    for tag in listed:
        for one in (tag.name, *list_ancestors(tag.name)):
            if one.casefold().rpartition("/")[0] == parent and one.count("/") == name.count("/"):
                found.setdefault(one.casefold(), one)
    return sort_names(found.values(), order)


def _name_columns(values: Mapping[Field, str]) -> dict[str, Any]:
    """Return what is said of a tag by the names of its columns, cleaned."""
    return {
        "description" if field == "definition" else field: clean_lines(value)
        for field, value in values.items()
    }
