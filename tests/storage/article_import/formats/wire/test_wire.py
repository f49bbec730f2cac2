from __future__ import annotations

from pathlib import Path

import pytest

from storage.article_import.file_types import guess_by_look
from storage.article_import.formats.wire.newsml_g2 import NEWSML_G2, read_newsml_g2
from storage.article_import.formats.wire.ninjs import NINJS, read_ninjs
from storage.article_import.formats.wire.nitf import NITF, read_nitf
from storage.article_import.parsed import LeftOut, ParsedArticle
from storage.article_import.reader import Reader
from storage.errors import ReadError
from storage.tables.article_details import read_details
from tests.storage.article_import.made_wire import (
    TEXT,
    XHTML,
    as_json,
    newsml,
    newsml_item,
    ninjs,
    nitf,
)
from tests.storage.desk import MILL, OWL

MARKUP = f"<p>{OWL}</p><p>{MILL}</p>"
TOLD = ("Owl moves in", "Nell Harker", "2026-03-05T09:30:00Z")


def tell(found: ParsedArticle | LeftOut) -> tuple[str, str, str]:
    assert isinstance(found, ParsedArticle)
    return found.title, found.author, found.published


def know(found: ParsedArticle | LeftOut) -> tuple[str, dict[str, str]]:
    assert isinstance(found, ParsedArticle)
    return found.item, read_details(found.details)


class TestNitf:
    def test_an_item(self) -> None:
        data = nitf().encode()

        (found,) = read_nitf(data)
        assert guess_by_look(data) == NITF
        assert tell(found) == TOLD
        assert isinstance(found, ParsedArticle)
        assert (found.text, found.outlet) == (TEXT, "The Belfry Gazette")
        assert found.url == "https://gazette.example/owl"
        assert know(found) == ("", {"urgency": "4"})

    def test_a_key_names_it_for_a_day_and_else_an_id(self) -> None:
        marked = nitf().replace("<urgency", '<doc-id id-string="7" regsrc="AP"/><urgency')
        keyed = marked.replace("<urgency", '<du-key key="OWL" version="2"/><urgency')

        (by_id,), (by_key,) = read_nitf(marked.encode()), read_nitf(keyed.encode())
        assert know(by_id)[0] == "AP 7"
        told = {"slug": "OWL", "urgency": "4", "version": "2"}
        assert know(by_key) == ("AP OWL 20260305", told)

    def test_what_was_withdrawn_is_left_out(self) -> None:
        (found,) = read_nitf(nitf(docdata='management-status="canceled"').encode())

        assert found == LeftOut("“Owl moves in”", "was withdrawn by its agency")

    def test_one_without_text_and_what_is_none(self) -> None:
        (found,) = read_nitf(nitf("").encode())

        assert found == LeftOut("“Owl moves in”", "has no text")
        with pytest.raises(ReadError, match="is damaged or not an NITF item"):
            list(read_nitf(b"<nitfy/>"))


class TestNewsMl:
    @pytest.mark.parametrize(
        ("content", "text"),
        [
            (XHTML, None),
            (f"<inlineXML>{nitf()[21:]}</inlineXML>", TEXT),
            (
                f'<inlineData contenttype="text/plain">{OWL}\n\n{MILL}</inlineData>',
                f"{OWL}\n\n{MILL}",
            ),
            (f"<inlineXML/>{XHTML}", None),
        ],
        ids=["XHTML", "NITF", "plain", "first rendition empty"],
    )
    def test_an_item(self, content: str, text: str | None) -> None:
        data = newsml(newsml_item(content))

        (found,) = read_newsml_g2(data)
        assert guess_by_look(data) == NEWSML_G2
        assert tell(found) == TOLD
        assert isinstance(found, ParsedArticle)
        assert (found.outlet, found.modified) == ("Belfry Agency", "2026-03-05T10:30:00Z")
        assert know(found) == ("urn:owl:1", {"urgency": "4", "version": "3"})
        assert OWL in found.text
        assert text is None or found.text == text

    def test_items_that_are_no_texts_or_were_withdrawn(self) -> None:
        data = newsml(
            newsml_item("<remoteContent/>", kind="picture"),
            newsml_item(XHTML, '<pubStatus qcode="stat:canceled"/>'),
            newsml_item(XHTML, "<embargoed>2026-03-06T06:00:00Z</embargoed>"),
        )
        withdrawn, embargoed = read_newsml_g2(data)

        assert withdrawn == LeftOut("“Owl moves in”", "was withdrawn by its agency")
        assert isinstance(embargoed, ParsedArticle)
        assert embargoed.notice == "is embargoed until 2026-03-06T06:00:00Z"

    def test_no_texts_at_all(self) -> None:
        with pytest.raises(ReadError, match="has no text"):
            list(read_newsml_g2(newsml(newsml_item("", kind="picture"))))


class TestNinjs:
    def test_an_item(self) -> None:
        data = as_json(ninjs())

        (found,) = read_ninjs(data)
        assert guess_by_look(data) == NINJS
        assert tell(found) == TOLD
        assert isinstance(found, ParsedArticle)
        assert found.text == f"{OWL}\n\n{MILL}"
        assert (found.outlet, found.url) == ("Belfry Agency", "https://agency.example/owl")
        assert found.modified == "2026-03-05T10:30:00Z"

    def test_what_else_it_tells_is_kept(self) -> None:
        subject = [{"name": "Animals", "code": "x"}]
        item = ninjs(version="7", slugline="OWL-MOVES", subject=subject)

        (found,) = read_ninjs(as_json(item))
        told = {"section": "Animals", "slug": "OWL-MOVES", "urgency": "4", "version": "7"}
        assert know(found) == ("https://agency.example/owl", told)

    @pytest.mark.parametrize(
        "known",
        [
            {"body_text": "", "body_xhtml": f"<p>{OWL}</p><p>{MILL}</p>"},
            {
                "body_text": None,
                "bodies": [{"role": "main", "value": f"<p>{OWL}</p><p>{MILL}</p>"}],
            },
            {"body_text": "flat", "body_xhtml": f"<p>{OWL}</p><p>{MILL}</p>"},
        ],
    )
    def test_markup_tells_paragraphs(self, known: dict[str, object]) -> None:
        (found,) = read_ninjs(as_json(ninjs(**known)))

        assert isinstance(found, ParsedArticle)
        assert found.text == f"{OWL}\n\n{MILL}"

    @pytest.mark.parametrize("name", ["items", "_items", ""])
    def test_a_list_of_items(self, name: str) -> None:
        items = [ninjs(), ninjs(type="picture"), ninjs(pubstatus="canceled", headline="Gone"), 7]

        found = list(read_ninjs(as_json({name: items} if name else items)))
        assert tell(found[0]) == TOLD
        assert found[1:] == [LeftOut("“Gone”", "was withdrawn by its agency")]

    @pytest.mark.parametrize("data", [b"[]", b"{", b'{"type": "picture"}', b"7"])
    def test_what_is_none_is_refused(self, data: bytes) -> None:
        with pytest.raises(ReadError):
            list(read_ninjs(data))


def test_they_are_read_by_whatever_name(folder: Path) -> None:
    files = {
        "a.xml": nitf().encode(),
        "b.xml": newsml(newsml_item(XHTML)),
        "c.json": as_json(ninjs()),
        "d.nitf": nitf().encode(),
    }
    with Reader() as reader:
        for name, data in files.items():
            (folder / name).write_bytes(data)
            (reading,) = reader.read(str(folder / name))
            assert reading.article is not None, reading.problem
            assert reading.article.title == "Owl moves in"
