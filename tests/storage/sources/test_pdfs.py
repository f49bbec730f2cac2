from __future__ import annotations

import io

import pytest

from storage.errors import ReadError
from storage.sources.pdf import joined, read_pdf
from tests.storage.desk import BRIDGE, MILL, OWL
from tests.storage.sources import made


def test_text_and_metadata() -> None:
    data = made.pdf(
        [made.HEADLINE, OWL],
        title="Village birds",
        author="Nell Harker",
        created="D:20260305103000+01'00'",
    )

    found = read_pdf(data)

    assert OWL in found.text
    assert (found.title, found.author, found.published) == (
        "Village birds",
        "Nell Harker",
        "2026-03-05",
    )


@pytest.mark.parametrize("title", ["Microsoft Word - owl.docx", "untitled", "owl_final.indd"])
def test_a_title_that_a_program_made_up_is_none(title: str) -> None:
    assert read_pdf(made.pdf([OWL], title=title)).title == ""


def test_one_locked_with_a_password_is_refused() -> None:
    with pytest.raises(ReadError, match="is locked with a password"):
        read_pdf(locked("s3cret"))


def test_one_locked_against_changes_only_is_read() -> None:
    assert OWL in read_pdf(locked("")).text


def locked(password: str) -> bytes:
    import pypdf

    writer = pypdf.PdfWriter(io.BytesIO(made.pdf([OWL])))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_scan_is_refused() -> None:
    with pytest.raises(ReadError, match="only pictures; a scan has to go through OCR first"):
        read_pdf(made.pdf([]))


class TestJoined:
    def test_lines_become_paragraphs(self) -> None:
        lines = [
            "A barn owl has moved into the belfry and keeps",
            "the whole choir awake.",
            "The old paper mill will reopen in spring as a",
            "school for clockmakers.",
        ]
        assert joined([lines]) == f"{OWL}\n\n{MILL}"

    def test_a_word_that_was_parted_is_one_again(self) -> None:
        lines = ["A barn owl has moved into the bel-", "fry and keeps the whole choir awake."]
        assert joined([lines]) == OWL

    def test_a_hyphen_that_belongs_to_the_words_stays(self) -> None:
        lines = ["Talks between Berlin and the French-", "German council went on until Friday."]
        assert "French- German" in joined([lines])

    def test_a_paragraph_goes_on_over_a_page_break(self) -> None:
        pages = [["A barn owl has moved into the belfry and keeps"], ["the whole choir awake."]]
        assert joined(pages) == OWL

    def test_a_page_that_ends_with_a_sentence_ends_a_paragraph(self) -> None:
        assert joined([[OWL], [MILL]]) == f"{OWL}\n\n{MILL}"

    def test_empty_lines_part_paragraphs(self) -> None:
        assert joined([["An owl", "", "A mill"]]) == "An owl\n\nA mill"

    def test_page_numbers_and_running_heads_are_left_out(self) -> None:
        pages = [
            ["The Belfry Gazette 5 March", text, f"Page {number} of 3"]
            for number, text in enumerate((OWL, MILL, BRIDGE), 1)
        ]
        assert joined(pages) == f"{OWL}\n\n{MILL}\n\n{BRIDGE}"

    def test_a_line_that_two_pages_share_is_text(self) -> None:
        assert joined([[OWL], [OWL]]) == f"{OWL}\n\n{OWL}"
