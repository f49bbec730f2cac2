"""The codebook goes out with Web Annotations, and comes back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given

from storage.annotation_import.import_annotations import import_annotations
from storage.annotation_import.incoming import IncomingDocument
from storage.annotation_import.readers.skos_reader import read_concepts
from storage.article_import.services.json_document import Part
from storage.export.export import ExportOptions, render
from storage.export.interchange.formats import JSONLD
from storage.export.interchange.skos_concepts import CODEBOOK, make_concepts
from storage.export.selection import select_all, select_article
from storage.library import Library
from storage.open_library import open_library
from storage.tables.codebook_entry import CodebookEntry
from tests.storage.codebook.entries import make_entries, number_once
from tests.storage.desk import MILL, OWL, add, annotate, quickly
from tests.storage.export.interchange.annotation_model import faults
from tests.storage.export.interchange.linked_data import there_and_back

GENRE = CodebookEntry("genre", "What it is", is_variable=True, number=3)
REPORT = CodebookEntry(
    *("genre/report", "It tells", "news\n\ninterviews", "comment", "Two owls", "teal"),
    guid="c0ffee00-0000-4000-8000-000000000000",
)
NEW = CodebookEntry("zebra")


def read(concepts: Any) -> IncomingDocument:
    received = IncomingDocument()
    read_concepts(Part({CODEBOOK: concepts}, "", ""), received)
    return received


@quickly
@given(make_entries().map(number_once))
def test_concepts_are_read_as_they_were_written(entries: list[CodebookEntry]) -> None:
    received = read(json.loads(json.dumps(make_concepts(entries))))

    assert received.codebook == entries
    assert not received.left_out


def test_what_is_no_concept_of_ours_is_read_as_far_as_it_goes() -> None:
    named = {"skos:notation": "a"}
    scope = [{"@type": "copydesk:Exclusion", "@value": "not b"}, {"type": "x", "value": "y"}, "b"]
    received = read(
        [
            {**named, "skos:definition": {"value": "First"}, "copydesk:quickTag": True},
            {**named, "skos:scopeNote": scope, "copydesk:colour": ""},
            {"skos:notation": "b", "copydesk:quickTag": 10, "copydesk:isVariable": "yes"},
            {"skos:notation": "c", "skos:example": 5},
            {"skos:notation": " / "},
            "d",
        ]
    )

    assert received.codebook == [
        CodebookEntry("a", "First", inclusion="b", exclusion="not b"),
        CodebookEntry("b"),
    ]
    assert [name for name, _ in received.left_out] == [
        f"tag {number} of the codebook" for number in (4, 5, 6)
    ]


def test_the_codebook_of_a_library_goes_along(library: Library, tmp_path: Path) -> None:
    owl, mill = add(library, OWL), add(library, MILL)
    library.codebook.store([NEW, GENRE, REPORT])
    annotate(library, mill, "mill", "", "place")
    library.tags.set_on_article(owl.id, ["report"])
    data = render(library, select_all(library), ExportOptions(JSONLD))
    assert isinstance(data, str)
    page = json.loads(data)
    assert faults(page) == []
    assert there_and_back(page)[CODEBOOK] == page[CODEBOOK]
    assert page[CODEBOOK][2]["skos:broader"] == {"id": page[CODEBOOK][1]["id"]}
    alone = json.loads(str(render(library, select_article(library, owl), ExportOptions(JSONLD))))
    assert [one["skos:notation"] for one in alone[CODEBOOK]] == ["genre", "genre/report"]

    with open_library(tmp_path / "other.db") as other:
        add(other, OWL)
        mine = [CodebookEntry("genre", "Mine", number=3), CodebookEntry("b")]
        other.codebook.store(mine)
        brought = import_annotations(other, data.encode(), "notes.jsonld")

        assert brought.codebook.made == ("zebra", "genre/report", "place")
        assert other.codebook.list_entries() == [
            *(GENRE._replace(definition="Mine"), REPORT),
            *(CodebookEntry("b"), CodebookEntry("place"), NEW),
        ]
        again = import_annotations(other, data.encode(), "notes.jsonld")
        assert again.codebook == ((), ())
