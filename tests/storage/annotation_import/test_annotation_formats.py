"""Which format a file of annotations is in, and what is said of one that holds none."""

from __future__ import annotations

import json

import pytest

from storage.annotation_import.annotation_format import AnnotationFile
from storage.annotation_import.annotation_formats import guess_format, list_formats
from storage.annotation_import.import_annotations import import_annotations
from storage.errors import ExchangeError
from storage.library import Library
from tests.storage.annotation_import.readers.test_hypothesis_table_reader import SIDEBAR_TABLE
from tests.storage.annotation_import.readers.test_kindle_reader import clipping
from tests.storage.annotation_import.readers.test_readwise_reader import highlight, table
from tests.storage.annotation_import.readers.test_recogito_reader import recogito
from tests.storage.annotation_import.written_elsewhere import (
    row,
    rows,
    sidebar_export,
    web_annotation,
)
from tests.storage.article_import import made
from tests.storage.desk import OWL


@pytest.mark.parametrize(
    ("document", "name"),
    [
        (web_annotation(), "jsonld"),
        ([web_annotation()], "jsonld"),
        (rows(row()), "hypothesis"),
        (rows(), "hypothesis"),
        ([row()], "hypothesis"),
        (row(), "hypothesis"),
        (sidebar_export(row()), "hypothesis"),
        (sidebar_export(), "hypothesis"),
        ([recogito()], "recogito"),
    ],
)
def test_a_document_is_known_by_its_look(document: object, name: str) -> None:
    assert guess_format(AnnotationFile(json.dumps(document).encode())).name == name


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (clipping("barn owl").encode(), "kindle"),
        (clipping("barn owl").replace("\n", "\r\n").encode("utf-8-sig"), "kindle"),
        (clipping("owl " * 5000).encode(), "kindle"),
        (clipping("caf\u00e9", head="Caf\u00e9").encode("latin-1", "ignore"), "kindle"),
        (table(highlight()), "readwise"),
        (b"highlight,title\r\n", "readwise"),
        (SIDEBAR_TABLE.encode(), "hypothesis-csv"),
        (SIDEBAR_TABLE.replace(",", "\t").encode("utf-8-sig"), "hypothesis-csv"),
    ],
)
def test_a_file_is_known_by_its_look(data: bytes, name: str) -> None:
    assert guess_format(AnnotationFile(data)).name == name


@pytest.mark.parametrize(
    "data",
    [
        b'{"name": "gazette", "version": "1.0.0"}',
        b'{"rows": [{"city": "Lille", "people": 236000}]}',
        b'{"annotations": [{"bbox": [1, 2, 3, 4], "category_id": 7}], "images": []}',
        b'{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Owl"}',
        b"[1, 2, 3]",
        b"null",
        b"A barn owl has moved in.",
        b"a,b\n1,2\n",
        b"Owl moves in\n==========\n\n- one\n- two\n",
        b"- one 1\n- two 2\n",
    ],
)
def test_what_holds_no_annotations_is_told_so_in_a_sentence(library: Library, data: bytes) -> None:
    with pytest.raises(ExchangeError) as fault:
        import_annotations(library, data, "notes.json")

    told = str(fault.value)
    assert told.startswith(
        "Cannot import notes.json: it holds no annotations that Copydesk reads (Web Annotations"
    )
    assert all(one.called in told for one in list_formats())


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("owl.html", made.page(), "it is a web page, which `copydesk add` reads"),
        ("owl.rtf", made.rtf(OWL), "it is an RTF document, which `copydesk add` reads"),
        ("owl.url", made.LINK, "it is a link, which `copydesk add` reads"),
        ("owl.json", made.VALID["ninjs"][0], "it is a ninjs document, which `copydesk add` reads"),
        ("owl.csv", made.CSV, "it is a table, which `copydesk add` reads"),
        ("owl.txt", OWL.encode(), "if it is an article, use `copydesk add`"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_article_is_told_where_it_belongs(
    library: Library, name: str, data: bytes, said: str
) -> None:
    with pytest.raises(ExchangeError) as fault:
        import_annotations(library, data, name)

    assert str(fault.value).endswith(f"{said}.")


def test_names_of_formats_are_their_own() -> None:
    names = [one.name for one in list_formats()]

    assert len(set(names)) == len(names)
