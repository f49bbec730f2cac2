from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from pypdf.errors import PdfReadError

from storage.article_import.formats.pdf import join_lines, read_pdf
from storage.errors import ReadError
from tests.storage.article_import import made
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, VAN


def test_text_and_metadata() -> None:
    data = made.pdf(
        [made.HEADLINE, OWL],
        title="Village birds",
        author="Nell Harker",
        created="D:20260305103000+01'00'",
    )

    found = read_pdf(data)

    assert OWL in found.text
    assert (found.title, found.author) == ("Village birds", "Nell Harker")


def test_the_day_on_which_the_file_was_made_is_not_that_of_publication() -> None:
    data = made.pdf([OWL], created="D:20260305103000+01'00'")

    assert read_pdf(data).published == ""


@pytest.mark.parametrize("title", ["Microsoft Word - owl.docx", "untitled", "owl_final.indd"])
def test_a_title_that_a_program_made_up_is_none(title: str) -> None:
    assert read_pdf(made.pdf([OWL], title=title)).title == ""


def test_one_locked_with_a_password_is_refused() -> None:
    with pytest.raises(ReadError, match="is password-protected"):
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
    with pytest.raises(ReadError, match="only images; run a scan through OCR first"):
        read_pdf(made.pdf([]))


def with_broken_pages(*numbers: int) -> bytes:
    """Make a PDF of six pages, some of which are packed in a way that nobody knows."""
    pages = (OWL, MILL, BRIDGE, HONEY, PARADE, VAN)
    data = made.pdf(*([text] for text in pages))
    for number in numbers:
        at = data.index(f"({pages[number - 1]}".encode())
        length = data.rindex(b"<< /Length", 0, at) + 2
        data = data[:length] + b"/Filter /Unknown " + data[length:]
    return data


class TestBrokenPages:
    @pytest.mark.parametrize(
        ("broken", "told"),
        [
            ([2], "page 2 is damaged"),
            ([1, 6], "pages 1, 6 are damaged"),
            ([2, 3, 4, 6], "pages 2-4, 6 are damaged"),
        ],
    )
    def test_the_others_are_read(self, broken: list[int], told: str) -> None:
        found = read_pdf(with_broken_pages(*broken))

        kept = [
            text
            for number, text in enumerate((OWL, MILL, BRIDGE, HONEY, PARADE, VAN), 1)
            if number not in broken
        ]
        assert found.text == "\n\n".join(kept)
        assert found.notice == f"was read only in part: {told}"

    def test_one_that_is_packed_wrongly_is_told_too(self) -> None:
        data = with_broken_pages(3).replace(b"/Unknown", b"/FlateDecode")

        found = read_pdf(data)

        assert found.notice == "was read only in part: page 3 is damaged"
        assert BRIDGE not in found.text

    def test_one_without_text_is_no_broken_one(self) -> None:
        assert read_pdf(made.pdf([OWL], [], [MILL])).notice == ""

    def test_all_broken_is_an_error(self) -> None:
        with pytest.raises(ReadError, match="pages 1-6 are damaged, and no other page has text"):
            read_pdf(with_broken_pages(1, 2, 3, 4, 5, 6))

    def test_broken_ones_and_pictures_are_an_error_that_names_them(self) -> None:
        data = made.pdf([OWL], []).replace(b"<< /Length", b"<< /Filter /Unknown /Length", 1)

        with pytest.raises(ReadError, match="cannot be read: page 1 is damaged"):
            read_pdf(data)

    def test_what_the_file_says_of_itself_may_be_broken(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(_: object) -> None:
            raise PdfReadError("no dictionary")

        monkeypatch.setattr(PdfReader, "metadata", property(broken))

        assert read_pdf(made.pdf([OWL], title="Owl")).text == OWL


class TestJoined:
    def test_lines_become_paragraphs(self) -> None:
        lines = [
            "A barn owl has moved into the belfry and keeps",
            "the whole choir awake.",
            "The old paper mill will reopen in spring as a",
            "school for clockmakers.",
        ]
        assert join_lines([lines]) == f"{OWL}\n\n{MILL}"

    def test_a_word_that_was_parted_is_one_again(self) -> None:
        lines = ["A barn owl has moved into the bel-", "fry and keeps the whole choir awake."]
        assert join_lines([lines]) == OWL

    def test_a_hyphen_that_belongs_to_the_words_stays(self) -> None:
        lines = ["Talks between Berlin and the French-", "German council went on until Friday."]
        assert "French- German" in join_lines([lines])

    def test_a_paragraph_goes_on_over_a_page_break(self) -> None:
        pages = [["A barn owl has moved into the belfry and keeps"], ["the whole choir awake."]]
        assert join_lines(pages) == OWL

    def test_a_page_that_ends_with_a_sentence_ends_a_paragraph(self) -> None:
        assert join_lines([[OWL], [MILL]]) == f"{OWL}\n\n{MILL}"

    def test_empty_lines_part_paragraphs(self) -> None:
        assert join_lines([["An owl", "", "A mill"]]) == "An owl\n\nA mill"

    def test_page_numbers_and_running_heads_are_left_out(self) -> None:
        pages = [
            ["The Belfry Gazette 5 March", text, f"Page {number} of 3"]
            for number, text in enumerate((OWL, MILL, BRIDGE), 1)
        ]
        assert join_lines(pages) == f"{OWL}\n\n{MILL}\n\n{BRIDGE}"

    def test_a_line_that_two_pages_share_is_text(self) -> None:
        assert join_lines([[OWL], [OWL]]) == f"{OWL}\n\n{OWL}"
