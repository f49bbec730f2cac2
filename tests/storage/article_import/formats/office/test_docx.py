from __future__ import annotations

import io
import zipfile

import pytest

from storage.article_import.formats.office import docx as module
from storage.article_import.formats.office.docx import read_docx
from storage.article_import.input_format import Document
from storage.article_import.parsed import ParsedArticle
from storage.errors import ReadError
from tests.storage.article_import import made
from tests.storage.article_import.made import w_p
from tests.storage.desk import MILL, OWL, PARADE


def read(body: str, properties: str = "", **parts: str) -> ParsedArticle:
    (found,) = read_docx(Document(made.docx(body, properties, **parts)))
    assert isinstance(found, ParsedArticle)
    return found


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def style(name: str, called: str, more: str = "") -> str:
    return f'<w:style w:styleId="{name}"><w:name w:val="{called}"/>{more}</w:style>'


class TestText:
    def test_paragraphs_are_parted_and_lines_stay_lines(self) -> None:
        broken = "<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r></w:p>"

        assert read(w_p(OWL) + "<w:p/>" + broken).text == f"{OWL}\n\none\ntwo three"

    def test_pieces_of_a_word_stay_together(self) -> None:
        assert read(f"<w:p>{run('be')}{run('lfry', '<w:b/>')}</w:p>").text == "belfry"

    def test_fields_show_what_they_result_in(self) -> None:
        link = (
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            '<w:r><w:instrText>HYPERLINK "https://gazette.example"</w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("the Gazette")}</w:p>'
        )
        assert read(link).text == "the Gazette"

    @pytest.mark.parametrize(
        "properties",
        ["<w:vanish/>", '<w:rStyle w:val="secret"/>', '<w:vanish w:val="true"/>'],
    )
    def test_hidden_text_is_none(self, properties: str) -> None:
        styles = style("secret", "Secret", "<w:rPr><w:vanish/></w:rPr>")

        body = f"<w:p>{run('seen ')}{run('hidden', properties)}{run('too')}</w:p>"
        assert read(body, styles=styles).text == "seen too"

    def test_what_is_not_hidden_is_text(self) -> None:
        shown = run("seen", '<w:vanish w:val="0"/>')

        assert read(f"<w:p>{shown}</w:p>").text == "seen"

    def test_a_text_box_is_read_once(self) -> None:
        box = (
            "<w:p><w:r><mc:AlternateContent xmlns:mc='urn:mc'><mc:Choice>"
            f"<w:txbxContent>{w_p(MILL)}</w:txbxContent></mc:Choice><mc:Fallback>"
            f"<w:txbxContent>{w_p(MILL)}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
            f"{run(OWL)}</w:p>"
        )
        assert read(box).text == f"{MILL}\n\n{OWL}"

    def test_a_field_that_waits_to_be_filled_has_no_text(self) -> None:
        control = (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
            f"<w:sdtContent>{w_p('Click here')}</w:sdtContent></w:sdt>"
            f"<w:sdt><w:sdtContent>{w_p(OWL)}</w:sdtContent></w:sdt>"
        )
        assert read(control).text == OWL

    def test_a_table_of_contents_is_none(self) -> None:
        contents = (
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>"
            f"</w:docPartObj></w:sdtPr><w:sdtContent>{w_p('Owls 3')}</w:sdtContent></w:sdt>"
        )
        assert read(contents + w_p(OWL)).text == OWL


class TestTrackedChanges:
    def test_they_are_read_as_accepted_and_told(self) -> None:
        changed = (
            f"<w:p>{run('The owl ')}<w:del><w:r><w:delText>left</w:delText></w:r></w:del>"
            f"<w:ins>{run('stayed')}</w:ins><w:moveFrom>{run(' moved')}</w:moveFrom></w:p>"
        )
        found = read(changed)

        assert found.text == "The owl stayed"
        assert found.notice == "has tracked changes, which were read as accepted"

    def test_a_paragraph_whose_end_was_deleted_goes_on(self) -> None:
        first = w_p("The owl ", "<w:rPr><w:del/></w:rPr>")

        assert read(first + w_p("stayed.") + w_p(MILL)).text == f"The owl stayed.\n\n{MILL}"

    def test_a_row_that_was_deleted_is_none(self) -> None:
        rows = "".join(
            f"<w:tr><w:trPr>{change}</w:trPr><w:tc>{w_p(a)}</w:tc><w:tc>{w_p(b)}</w:tc></w:tr>"
            for change, a, b in (("", "a", "b"), ("<w:del/>", "c", "d"), ("<w:ins/>", "e", "f"))
        )
        assert read(f"<w:tbl>{rows}</w:tbl>").text == "a | b\ne | f"

    def test_what_a_format_was_before_does_not_matter(self) -> None:
        before = "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"

        assert read(f"<w:p>{run(OWL, before)}</w:p>").text == OWL


class TestTables:
    def test_rows_of_data_are_lines(self) -> None:
        row = "".join(f"<w:tc>{w_p(cell)}</w:tc>" for cell in ("Year", "Owls", ""))

        body = f"<w:tbl><w:tr>{row}</w:tr><w:tr>{row}</w:tr></w:tbl>"
        assert read(w_p(OWL) + body).text == f"{OWL}\n\nYear | Owls\nYear | Owls"

    def test_a_table_that_sets_out_a_page_is_paragraphs(self) -> None:
        cells = "".join(
            f"<w:tc>{''.join(map(w_p, cell))}</w:tc>"
            for cell in ((OWL, MILL, PARADE), ("Share", "Print"))
        )
        found = read(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")

        assert found.text == f"{OWL}\n\n{MILL}\n\n{PARADE}\n\nShare\n\nPrint"

    def test_a_table_within_a_cell(self) -> None:
        inner = f"<w:tbl><w:tr><w:tc>{w_p('a')}</w:tc><w:tc>{w_p('b')}</w:tc></w:tr></w:tbl>"

        body = f"<w:tbl><w:tr><w:tc>{w_p(OWL)}{inner}</w:tc></w:tr></w:tbl>{w_p(MILL)}"
        assert read(body).text == f"{OWL}\n\na | b\n\n{MILL}"


class TestLists:
    NUMBERING = (
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="3"/>'
        '<w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )

    def test_items_have_their_marks_and_stand_together(self) -> None:
        items = "".join(
            w_p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')
            for text, level in (("one", 0), ("deeper", 1), ("two", 0))
        )
        found = read(w_p(OWL) + items, numbering=self.NUMBERING)

        assert found.text == f"{OWL}\n\n3. one\n- deeper\n4. two"

    def test_a_style_may_make_items(self) -> None:
        styles = style("list", "List", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
        styles += style("mine", "My list", '<w:basedOn w:val="list"/>')
        out = w_p("no item", '<w:pStyle w:val="mine"/><w:numPr><w:numId w:val="0"/></w:numPr>')

        body = w_p("one", '<w:pStyle w:val="mine"/>') + out
        found = read(body, styles=styles, numbering=self.NUMBERING)
        assert found.text == "3. one\n\nno item"


class TestNotes:
    def test_they_stand_at_the_end_by_number(self) -> None:
        notes = (
            '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
            f'<w:footnote w:id="2">{w_p("Two.")}</w:footnote>'
            f'<w:footnote w:id="1">{w_p("One.")}{w_p("More.")}</w:footnote>'
        )
        ends = f'<w:endnote w:id="1">{w_p("End.")}</w:endnote>'
        cited = "".join(
            f'<w:r><w:t>{text}</w:t></w:r><w:r><w:{kind} w:id="{number}"/></w:r>'
            for text, kind, number in (
                ("a", "footnoteReference", 1),
                ("b", "endnoteReference", 1),
                ("c", "footnoteReference", 2),
            )
        )
        found = read(f"<w:p>{cited}</w:p>", footnotes=notes, endnotes=ends)

        assert found.text == "a[1]b[2]c[3]\n\n[1] One.\n\nMore.\n\n[2] End.\n\n[3] Two."


class TestProperties:
    def test_what_a_person_wrote_is_taken(self) -> None:
        found = read(
            w_p(OWL),
            "<dc:title>Owl  moves in</dc:title><dc:creator>Nell Harker; Tom Ash</dc:creator>"
            "<dcterms:created>2026-03-05T09:30:00Z</dcterms:created>"
            "<dcterms:modified>2026-03-06T10:00:00Z</dcterms:modified>",
        )
        assert (found.title, found.author) == ("Owl moves in", "Nell Harker, Tom Ash")
        assert (found.published, found.modified) == ("2026-03-05T09:30:00Z", "2026-03-06T10:00:00Z")

    @pytest.mark.parametrize(
        "author", ["Microsoft Office User", "Windows User", "python-docx", "Admin", "user", ""]
    )
    def test_what_programs_write_for_an_author_is_none(self, author: str) -> None:
        assert read(w_p(OWL), f"<dc:creator>{author}</dc:creator>").author == ""

    @pytest.mark.parametrize(
        "author", ["Owen User-Hall", "Administrator Smith", "The Author Jones"]
    )
    def test_names_that_hold_such_words_are_names(self, author: str) -> None:
        assert read(w_p(OWL), f"<dc:creator>{author}</dc:creator>").author == author

    @pytest.mark.parametrize(
        "title", ["Word Document", "Document1", "release.docx", "Microsoft Word - x", " "]
    )
    def test_a_title_that_says_nothing_gives_way_to_the_heading(self, title: str) -> None:
        body = w_p("News") + w_p("Owl moves in", '<w:pStyle w:val="h"/>') + w_p(OWL)

        found = read(body, f"<dc:title>{title}</dc:title>", styles=style("h", "heading 1"))
        assert found.title == "Owl moves in"

    def test_the_day_of_a_template_is_none_of_the_text(self) -> None:
        stated = "<dcterms:created>2013-12-23T23:15:00Z</dcterms:created>"
        stated += stated.replace("created", "modified")

        found = read(w_p(OWL), stated)
        assert (found.published, found.modified) == ("", "")


class TestRefusals:
    @pytest.mark.parametrize(
        ("data", "told"),
        [
            (b"PK\x03\x04 cut off", "is damaged or not a Word document"),
            (made.archive({"word/other.xml": "x"}), "is damaged or not a Word document"),
            (made.docx(w_p(OWL) + "<w:p>"), "is damaged: its text breaks off"),
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99,
                "is password-protected, or of an old",
            ),
        ],
        ids=["cut off", "no text", "broken", "locked"],
    )
    def test_what_cannot_be_read_is_told(self, data: bytes, told: str) -> None:
        with pytest.raises(ReadError, match=told):
            list(read_docx(Document(data)))

    def test_no_more_is_unpacked_than_there_is_room_for(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(module, "LARGEST_DOCUMENT", 200_000)

        with pytest.raises(ReadError, match="is too large for a document once unpacked"):
            list(read_docx(Document(made.docx(w_p(OWL) * 10_000))))

    def test_what_could_grow_is_refused(self) -> None:
        parts = made.docx_parts(w_p("&owls;"))
        declared = '<!DOCTYPE w:document [<!ENTITY owl "owl"><!ENTITY owls "&owl;&owl;">]>'
        parts["word/document.xml"] = declared + parts["word/document.xml"]

        with pytest.raises(ReadError, match="declares entities"):
            list(read_docx(Document(made.archive(parts))))

    def test_parts_may_lie_anywhere_and_be_named_by_their_relationships(self) -> None:
        parts = made.docx_parts(w_p(OWL))
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as packed:
            for name, data in parts.items():
                moved = data.replace('Target="word/document.xml"', 'Target="/text/main.xml"')
                packed.writestr("text/main.xml" if name == "word/document.xml" else name, moved)

        (found,) = read_docx(Document(out.getvalue()))
        assert isinstance(found, ParsedArticle)
        assert found.text == OWL
