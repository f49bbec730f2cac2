from __future__ import annotations

import io
import re
import textwrap
from itertools import pairwise

import pytest

from storage.article_import.formats.pdf import make_article, read_pdf
from storage.article_import.formats.pdf_layout.words import Word
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
        begun = data.index(b"stream\n", length) + len("stream\n")
        end = data.index(b"\nendstream", begun)
        data = data[:begun] + b"%" * (end - begun) + data[end:]
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
        data = data.replace(b" Tj", b" %%")

        with pytest.raises(ReadError, match="cannot be read: page 1 is damaged"):
            read_pdf(data)

    def test_what_the_file_says_of_itself_may_be_broken(self) -> None:
        data = made.pdf([OWL], title="Owl").replace(b"/Info", b"/Onfi")

        assert (read_pdf(data).text, read_pdf(data).title) == (OWL, "")


PARAGRAPHS = [
    "The bell was cast in the year of the flood and has been rung by hand since, but not today.",
    "Its rope is long, and boys hold it.",
    "Nobody in the village can remember a winter in which the choir sang so loud, nor one so cold.",
    "The owl was not asked. It left in the evening, and the neighbours heard it over the orchard.",
]


def wrapped(paragraphs: list[str], width: int) -> list[str]:
    """Return lines of at most `width` signs, with an empty one between paragraphs."""
    lines = [line for one in paragraphs for line in (*textwrap.wrap(one, width), "")]
    return lines[:-1]


def drawn(*columns: list[str], by_row: bool = True, top: float = 700, lead: float = 12) -> str:
    """Draw columns beside each other, each as wide as its longest line and a gutter of 12."""
    items = []
    left = 60.0
    for column in columns:
        items += [(row, left, line) for row, line in enumerate(column) if line]
        left += 6 * max(map(len, column)) + 12
    if by_row:
        items.sort(key=lambda item: item[:2])
    return "".join(made.placed(line, x, top - lead * row) for row, x, line in items)


def paragraphs_of(*pages: str, title: str = "") -> list[str]:
    return read_pdf(made.pdf_of(*pages, title=title)).text.split("\n\n")


class TestColumns:
    LINES = wrapped(PARAGRAPHS, 25)

    @pytest.mark.parametrize("by_row", [True, False], ids=["row by row", "column by column"])
    @pytest.mark.parametrize("count", [2, 3])
    def test_they_are_read_one_after_the_other(self, by_row: bool, count: int) -> None:
        size = -(-len(self.LINES) // count)
        columns = [self.LINES[at : at + size] for at in range(0, len(self.LINES), size)]

        found = read_pdf(made.pdf_of(drawn(*columns, by_row=by_row)))

        assert found.text.split("\n\n") == PARAGRAPHS
        assert found.notice == ""

    def test_a_headline_over_them_comes_first_and_a_line_below_last(self) -> None:
        half = len(self.LINES) // 2
        page = (
            drawn(self.LINES[:half], self.LINES[half:])
            + made.placed("The bell, the boys, the choir, the owl", 120, 740, 18)
            + made.placed(
                "Photographs: the sexton, with a camera that he found in the tower", 60, 400
            )
        )

        first, *text, last = paragraphs_of(page)

        assert (first, text) == ("The bell, the boys, the choir, the owl", PARAGRAPHS)
        assert last.startswith("Photographs: the sexton")

    def test_a_few_lines_on_the_last_page_are_in_columns_as_on_the_others(self) -> None:
        text = PARAGRAPHS * 3
        lines = wrapped(text, 30)
        pages = [drawn(lines[:16], lines[16:32]), drawn(lines[32:-2], lines[-2:])]

        assert paragraphs_of(*pages) == text

    def test_spaces_below_each_other_are_no_gutter(self) -> None:
        lines = ["the bell of the town was cast", "and hung, and rung by hands now", "all say it"]

        assert paragraphs_of(drawn(lines)) == [" ".join(lines)]

    def test_a_table_is_told(self) -> None:
        rows = [f"{name:<20}{number:>9}{number + 7:>14}" for number, name in enumerate(TOWNS, 1041)]

        found = read_pdf(made.pdf_of(drawn(rows), drawn([OWL])))

        assert found.notice == "may not be in reading order: page 1 is set like a table"
        assert OWL in found.text


TOWNS = ("Vellmouth", "Fenwold", "Aldergate", "Nether Wick", "Upper Wick")


class TestWords:
    def test_letters_that_are_placed_singly_make_words(self) -> None:
        page = "".join(
            made.placed(sign, 60 + 6 * at, 700 - 12 * row)
            for row, line in enumerate(wrapped(PARAGRAPHS, 60))
            for at, sign in enumerate(line)
            if sign != " "
        )

        assert paragraphs_of(page) == PARAGRAPHS

    def test_words_that_are_placed_singly_make_lines_in_whatever_order(self) -> None:
        items = [
            made.placed(match[0], 60 + 6 * match.start(), 700 - 12 * row)
            for row, line in enumerate(wrapped(PARAGRAPHS, 60))
            for match in re.finditer(r"\S+", line)
        ]

        assert paragraphs_of("".join(items[::2] + items[1::2])) == PARAGRAPHS

    def test_kerned_letters_make_words(self) -> None:
        line = " ".join(f"({sign}) {(at * 37) % 90 - 45}" for at, sign in enumerate(OWL))

        assert paragraphs_of(f"BT /F2 10 Tf 60 700 Td [{line}] TJ ET") == [OWL]

    def test_the_mark_of_a_footnote_is_no_figure_of_its_word(self) -> None:
        line = "BT /F2 10 Tf 60 700 Td (It weighs 1030 kg.) Tj /F2 6 Tf 4 Ts (12) Tj ET"

        assert paragraphs_of(line) == ["It weighs 1030 kg.¹²"]

    def test_words_that_run_up_the_page_do_not_run_through_the_text(self) -> None:
        aside = "BT /F2 10 Tf 0 1 -1 0 30 200 Tm (Printed by the sexton in the tower) Tj ET"

        assert paragraphs_of(aside + drawn(wrapped(PARAGRAPHS, 60))) == [
            *PARAGRAPHS,
            "Printed by the sexton in the tower",
        ]

    @pytest.mark.parametrize(
        ("angle", "matrix"), [(90, "0 1 -1 0"), (180, "-1 0 0 -1"), (270, "0 -1 1 0")]
    )
    def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(
        self, angle: int, matrix: str
    ) -> None:
        page = "".join(
            f"q {matrix} 300 400 cm {made.placed(line, 0, -12 * row)} Q\n"
            for row, line in enumerate(wrapped(PARAGRAPHS[:2], 40))
            if line
        )
        data = made.pdf_of(page).replace(b"/MediaBox", f"/Rotate {angle} /MediaBox".encode())

        assert read_pdf(data).text.split("\n\n") == PARAGRAPHS[:2]


class TestParagraphs:
    def test_lines_of_writings_without_spaces_are_joined_without_any(self) -> None:
        lines = ["鐘楼に住みついたフクロウが", "聖歌隊を眠らせない。"]
        words = [
            Word(line, 60, 60 + 10 * len(line), 700 - 12 * row, 10)
            for row, line in enumerate(lines)
        ]

        assert make_article([words], "", "", []).text == "".join(lines)

    def test_an_indent_begins_one(self) -> None:
        page, row = "", 0
        for paragraph in PARAGRAPHS:
            for number, line in enumerate(textwrap.wrap(paragraph, 50)):
                page += made.placed(line, 72 if number == 0 else 60, 700 - 12 * row)
                row += 1

        assert paragraphs_of(page) == PARAGRAPHS

    def test_where_the_next_word_had_room_one_ends(self) -> None:
        lines = [line for one in PARAGRAPHS for line in textwrap.wrap(one, 50)]

        assert paragraphs_of(drawn(lines)) == PARAGRAPHS

    def test_a_word_that_was_parted_is_one_again(self) -> None:
        lines = ["A barn owl has moved into the bel-", "fry and keeps the whole choir awake."]
        assert paragraphs_of(drawn(lines)) == [OWL]

    def test_a_hyphen_that_belongs_to_the_words_stays(self) -> None:
        lines = ["Talks between Berlin and the French-", "German council went on until Friday."]
        assert "French- German" in paragraphs_of(drawn(lines))[0]

    def test_one_goes_on_over_the_end_of_a_column_and_of_a_page(self) -> None:
        lines = wrapped(PARAGRAPHS * 3, 30)
        within = [at for at in range(4, len(lines)) if lines[at - 1] and lines[at]]
        cuts = [at for at in within if not lines[at - 1].endswith(".")][::6]
        parts = [lines[a:b] for a, b in pairwise([0, *cuts[:3], len(lines)])]

        assert paragraphs_of(drawn(*parts[:2]), drawn(*parts[2:])) == PARAGRAPHS * 3

    def test_a_page_that_ends_with_a_sentence_ends_one(self) -> None:
        assert paragraphs_of(drawn([OWL]), drawn([MILL])) == [OWL, MILL]

    def test_a_headline_of_two_lines_is_one(self) -> None:
        page = made.placed("The bell and the", 60, 760, 20) + made.placed("choir", 60, 738, 20)

        assert paragraphs_of(page + drawn(wrapped(PARAGRAPHS, 50)))[0] == "The bell and the choir"

    def test_a_footnote_stands_behind_the_paragraph_that_goes_on_below_it(self) -> None:
        lines = textwrap.wrap(" ".join(PARAGRAPHS[2:]), 50)
        note = made.placed("1 So said the sexton, who was there.", 60, 80, 7)

        assert paragraphs_of(drawn(lines[:2]) + note, drawn(lines[2:])) == [
            " ".join(lines),
            "1 So said the sexton, who was there.",
        ]


class TestMargins:
    ADDRESS = "https://www.gazette.example/owl-2026/03"
    TITLE = "Owl moves in - The Gazette"

    def printed(self, page: int, pages: int, head: str = "3/2/26, 8:25 AM") -> str:
        return (
            made.placed(head, 20, 775, 8)
            + made.placed(self.TITLE, 250, 775, 8)
            + made.placed(self.ADDRESS, 20, 15, 8)
            + made.placed(f"{page}/{pages}", 580, 15, 8)
        )

    @pytest.mark.parametrize("title", ["Owl moves in - The Gazette", ""])
    @pytest.mark.parametrize(
        "head",
        [
            *("3/2/26, 8:25 AM", "02.03.2026, 18:25", "2026/03/02 8:25"),
            *("Monday, March 2, 2026 at 8:25 AM", "Montag, 2. März 2026 um 18:25 Uhr"),
            *("lundi 2 mars 2026 à 18:25", "2 de marzo de 2026, 18:25"),
        ],
    )
    @pytest.mark.parametrize("count", [1, 2, 3])
    def test_what_a_browser_printed_is_left_out_and_its_address_kept(
        self, count: int, head: str, title: str
    ) -> None:
        pages = [
            self.printed(number, count, head) + drawn(wrapped([paragraph], 60))
            for number, paragraph in enumerate(PARAGRAPHS[:count], 1)
        ]

        found = read_pdf(made.pdf_of(*pages, title=title))

        assert found.text.split("\n\n") == PARAGRAPHS[:count]
        assert found.url == self.ADDRESS

    def test_time_and_title_alone_are_a_head(self) -> None:
        head = made.placed(f"3/2/26, 8:25 AM {self.TITLE}", 20, 775, 8)

        page = head + drawn(PARAGRAPHS[1:2])
        assert read_pdf(made.pdf_of(page, title=self.TITLE)).text == PARAGRAPHS[1]
        assert self.TITLE in read_pdf(made.pdf_of(page, title="Another")).text

    @pytest.mark.parametrize(
        "address", ["https://www.gazette.example/owl-mov...", "file:///o.html"]
    )
    def test_an_address_that_is_cut_off_or_of_this_machine_is_none(self, address: str) -> None:
        page = self.printed(1, 1).replace(self.ADDRESS, address) + drawn(PARAGRAPHS[1:2])

        found = read_pdf(made.pdf_of(page, title=self.TITLE))

        assert (found.text, found.url) == (PARAGRAPHS[1], "")

    def test_an_address_or_a_day_alone_is_text(self) -> None:
        text = wrapped(PARAGRAPHS, 60)

        assert paragraphs_of(drawn(["3/2/26, 8:25 AM", "", *text]))[0] == "3/2/26, 8:25 AM"
        assert paragraphs_of(drawn([*text, "", self.ADDRESS]))[-1] == self.ADDRESS

    @pytest.mark.parametrize("count", [2, 3, 4])
    def test_running_heads_and_page_numbers_are_left_out(self, count: int) -> None:
        pages = [
            made.placed(f"The Belfry Gazette 5 March {number}", 60, 770)
            + drawn(wrapped([paragraph], 60))
            + made.placed(f"Page {number} of {count}", 60, 30)
            for number, paragraph in enumerate(PARAGRAPHS[:count], 1)
        ]
        assert paragraphs_of(*pages) == PARAGRAPHS[:count]

    def test_a_line_that_two_pages_share_within_their_text_is_text(self) -> None:
        assert paragraphs_of(drawn([OWL]), drawn([OWL])) == [OWL, OWL]


def test_letters_that_the_file_does_not_tell_are_told() -> None:
    untold = [Word("\ufffd\ufffdl", 60, 90, 700, 10), Word("hoots.", 94, 120, 700, 10)]

    found = make_article([untold], "", "", [])

    assert found.text == "\ufffd\ufffdl hoots."
    assert found.notice == "does not say what some of its letters are; they are shown as \ufffd"
