from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path

import pytest

from storage.article_import.file_types import guess_by_look
from storage.article_import.formats.database_exports import documents as module
from storage.article_import.formats.database_exports.exports import (
    EXPORT,
    find_service,
    read_export,
)
from storage.article_import.formats.office.docx import read_docx
from storage.article_import.formats.office.rtf import read_rtf
from storage.article_import.input_format import Document
from storage.article_import.parsed import LeftOut, ParsedArticle
from storage.article_import.reader import Reader
from storage.errors import ReadError
from storage.tables.article_details import read_details
from tests.storage.article_import import made, made_exports
from tests.storage.article_import.made_exports import DOCUMENTS
from tests.storage.desk import MILL, OWL, PARADE

EXPORTS = {
    "LexisNexis": made_exports.nexis(),
    "Nexis Uni": made_exports.nexis_uni(),
    "Factiva with codes": made_exports.factiva_coded(),
    "Factiva as shown": made_exports.factiva_shown(),
    "ProQuest": made_exports.proquest(),
    "WISO": made_exports.wiso(),
    "Europresse": made_exports.europresse(),
}

FACTIVA_SHOWN = EXPORTS["Factiva as shown"]


def as_text(blocks: Sequence[str]) -> bytes:
    return ("\n\n".join(blocks) + "\n").encode()


def as_wrapped_text(blocks: Sequence[str]) -> bytes:
    wrapped = ("\r\n".join(map(_wrap, block.split("\n"))) for block in blocks)
    return "\r\n\r\n".join(wrapped).encode()


def _wrap(line: str) -> str:
    return line if len(line) < 66 else "\r\n".join(textwrap.wrap(line, 66))


def read_text(data: bytes) -> list[ParsedArticle | LeftOut]:
    assert guess_by_look(data) == EXPORT
    return list(read_export(Document(data)))


def read_as_docx(blocks: Sequence[str]) -> list[ParsedArticle | LeftOut]:
    body = "".join(made.w_p(block.strip().replace("\n", "</w:t><w:br/><w:t>")) for block in blocks)
    return list(read_docx(Document(made.docx(body, "<dc:title>Export</dc:title>"))))


def read_as_rtf(blocks: Sequence[str]) -> list[ParsedArticle | LeftOut]:
    lines = (block.strip().replace("\n", "\\line ").replace("©", "\\'a9") for block in blocks)
    return list(read_rtf(Document(made.rtf("\\par ".join(lines)))))


def as_text_of_word(blocks: Sequence[str]) -> bytes:
    return "\r\n".join(blocks).replace("\n\n", "\n").encode()


READERS = {
    "text of Word": lambda blocks: read_text(as_text_of_word(blocks)),
    "text": lambda blocks: read_text(as_text(blocks)),
    "wrapped text": lambda blocks: read_text(as_wrapped_text(blocks)),
    "docx": read_as_docx,
    "rtf": read_as_rtf,
}


def check(found: Sequence[ParsedArticle | LeftOut]) -> None:
    check_documents(found, DOCUMENTS)


def check_documents(
    found: Sequence[ParsedArticle | LeftOut], documents: Sequence[made_exports.Document]
) -> None:
    assert [one for one in found if isinstance(one, LeftOut)] == []
    for one, document in zip(found, documents, strict=True):
        assert isinstance(one, ParsedArticle)
        told = (one.title, one.outlet, one.author, one.published)
        assert told == (
            document.headline,
            document.outlet,
            document.author,
            document.published,
        )
        text = one.text.removeprefix("What the village says.\n\n")
        assert text == "\n\n".join(document.paragraphs)


@pytest.mark.parametrize("blocks", EXPORTS.values(), ids=EXPORTS)
@pytest.mark.parametrize("way", READERS)
def test_each_document_is_an_article_in_whatever_file(way: str, blocks: list[str]) -> None:
    check(READERS[way](blocks))


@pytest.mark.parametrize(
    ("blocks", "details"),
    [
        (made_exports.nexis(), {"section": "NEWS; Pg. 4"}),
        (made_exports.factiva_coded(), {"section": "News"}),
        (
            [one.replace("Subject:", "Section: News\nSubject:") for one in made_exports.proquest()],
            {"section": "News"},
        ),
    ],
    ids=["Nexis", "Factiva", "ProQuest"],
)
def test_where_it_stood_in_the_paper_is_kept(blocks: list[str], details: dict[str, str]) -> None:
    for one in read_text(as_text(blocks)):
        assert isinstance(one, ParsedArticle)
        assert read_details(one.details) == details


def test_a_page_of_factiva() -> None:
    check(read_text(made_exports.factiva_page()))


@pytest.mark.parametrize("service", ["WISO", "Europresse"])
def test_pages_of_others(service: str) -> None:
    parts = "".join(f"<div>{block}</div>" for block in EXPORTS[service])
    page = f"<html><head><meta charset=utf-8><title>{service}</title></head><body>{parts}</body>"

    check(read_text(page.encode()))


@pytest.mark.parametrize(
    ("service", "from_", "to", "why"),
    [
        ("WISO", "Quelle: The Mill Post, 12.03.2026,", "Quelle: The Mill Post,", "has no source"),
        ("Europresse", "12 mars 2026", "", "has no outlet with a date below it"),
    ],
)
def test_what_tells_no_day_is_left_out_by_name(service: str, from_: str, to: str, why: str) -> None:
    first, second, third = read_text(
        as_text([block.replace(from_, to) for block in EXPORTS[service]])
    )

    check_documents([first, third], [DOCUMENTS[0], DOCUMENTS[2]])
    assert isinstance(second, LeftOut)
    assert second.why.startswith(why)


def test_codes_of_factiva_in_rows_of_a_table() -> None:
    def make_row(*cells: str) -> str:
        filled = ("".join(map(made.w_p, cell.split("\n\n"))) for cell in cells)
        return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in filled)}</w:tr>"

    body = "".join(
        f"<w:tbl>{''.join(make_row(*row) for row in rows)}</w:tbl>"
        for rows in (made_exports.factiva_rows(one, at) for at, one in enumerate(DOCUMENTS, 1))
    )
    check(list(read_docx(Document(made.docx(body)))))


def test_codes_of_factiva_before_their_values() -> None:
    lines = [
        f"{code} {value}"
        for number, document in enumerate(DOCUMENTS, 1)
        for code, value in made_exports.factiva_rows(document, number)
    ]
    check(read_text("\n".join(lines).encode()))


def test_when_nexis_took_it_in_is_when_it_was_saved() -> None:
    for blocks in (made_exports.nexis(), made_exports.nexis_uni()):
        first = read_as_docx(blocks)[0]
        assert isinstance(first, ParsedArticle)
        assert first.captured == "2026-03-20"


def test_documents_of_proquest_are_parted_by_their_numbers_too() -> None:
    check(read_as_docx([one for one in made_exports.proquest() if not one.startswith("___")]))


def test_one_document_alone_is_one_article() -> None:
    for blocks in (
        made_exports.nexis(DOCUMENTS[:1], of=1),
        made_exports.nexis_uni(DOCUMENTS[:1])[7:],
        made_exports.factiva_coded(DOCUMENTS[:1]),
        made_exports.factiva_shown(DOCUMENTS[:1]),
    ):
        (found,) = read_as_docx(blocks)
        assert isinstance(found, ParsedArticle)
        assert found.title == DOCUMENTS[0].headline


def test_a_document_that_is_there_twice_is_told() -> None:
    found = read_text(as_text(made_exports.nexis([DOCUMENTS[0], DOCUMENTS[1], DOCUMENTS[0]])))

    assert [one.notice for one in found if isinstance(one, ParsedArticle)] == [
        "",
        "",
        "stands more than once in this export",
    ]


class TestWhatIsNotSurelyRecognised:
    def test_a_document_without_its_fields_is_left_out_by_name(self) -> None:
        blocks = made_exports.nexis()
        blocks[3:7] = []

        found = read_text(as_text(blocks))
        assert isinstance(found[0], LeftOut)
        assert found[0].name == "“The Belfry Gazette”"
        assert "has no date or no fields" in found[0].why
        assert "export it again" in found[0].why
        assert all(isinstance(one, ParsedArticle) for one in found[1:])

    def test_one_without_a_date_is_left_out(self) -> None:
        blocks = [one.replace("March 5, 2026", "some day") for one in made_exports.nexis_uni()]

        assert isinstance(read_as_docx(blocks)[0], LeftOut)

    def test_one_without_its_full_text_is_left_out_by_its_headline(self) -> None:
        blocks = [
            one if not one.startswith(f"Full text: {OWL}") else "Full text: Not available."
            for one in made_exports.proquest()
            if one != MILL
        ]
        (first, *_) = read_text(as_text(blocks))
        assert isinstance(first, LeftOut)
        assert first.name == "“Owl moves in”"
        assert "has no full text in this export" in first.why

    def test_what_only_has_the_marks_is_refused_with_what_to_do(self, folder: Path) -> None:
        path = folder / "export.txt"
        path.write_text("1 of 2 DOCUMENTS\n\nx\n\n2 of 2 DOCUMENTS\n\ny\n", "utf-8")

        with Reader() as reader:
            readings = list(reader.read(str(path)))
        assert [one.article for one in readings] == [None, None]
        assert "export it again as DOCX or RTF" in readings[0].problem

    @pytest.mark.parametrize(
        "text",
        [
            f"{OWL}\n\n1 of 2 documents was found.\n\n{MILL}",
            f"The plan\n\nLength: 40 metres\n\nBody\n\n{OWL}",
            f"{OWL}\n\n154 words\n\n{MILL}",
            "_" * 60 + f"\n\n{OWL}",
            f"HD\n\n{OWL}",
            f"Document 1 of the series\n\n{OWL}",
        ],
    )
    def test_texts_that_have_one_such_mark_are_texts(self, text: str) -> None:
        assert find_service(text) is None

    def test_a_document_beyond_all_measure(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(module, "LARGEST_CHAPTER", 10_000)
        blocks = made_exports.nexis()
        blocks[8:8] = [PARADE] * 1000

        with pytest.raises(ReadError, match="larger than any article"):
            read_text(as_text(blocks))


class TestTextOfADocument:
    def test_words_that_look_like_fields_stay_in_the_text(self) -> None:
        said = (
            "Subject: owls are the subject.",
            "City: none.",
            "CO workers IN town.",
            "Copyright?",
        )
        document = DOCUMENTS[0]._replace(paragraphs=(OWL, *said, MILL))

        for make in (made_exports.nexis_uni, made_exports.factiva_coded):
            (found,) = read_as_docx(make([document]))
            assert isinstance(found, ParsedArticle)
            for one in said:
                assert one in found.text
            assert found.text.endswith(MILL)

    def test_a_correction_is_kept(self) -> None:
        blocks = made_exports.nexis(DOCUMENTS[:1])
        blocks[-4:-4] = ["CORRECTION: It was a tawny owl."]

        (found,) = read_text(as_text(blocks))
        assert isinstance(found, ParsedArticle)
        assert found.text.endswith("\n\nCorrection: It was a tawny owl.")

    def test_a_headline_may_be_a_field_below_rights_and_edition(self) -> None:
        head = [
            "1 of 3 DOCUMENTS",
            "Copyright 2026 The Belfry Gazette Limited\n   All Rights Reserved\nThe Belfry Gazette",
            "March 5, 2026 Thursday\n   London Edition 1",
            "SECTION: FRONT PAGE; Pg. 1",
            "LENGTH: 154 words",
            "HEADLINE: Owl moves in",
            "BYLINE: Nell Harker",
            "BODY:",
            OWL,
            "LOAD-DATE: March 20, 2026",
        ]
        (found,) = read_text(as_text(head))
        assert isinstance(found, ParsedArticle)
        assert (found.title, found.outlet) == ("Owl moves in", "The Belfry Gazette")
        assert (found.author, found.text) == ("Nell Harker", OWL)

    def test_german_and_french_fields(self) -> None:
        german = as_text(made_exports.nexis(DOCUMENTS[:1])).decode()
        for english, other in (
            ("1 of 3 DOCUMENTS", "Dokument 1 von 3"),
            ("BYLINE", "AUTOR"),
            ("SECTION", "RUBRIK"),
            ("LENGTH: 154 words", "LÄNGE: 154 Wörter"),
            ("LANGUAGE: ENGLISH", "SPRACHE: GERMAN"),
            ("LOAD-DATE: March 20, 2026", "UPDATE: 20. März 2026"),
            ("March 5, 2026 Thursday", "5. März 2026 Donnerstag"),
        ):
            german = german.replace(english, other)
        (found,) = read_text(german.encode())
        assert isinstance(found, ParsedArticle)
        assert (found.title, found.author) == ("Owl moves in", "Nell Harker")
        assert (found.published, found.captured) == ("2026-03-05", "2026-03-20")

    @pytest.mark.parametrize(
        "mark",
        [
            *("DOCUMENT 1 OF 3", "1 de 3 DOCUMENTS", "Document 1 de 3", "1 di 3 DOCUMENTI"),
            *("1 von 3 DOKUMENTEN", "Dokument 1 von 3", "1 van 3 DOCUMENTEN"),
        ],
    )
    def test_what_counts_the_documents_of_nexis_in_any_language(self, mark: str) -> None:
        blocks = made_exports.nexis(DOCUMENTS[:2])
        blocks = [mark if "of 3 DOCUMENTS" in block else block for block in blocks]

        check_documents(read_text(as_text(blocks)), DOCUMENTS[:2])

    def test_a_headline_that_is_a_field_below_the_section(self) -> None:
        blocks = made_exports.nexis(DOCUMENTS[:1])
        blocks.remove("Owl moves in")
        blocks.insert(blocks.index("LENGTH: 154 words") + 1, "HEADLINE: Owl moves\nin")

        check_documents(read_text(as_text(blocks)), DOCUMENTS[:1])

    def test_fields_on_lines_of_one_block(self) -> None:
        fields = ("Section", "Length", "Byline", "Highlight", "Body", "Load-Date")
        text = as_text(made_exports.nexis_uni()).decode()
        for name in fields:
            text = text.replace(f"\n\n{name}", f"\n{name}")

        check(read_text(text.encode()))

    def test_an_edition_is_no_headline(self) -> None:
        blocks = made_exports.nexis_uni(DOCUMENTS[:1])
        blocks.insert(blocks.index("March 5, 2026 Thursday") + 1, "Hauptausgabe")

        check_documents(read_text(as_text(blocks)), DOCUMENTS[:1])

    def test_the_last_line_of_factiva_in_german(self) -> None:
        blocks = [one.replace("Document BELF", "Dokument BELF") for one in FACTIVA_SHOWN]

        check(read_text(as_text(blocks)))

    def test_a_byline_of_factiva_without_a_word_before_it(self) -> None:
        blocks = [one.replace("By ", "") for one in FACTIVA_SHOWN]

        check(read_text(as_text(blocks)))

    def test_a_section_of_factiva_above_a_headline_in_capitals_is_none(self) -> None:
        bylines = {f"By {one.author}" for one in DOCUMENTS}
        blocks = [one.replace("Owl moves in", "Owl Moves In") for one in FACTIVA_SHOWN]

        found = read_text(as_text([one for one in blocks if one not in bylines]))
        assert next(one.title for one in found if isinstance(one, ParsedArticle)) == "Owl Moves In"
