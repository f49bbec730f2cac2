"""REFI-QDA projects as files: what is written comes back, and what is hostile does no harm."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import lxml.etree
import pytest
from hypothesis import given

from storage import limits
from storage.errors import ReadError
from storage.qda import qdpx
from storage.qda.guids import make_guid
from storage.qda.project import CodedPlace, CodedText, Memo, Project, TextSet, Value, WholeCoding
from storage.qda.qde_writer import NAMESPACE, write_qde
from storage.qda.qdpx import is_our_project, looks_like_qdpx, write_qdpx
from storage.tables.codebook_entry import CodebookEntry
from tests.storage.desk import MILL, OWL, quickly
from tests.storage.qda.projects import LATER, TIME, pack, projects, read

_SEQUENCES = {
    "Project": "Users CodeBook Variables Cases Sources Notes Links Sets Graphs Description NoteRef",
    "Code": "Description NoteRef Code",
    "Variable": "Description",
    "TextSource": ("Description PlainTextContent PlainTextSelection Coding NoteRef VariableValue"),
    "Note": "Description PlainTextContent PlainTextSelection Coding NoteRef VariableValue",
    "PlainTextSelection": "Description Coding NoteRef",
    "Coding": "CodeRef NoteRef",
    "VariableValue": "VariableRef TextValue",
    "Set": "Description MemberCode MemberSource MemberNote",
}
"""In which order the schema of REFI-QDA 1.0 has what is inside of an element."""
_NEEDED = {
    "User": "guid",
    "Code": "guid name isCodable",
    "Variable": "guid name typeOfVariable",
    "TextSource": "guid",
    "PlainTextSelection": "guid startPosition endPosition",
    "Coding": "guid",
    "Link": "guid",
    "Set": "guid name",
    "Note": "guid",
}

STUDY = Project(
    "Study",
    "Copydesk 1.0",
    (
        CodebookEntry("claim", "What is said.", "sources that are named", colour="red"),
        CodebookEntry("claim/disputed"),
        CodebookEntry("figure/disputed"),
        CodebookEntry("genre", is_variable=True),
        CodebookEntry("genre/report"),
    ),
    (
        CodedText(
            make_guid("article", "0123456789ab"),
            "Owls & <mills>",
            f"😀 {OWL}\n\n{MILL}",
            (
                CodedPlace(
                    make_guid("annotation", "a" * 12),
                    2,
                    12,
                    ("claim/disputed", "figure/disputed"),
                    "Which one?\r\nThat one.",
                    "Anna",
                    TIME,
                    LATER,
                ),
            ),
            (WholeCoding("genre/report", "Anna"), WholeCoding("genre/report", "Bob")),
            (Memo(make_guid("memo", "1"), "Odd.", "Bob", TIME, TIME),),
            (Value("Outlet", "Gazette"), Value("genre", "report")),
        ),
        CodedText(
            make_guid("article", "ba9876543210"),
            "Owls again",
            OWL,
            (
                CodedPlace(
                    make_guid("target", "a 1"),
                    0,
                    10,
                    ("claim/disputed", "figure/disputed"),
                    "Which one?\r\nThat one.",
                    "Anna",
                    TIME,
                    LATER,
                ),
            ),
        ),
    ),
    (
        TextSet(
            make_guid("story", "c" * 12),
            "Owls",
            (make_guid("article", "0123456789ab"), make_guid("article", "ba9876543210")),
            (Memo(make_guid("memo", "2"), "All of it,\r\nand more.", "", TIME, TIME),),
        ),
    ),
    ((make_guid("annotation", "a" * 12), make_guid("target", "a 1")),),
)


@quickly
@given(projects())
def test_what_is_written_comes_back(project: Project) -> None:
    assert read(write_qdpx(project)) == project


def test_a_whole_study_comes_back_with_its_variables_copies_and_coders() -> None:
    assert read(write_qdpx(STUDY)) == STUDY


def test_a_selection_that_ends_with_a_space_after_an_emoji_keeps_it() -> None:
    place = CodedPlace(make_guid("annotation", "b" * 12), 0, 5, created=TIME, updated=TIME)
    text = CodedText(make_guid("article", "1"), "Owls", "two😀 owls", (place,))

    [came] = read(write_qdpx(Project("", origin="Copydesk 1.0", texts=(text,)))).texts

    assert came.places == (place,)


@quickly
@given(projects())
def test_a_document_has_the_order_and_the_attributes_of_the_schema(project: Project) -> None:
    root = lxml.etree.fromstring(write_qde(project))
    check_element(root)
    guids = [one.get("guid") for one in root.iter() if one.get("guid")]
    assert len(guids) == len(set(guids))
    pointed = {value for one in root.iter() if (value := one.get("targetGUID"))}
    assert pointed <= set(guids)


def check_element(element: Any) -> None:
    name = element.tag.removeprefix(f"{{{NAMESPACE}}}")
    inside = [one.tag.removeprefix(f"{{{NAMESPACE}}}") for one in element]
    order = _SEQUENCES.get(name, "").split()
    if order:
        assert [order.index(one) for one in inside] == sorted(map(order.index, inside))
    assert set(_NEEDED.get(name, "").split()) <= set(element.attrib)
    if name in ("Users", "Codes", "Variables", "Sources", "Notes", "Links", "Sets"):
        assert inside
    for one in element:
        check_element(one)


def test_the_same_project_is_the_same_file() -> None:
    assert write_qdpx(STUDY) == write_qdpx(replace(STUDY, name="Study"))


def test_what_xml_has_no_sign_for_is_shown() -> None:
    (text, *_) = STUDY.texts
    place = text.places[0]._replace(note="a\x1b[31m \x00 \ufffe")
    noted = replace(STUDY, texts=(text._replace(places=(place,)),), copies=(), sets=())
    (back,) = read(write_qdpx(noted)).texts
    assert back.places[0].note == "a␛[31m ␀ \ufffd"
    control = text._replace(text="one \x0b two \x1b three", places=())
    (back,) = read(write_qdpx(replace(STUDY, texts=(control,), copies=(), sets=()))).texts
    assert back.text == control.text


def test_a_file_of_ours_is_known(tmp_path: Path) -> None:
    path = tmp_path / "study.qdpx"
    path.write_bytes(write_qdpx(STUDY))
    assert is_our_project(path)
    path.write_bytes(write_qdpx(replace(STUDY, origin="NVivo")))
    assert not is_our_project(path)
    path.write_bytes(b"PK\x03\x04")
    assert not is_our_project(path)


def test_an_office_document_is_not_taken_for_a_project() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    assert not looks_like_qdpx(file.getvalue())
    assert looks_like_qdpx(write_qdpx(STUDY))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04 cut off", "is damaged"),
        (pack("<Project", {}), "cannot be read as XML"),
        (pack("<Other/>"), "is not a REFI-QDA project"),
        (pack("<Project/>", name="readme.txt"), "has no project in it"),
        (
            pack('<!DOCTYPE Project [<!ENTITY a "b">]><Project name="&a;"/>'),
            "declares entities",
        ),
        (pack('<!DOCTYPE P SYSTEM "file:///etc/passwd"><Project/>'), "declares entities"),
    ],
)
def test_what_is_no_project_is_refused_in_a_sentence(data: bytes, why: str) -> None:
    with pytest.raises(ReadError, match=why):
        read(data)


def test_what_is_packed_too_small_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(qdpx, "LARGEST_PROJECT", 10_000)
    monkeypatch.setattr(limits, "LARGEST_CHAPTER", 10_000)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", "<Project>" + " " * 1_000_000 + "</Project>")
    with pytest.raises(ReadError, match="too large"):
        read(file.getvalue())


def test_a_text_outside_of_the_project_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    for path in (f"absolute://{secret}", "relative:///secret.txt", f"internal://../../{secret}"):
        project = read(
            pack(
                f'<Project><Sources><TextSource guid="{make_guid("article", "a")}" name="A"'
                f' plainTextPath="{path}"/></Sources></Project>'
            )
        )
        assert project.texts == ()
        assert [one.name for one in project.left_out] == ["“A”"]
