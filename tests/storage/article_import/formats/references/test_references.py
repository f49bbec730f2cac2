from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.article_import.formats.references import reference_articles
from storage.article_import.formats.references.csl_json import read_csl_json
from storage.article_import.formats.references.reference import Reference
from storage.article_import.formats.references.ris import read_ris
from storage.errors import ReadError
from tests.storage.article_import import made
from tests.storage.desk import quickly

OWL_RECORD = Reference(
    "Owl moves in",
    "The Belfry Gazette",
    "Nell Harker, The Owl Desk",
    "2026-03-05",
    "https://gazette.example/owl",
    citation_key="harker_owl_2026",
)


def csl(**item: Any) -> Reference:
    (found,) = read_csl_json(json.dumps([item]).encode())
    return found


def ris(*lines: str) -> Reference:
    (found,) = read_ris("\n".join(["TY  - NEWS", *lines]).encode())
    return found


class TestCslJson:
    def test_a_record_is_read_in_full(self) -> None:
        first, second = read_csl_json(made.CSL_JSON)

        assert first == OWL_RECORD
        assert second == Reference("Mills", citation_key="2")

    def test_what_zotero_keeps_in_a_note_is_the_citation_key(self) -> None:
        told = "Nell said so.\nCitation Key: harker2026\nSeen twice"

        assert csl(id="http://zotero.org/users/1/items/A", note=told).citation_key == "harker2026"

    def test_section_and_day_of_access_are_read(self) -> None:
        found = csl(section="World", accessed={"date-parts": [[2026, 3, 6]]})

        assert (found.section, found.captured) == ("World", "2026-03-06")

    def test_items_may_be_inside_an_object(self) -> None:
        first, _ = read_csl_json(b'{"items": ' + made.CSL_JSON + b"}")
        assert first == OWL_RECORD

    @pytest.mark.parametrize(
        ("issued", "published"),
        [
            ({"date-parts": [[2026, 3, 5]]}, "2026-03-05"),
            ({"raw": "2026-03-05"}, "2026-03-05"),
            ({"literal": "5 March 2026"}, "2026-03-05"),
            ({"date-parts": [[2026, 3]]}, ""),
            ({"date-parts": [[2026, 2, 30]]}, ""),
            ({"date-parts": [["x", 3, None]]}, ""),
            ({"date-parts": [[]]}, ""),
            ("2026", ""),
        ],
    )
    def test_only_a_whole_day_is_a_date(self, issued: object, published: str) -> None:
        assert csl(issued=issued).published == published

    def test_names_are_put_together(self) -> None:
        author = [
            {"given": "Anna", "non-dropping-particle": "van der", "family": "Fen"},
            {"family": "Ivory"},
            {},
            "Nell",
        ]
        assert csl(author=author).author == "Anna van der Fen, Ivory"

    def test_lists_as_services_send_them_are_read(self) -> None:
        found = csl(title=["Owl"], **{"container-title": ["Gazette", "G."]})
        assert (found.title, found.outlet) == ("Owl", "Gazette")

    def test_no_json_is_refused(self) -> None:
        with pytest.raises(ReadError, match="is damaged or not CSL JSON"):
            list(read_csl_json(b'[{"id": 1'))


class TestRis:
    def test_a_record_is_read_in_full(self) -> None:
        (found,) = read_ris(made.RIS)
        assert found == OWL_RECORD._replace(files=("files/12/owl.html",), citation_key="")

    def test_its_key_section_and_day_of_access_are_read(self) -> None:
        found = ris("ID  - harker2026", "SE  - World", "Y2  - 2026/03/06/09:00:00")

        assert found.citation_key == "harker2026"
        assert (found.section, found.captured) == ("World", "2026-03-06")

    def test_a_byte_order_mark_and_a_missing_end_lose_nothing(self) -> None:
        data = b"\xef\xbb\xbf" + made.RIS.replace(b"ER  - \r\n", b"")

        assert [one.title for one in read_ris(data * 2)] == ["Owl moves in"] * 2

    def test_a_value_goes_on_in_the_next_line(self) -> None:
        assert ris("TI  - Owl moves", "  into the belfry", "AB  - x").title == (
            "Owl moves into the belfry"
        )

    def test_the_address_may_stand_among_the_files(self) -> None:
        found = ris("L1  - https://gazette.example/owl.pdf", "L1  - files/owl.pdf")

        assert found.url == "https://gazette.example/owl.pdf"
        assert found.files == ("files/owl.pdf",)

    @pytest.mark.parametrize(
        ("lines", "published"),
        [
            (["DA  - 2026/03/05/"], "2026-03-05"),
            (["Y1  - 2026/3/5/spring"], "2026-03-05"),
            (["PY  - 2026", "DA  - 2026-03-05"], ""),
            (["PY  - 2026"], ""),
            (["DA  - 2026///", "Y1  - 2026/03/05/"], "2026-03-05"),
        ],
    )
    def test_only_a_whole_day_is_a_date(self, lines: list[str], published: str) -> None:
        assert ris(*lines).published == published

    @quickly
    @given(st.lists(st.from_regex(r"[A-Za-z][A-Za-z ]{0,20}[a-z]", fullmatch=True), min_size=1))
    def test_every_record_comes_back(self, titles: list[str]) -> None:
        data = "".join(f"TY  - NEWS\nTI  - {title}\nER  - \n\n" for title in titles).encode()

        assert [one.title for one in read_ris(data)] == titles

    def test_something_else_is_refused(self) -> None:
        with pytest.raises(ReadError, match="is damaged or not RIS"):
            list(read_ris(b"An owl has moved in."))


def test_more_records_than_can_be_listed_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference_articles, "MOST_RECORDS", 1)

    with pytest.raises(ReadError, match="has more than 1 records; split it"):
        list(reference_articles.read_references([OWL_RECORD] * 2, ""))


def test_a_title_that_is_missing_is_a_number(tmp_path: Path) -> None:
    (found,) = reference_articles.read_references([Reference()], str(tmp_path / "x.ris"))

    assert tuple(found) == ("record 1", "has no file with a text, and no address")
