from __future__ import annotations

import pytest

from storage.article_import.file_types import guess_by_look
from storage.article_import.formats.office.odt import read_odt
from storage.article_import.input_format import Document
from storage.article_import.parsed import ParsedArticle
from storage.errors import ReadError
from tests.storage.article_import import made
from tests.storage.desk import MILL, OWL, PARADE


def read(body: str, styles: str = "", properties: str = "") -> ParsedArticle:
    (found,) = read_odt(Document(made.odt(body, styles, properties)))
    assert isinstance(found, ParsedArticle)
    return found


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def test_paragraphs_headings_and_spaces() -> None:
    lines = p('one<text:line-break/>two<text:s text:c="3"/>three<text:tab/>four')

    found = read(f'<text:h text:outline-level="1">{made.HEADLINE}</text:h>{p(OWL)}{p("")}{lines}')
    assert found.text == f"{made.HEADLINE}\n\n{OWL}\n\none\ntwo three four"
    assert found.title == made.HEADLINE


def test_tracked_changes_are_read_as_accepted_and_told() -> None:
    changes = f"<text:tracked-changes><text:changed-region>{p('deleted')}</text:changed-region>"

    found = read(f"{changes}</text:tracked-changes>{p(OWL)}")
    assert found.text == OWL
    assert found.notice == "has tracked changes, which were read as accepted"


def test_hidden_text_and_remarks_are_none() -> None:
    styles = (
        '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="P1" style:parent-style-name="T1"/>'
    )
    body = (
        p('seen <text:span text:style-name="T1">hidden</text:span>too')
        + p("hidden", "P1")
        + f"<text:table-of-content><text:index-body>{p('Owls 3')}</text:index-body>"
        + "</text:table-of-content>"
        + p(f"<office:annotation>{p('a remark')}</office:annotation>{OWL}")
        + f'<text:section text:display="none">{p("hidden")}</text:section>'
    )
    assert read(body, styles).text == f"seen too\n\n{OWL}"


def test_notes_stand_at_the_end_by_number() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation>"
        f"<text:note-body>{p('Seen by the verger.')}{p('Twice.')}</text:note-body></text:note>"
    )
    found = read(p(f"An owl{note} moved in.") + p(MILL))

    assert found.text == f"An owl[1] moved in.\n\n{MILL}\n\n[1] Seen by the verger.\n\nTwice."


def test_lists_have_marks_and_stand_together() -> None:
    styles = (
        '<text:list-style style:name="L1">'
        '<text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>'
    )

    def listed(*items: str, more: str = "") -> str:
        inner = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
        return f'<text:list text:style-name="L1" {more}>{inner}</text:list>'

    body = (
        p(OWL)
        + listed(p("one"), p("two") + listed(p("deeper")))
        + p(MILL)
        + listed(p("three") + p("more of three"), more='text:continue-numbering="true"')
    )
    assert read(body, styles).text == (
        f"{OWL}\n\n1. one\n2. two\n- deeper\n\n{MILL}\n\n3. three\n\nmore of three"
    )


def test_tables() -> None:
    def table(*rows: tuple[str, ...]) -> str:
        cells = (
            "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in row) for row in rows
        )
        inner = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
        return f"<table:table>{inner}</table:table>"

    data = table((p("Year"), p("Owls")), (p("2026"), p("1")))
    layout = table((p(OWL) + p(MILL) + p(PARADE), p("Share")))

    assert read(data).text == "Year | Owls\n2026 | 1"
    assert read(layout).text == f"{OWL}\n\n{MILL}\n\n{PARADE}\n\nShare"


def test_properties() -> None:
    told = (
        "<office:meta><dc:title>Owl moves in</dc:title>"
        "<meta:initial-creator>Nell Harker</meta:initial-creator><dc:creator>Tom Ash</dc:creator>"
        "<meta:creation-date>2026-03-05T09:30:00.123456789</meta:creation-date>"
        "<dc:date>2026-03-06T10:00:00</dc:date></office:meta>"
    )
    found = read(p(OWL), properties=told)

    assert (found.title, found.author) == ("Owl moves in", "Nell Harker")
    assert (found.published, found.modified) == ("2026-03-05T09:30:00Z", "2026-03-06T10:00:00Z")


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"content.xml": "<a><b>"}, "is damaged: its text breaks off"),
        (
            {"META-INF/manifest.xml": "<m:manifest><m:encryption-data/></m:manifest>"},
            "is password-protected",
        ),
    ],
)
def test_what_cannot_be_read_is_told(parts: dict[str, str], told: str) -> None:
    with pytest.raises(ReadError, match=told):
        list(read_odt(Document(made.archive(made.odt_parts(p(OWL)) | parts))))


def test_an_archive_of_something_else_is_refused() -> None:
    with pytest.raises(ReadError, match="is damaged or not an OpenDocument text"):
        list(read_odt(Document(made.archive({"mimetype": "x"}))))


def test_a_document_may_be_one_file_of_xml() -> None:
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    words = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    document = (
        f'<?xml version="1.0"?><office:document xmlns:office="{office}" xmlns:text="{words}"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:m"'
        ' office:mimetype="application/vnd.oasis.opendocument.text"><office:meta>'
        "<meta:initial-creator>Nell Harker</meta:initial-creator></office:meta>"
        f"<office:master-styles>{p('Page 1')}</office:master-styles><office:body><office:text>"
        f"{p(f'<office:binary-data>UE5H</office:binary-data>{OWL}')}</office:text></office:body>"
        "</office:document>"
    ).encode()

    (found,) = read_odt(Document(document))

    assert isinstance(found, ParsedArticle)
    assert (found.text, found.author) == (OWL, "Nell Harker")
    assert guess_by_look(document).name == "odt"
