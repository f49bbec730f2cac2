from __future__ import annotations

import pytest
from hypothesis import given

from storage.codebook.codebook_formats import export_codebook, find_format, import_codebook
from storage.codebook.csv_codebook import read_csv_codebook
from storage.codebook.refi_codebook import QDC, read_qdc, render_qdc
from storage.errors import CopydeskError, ExchangeError
from storage.library import Library
from storage.limits import LARGEST_CODEBOOK
from storage.tables.codebook_entry import CodebookEntry
from tests.storage.codebook.entries import make_entries

_DOTTED = ("claim", "claim.disputed", "v1.0", "and/or")
G = [f"{one}0000000-0000-4000-8000-00000000000{one}" for one in range(10)]


@given(make_entries(numbers=False))
def test_what_is_written_is_read(entries: list[CodebookEntry]) -> None:
    if entries:
        read = read_qdc(render_qdc(entries).encode())

        # Parents that are no tags are spelled as their first child has them.
        assert [(one.name.casefold(), *one[1:]) for one in read.entries] == [
            (one.name.casefold(), *one[1:]) for one in entries
        ]
        assert not read.notices
        assert render_qdc(read.entries) == render_qdc(entries)


def test_no_two_codes_have_one_name_for_some_programs_would_drop_the_second() -> None:
    entries = [
        CodebookEntry("claim/disputed", "By whom?"),
        CodebookEntry("figure/disputed", "How?"),
    ]
    written = render_qdc(entries)
    assert 'name="claim/disputed"' in written
    assert 'name="figure/disputed"' in written
    assert read_qdc(written.encode()).entries == entries


def test_dots_of_taguette_part_a_tag_from_its_parents_in_its_codebooks_too() -> None:
    codes = "".join(f'<Code guid="{G[at]}" name="{one}"/>' for at, one in enumerate(_DOTTED))
    written = f'<CodeBook origin="Taguette 1.5.2"><Codes>{codes}</Codes></CodeBook>'
    named = [one.name for one in read_qdc(written.encode()).entries]
    assert named == ["claim", "claim/disputed", "v1.0", "and-or"]
    other = read_qdc(written.replace("Taguette", "NVivo").encode())
    assert [one.name for one in other.entries][1] == "claim.disputed"

    table = "\n".join(f"{one},,0,0" for one in _DOTTED)
    heads = "tag,description,number of highlights,number of documents"
    read = read_csv_codebook(f"{heads}\n{table}\n".encode())
    assert [one.name for one in read.entries] == named


def test_sets_make_variables_or_are_told() -> None:
    document = f"""<?xml version="1.0" encoding="utf-16"?>
        <!-- ATLAS.ti -->
        <CodeBook xmlns="urn:QDA-XML:codebook:0:4"><Codes>
          <Code guid="{G[1]}" name="genre" isCodable="false"><Code guid="{G[2]}" name="a"/></Code>
        </Codes><Sets>
          <Set guid="{G[3]}" name="variables"><MemberCode guid="{{{G[1]}}}"/></Set>
          <Set guid="{G[4]}" name="Others"><MemberCode guid="{G[2]}"/></Set>
        </Sets></CodeBook>""".encode("utf-16")

    assert QDC.looks_like(document)
    read = read_qdc(document)
    assert read.entries == [
        CodebookEntry("genre", is_variable=True, guid=G[1]),
        CodebookEntry("genre/a", guid=G[2]),
    ]
    assert read.notices == ["Left out: sets of codes, which tags have not: Others."]


@pytest.mark.parametrize(
    ("document", "why"),
    [
        ("<CodeBook><Codes></CodeBook>", "its XML is damaged"),
        ("<CodeBook/>", "it is no codebook of REFI-QDA"),
        ("<Project><CodeBook><Codes/></CodeBook></Project>", "it is no codebook"),
        (
            '<!DOCTYPE CodeBook [<!ENTITY a "aa">]><CodeBook><Codes>&a;</Codes></CodeBook>',
            "declares a document type",
        ),
        (
            '<!DOCTYPE CodeBook SYSTEM "file:///etc/passwd"><CodeBook><Codes/></CodeBook>',
            "declares a document type",
        ),
        ("<CodeBook><Codes>" + "<Code name='a'>" * 300, "its XML is damaged"),
        ("", "its XML is damaged"),
        ("x" * (LARGEST_CODEBOOK + 1), "larger than 8 MB"),
    ],
)
def test_what_is_no_codebook_changes_nothing(library: Library, document: str, why: str) -> None:
    kind = None if "<" not in document else QDC
    with pytest.raises(ExchangeError, match=f"Cannot import x.qdc: .*{why}"):
        import_codebook(library, document.encode(), "x.qdc", kind)
    assert library.undo_log.undo() is None


def test_what_a_file_cannot_hold_is_told(library: Library) -> None:
    assert find_format("csv") is not None
    with pytest.raises(CopydeskError, match="has no tags"):
        export_codebook(library, QDC)
    library.codebook.store([CodebookEntry("claim", number=4)])
    library.codebook.set_strict(is_strict=True)

    assert export_codebook(library, QDC).notices == [
        "A .qdc has no quick tags.",
        "That the codebook is strict is in no file of one.",
    ]
