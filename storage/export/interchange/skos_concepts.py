"""The codebook as concepts of SKOS, which Web Annotations of a selection leave with.

SKOS Simple Knowledge Organization System Reference, W3C Recommendation of 18 August 2009. What is
to have a tag and what is not are scope notes, told apart by a type, as section 4.2 of the SKOS
Primer has documentation that is more than a string.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from storage.export.interchange.identifiers import make_urn
from storage.export.selection import Selection
from storage.library import Library
from storage.tables.codebook_entry import CodebookEntry
from storage.tables.tag_names import list_ancestors

CODEBOOK = "copydesk:codebook"
"""The concepts, in the order of the codebook."""
NOTATION = "skos:notation"
"""A tag after its parents, as bodies of annotations have it."""
DEFINITION, EXAMPLE, SCOPE = "skos:definition", "skos:example", "skos:scopeNote"
INCLUSION, EXCLUSION = "copydesk:Inclusion", "copydesk:Exclusion"
VALUE = "value"
"""As the context of Web Annotations calls `rdf:value`."""
COLOUR, NUMBER = "copydesk:colour", "copydesk:quickTag"
VARIABLE, GUID = "copydesk:isVariable", "copydesk:guid"


def choose_entries(library: Library, selection: Selection) -> list[CodebookEntry]:
    """Return what the codebook says of the tags that are used in a selection, and of their parents.

    Of the whole library it is the whole codebook.
    """
    entries = library.codebook.list_entries()
    if selection.kind == "all":
        return entries
    used = {tag for one in selection.annotations for tag in one.tags}
    used |= {one.tag for one in selection.coding.tags}
    wanted = {one.casefold() for tag in used for one in (tag, *list_ancestors(tag))}
    return [
        one for one in entries if one.name.casefold() in wanted and one != CodebookEntry(one.name)
    ]


def make_concepts(entries: Sequence[CodebookEntry]) -> list[dict[str, Any]]:
    """Return a concept for each tag."""
    return list(map(_make_concept, entries))


def _make_concept(entry: CodebookEntry) -> dict[str, Any]:
    parent, _, own = entry.name.rpartition("/")
    criteria = ((INCLUSION, entry.inclusion), (EXCLUSION, entry.exclusion))
    scope = [{"type": kind, VALUE: text} for kind, text in criteria if text]
    known = {
        "id": _make_tag_urn(entry.name),
        "type": "skos:Concept",
        "skos:prefLabel": own,
        NOTATION: entry.name,
        "skos:broader": {"id": _make_tag_urn(parent)} if parent else None,
        DEFINITION: entry.definition,
        SCOPE: scope[0] if len(scope) == 1 else scope,
        EXAMPLE: entry.example,
        COLOUR: entry.colour,
        NUMBER: entry.number,
        VARIABLE: entry.is_variable,
        GUID: entry.guid,
    }
    return {name: value for name, value in known.items() if value}


def _make_tag_urn(name: str) -> str:
    return make_urn(f"tag:{name.casefold()}")
