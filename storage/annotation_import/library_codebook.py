"""The codebook of another library, as ours can have it."""

from __future__ import annotations

from storage.codebook.refi_codes import read_guid
from storage.library import Library
from storage.tables.codebook_entry import COLOURS, CodebookEntry
from storage.tables.quick_tags import NUMBERS
from storage.tables.tag_names import LONGEST, clean_tags
from storage.wording.terminal_text import clean_lines


def collect_codebook(other: Library) -> list[CodebookEntry]:
    """Return the tags of a library, with what they are for, in their order.

    Another program may have written to it: names and texts become such as ours are.
    """
    found: dict[str, CodebookEntry] = {}
    for one in other.codebook.list_entries():
        for name in clean_tags([one.name]):
            if len(name) <= LONGEST:
                entry = _clean(one._replace(name=name))
                found[name.casefold()] = found.get(name.casefold(), entry).fill(entry)
    return list(found.values())


def _clean(entry: CodebookEntry) -> CodebookEntry:
    return entry._replace(
        definition=clean_lines(entry.definition),
        inclusion=clean_lines(entry.inclusion),
        exclusion=clean_lines(entry.exclusion),
        example=clean_lines(entry.example),
        colour=entry.colour if entry.colour in COLOURS else None,
        number=entry.number if entry.number in NUMBERS else None,
        guid=read_guid(entry.guid),
    )
