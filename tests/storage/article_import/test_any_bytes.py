"""Every importer, given what nobody would send: `make fuzz` runs this for longer."""

from __future__ import annotations

import json
import plistlib
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from storage.article_import.file_types import list_formats
from storage.article_import.formats.tables.table_formats import PARQUET
from storage.article_import.input_format import Document, InputFormat
from storage.article_import.parsed import LeftOut, Listing
from storage.article_import.reader import Reader
from storage.article_import.sandbox import Parser
from storage.article_import.things import Given
from storage.errors import ReadError
from tests.budget import examples
from tests.storage.article_import import made, made_wire
from tests.storage.desk import MILL, OWL

fuzzing = examples(15, HealthCheck.function_scoped_fixture)
PARSED = [one for one in list_formats() if not one.is_plain]

_BITS = st.one_of(
    st.binary(max_size=12),
    st.sampled_from(
        rb"<!-- --> ]]> <![CDATA[ &#0; &#xD800; &a; %00 -1 99999999999 << >> stream endstream"
        rb" /Length obj =?utf-8?b?4pyT?= =?x?q?=FF?= <p> </html> <?xml ?> charset=utf-7"
        rb" charset=idna".split()
    ),
    st.sampled_from([b"\0", b"\xff\xfe", b"\r\n\r\n", b"\x1b[2J", b"PK\5\6", b"\xed\xa0\x80"]),
)


@st.composite
def spoilt(draw: st.DrawFn, valid: bytes) -> bytes:
    """Return a document with pieces cut out, put in, doubled or exchanged."""
    data = valid
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 200)))
        put = draw(st.one_of(_BITS, st.just(data[start:end] * 2), st.just(b"")))
        data = data[:start] + put + data[end:]
    return data


def _markup(names: Sequence[str]) -> st.SearchStrategy[str]:
    """Return strategies for tags that open and close in any order."""
    tag = st.sampled_from(names)
    value = st.text(max_size=8)
    piece = st.one_of(
        tag.map("<{}>".format),
        tag.map("</{}>".format),
        st.builds("<{} {}='{}'>".format, tag, st.sampled_from(_ATTRIBUTES), value),
        value,
        st.just(OWL),
        st.sampled_from(["<!--", "-->", "<![CDATA[", "]]>", "&lt;", "&#9999999;", "&x;", "<", ">"]),
    )
    return st.lists(piece, max_size=40).map("".join)


_ATTRIBUTES = "href rel property content xmlUrl type charset text title datetime xml:base".split()
_PAGE = (
    "html head body title meta link article p div span table tr td ul li h1 br pre script style"
    " svg math template form select time a img frameset iframe noscript".split()
)
_WIRE = (
    "nitf head docdata date.issue pubdata body body.head body.content hl1 byline person p media hl2"
    " newsItem itemMeta contentMeta headline by contentSet inlineXML inlineData html".split()
)
_CUES = (
    "WEBVTT|1|00:00:01,000 --> 00:00:02,000|00:01.000 --> 99:99:99|[00:00:01]|00:00:02 Nell|>> x"
    "|- y|<v Nell>|</v>|[MUSIC]|NELL: owl|"
).split("|")
_FEED = (
    "rss channel item title link description pubDate author content:encoded feed entry updated"
    " published summary id rdf:RDF opml head body outline guid dc:date media:content".split()
)
_WORD = (
    "w:p w:r w:t w:tbl w:tr w:tc w:del w:ins w:pPr w:rPr w:vanish w:sdt w:sdtContent w:numPr"
    " w:footnoteReference w:br w:txbxContent".split()
)
_ODF = (
    "text:p text:h text:span text:list text:list-item text:note text:note-body text:s text:tab"
    " table:table table:table-row table:table-cell text:tracked-changes".split()
)
_RTF = (
    r"{ } \par \pard \'e9 \' \u-3913? \u \uc0 \uc-1 \bin5 \bin-5 \f1 \intbl \cell \row"
    r" {\footnote {\*\x \v \v0 \deleted \deff0 \ansicpg0 \ansicpg65001"
    r" {\info{\title {\creatim\yr-1 {\stylesheet{\s1 {\listtext \* \~ \\ ".split()
)
_HEADS = (
    "From: To: Subject: Date: Content-Type: Content-Transfer-Encoding: MIME-Version: X:"
    " multipart/mixed; boundary= text/html; charset= base64 quoted-printable format=flowed".split()
)

_EXPORTS = (
    "1 of 2 DOCUMENTS|End of Document|LENGTH: 12 words|12 words|Body|5 March 2026|HD|TD|BYLINE: x"
    "|PD 5 March 2026|Document BELF0000202603|Full text: owl|Document 1 of 2|Title: owl|"
    f"|Report Information from ProQuest|{'_' * 60}|Publication date: Mar 5, 2026|{OWL}"
).split("|")
_mails = st.lists(
    st.one_of(
        st.sampled_from(_HEADS), st.text(max_size=6), st.sampled_from(["\n", "\n\n", "--", " "])
    )
).map("".join)

_OBJECTS = st.dictionaries(
    st.sampled_from("title text url source authors publishedAt articles".split()),
    st.recursive(
        st.none() | st.integers() | st.text(max_size=8),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["name", "text"]), inner),
        max_leaves=4,
    ),
)
"""What JSON may hold that is like articles."""
_SAFARI = (
    "WebMainResource WebSubframeArchives WebResourceData WebResourceMIMEType WebResourceURL"
    " WebResourceTextEncodingName"
).split()

_line = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=8)
_BODIES = (
    "Content-Encoding: gzip|Content-Encoding: br|Content-Encoding: deflate, gzip"
    "|Transfer-Encoding: chunked|Content-Encoding: owl"
).split("|")

MADE: dict[str, st.SearchStrategy[bytes]] = {
    "page": _markup(_PAGE).map(lambda text: text.encode("utf-8", "replace")),
    "pdf": st.binary(max_size=200).map(lambda data: b"%PDF-1.7\n" + data + b"\n%%EOF"),
    "epub": st.dictionaries(
        st.sampled_from(list(made.epub_parts("", ""))), st.binary(max_size=60)
    ).map(lambda parts: made.archive({**made.epub_parts(OWL, MILL), **parts})),
    "docx": _markup(_WORD).map(
        lambda text: made.archive(made.docx_parts("") | {"word/document.xml": f"<w:p>{text}</w:p>"})
    ),
    "odt": _markup(_ODF).map(lambda text: made.odt(text, text)),
    "rtf": st.lists(st.sampled_from(_RTF) | st.text(max_size=6)).map(
        lambda parts: b"{\\rtf1 " + "".join(parts).encode("utf-8", "replace")
    ),
    "mail": _mails.map(lambda text: text.encode("utf-8", "replace")),
    "mhtml": st.one_of(
        _markup(_PAGE).map(lambda text: made.mhtml(text.encode("utf-8", "replace"))),
        _mails.map(lambda text: made.mhtml(b"", headers=text.replace("\n\n", "\n"))),
    ),
    "webarchive": st.one_of(
        _markup(_PAGE).map(lambda text: made.webarchive(text.encode("utf-8", "replace"))),
        st.recursive(
            st.binary(max_size=20) | st.text(max_size=9) | st.booleans(),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.sampled_from(_SAFARI), inner, max_size=4)
            ),
        ).map(lambda value: plistlib.dumps({"WebMainResource": value}, fmt=plistlib.FMT_BINARY)),
    ),
    "zipped_pages": st.dictionaries(
        st.sampled_from(["index.html", "1/index.html", "1/index.rdf", "2/index.html"]),
        st.binary(max_size=60) | st.just(b"<a><b resource='x'/></a>"),
    ).map(lambda parts: made.archive(dict(parts))),
    "text_bundles": st.lists(st.text(max_size=30), max_size=3).map(
        lambda texts: made.text_bundles(
            *(text.encode("utf-8", "replace").decode() for text in texts)
        )
    ),
    "warc": st.lists(
        st.builds(
            made.warc_record,
            st.binary(max_size=40),
            status=st.sampled_from(["200", "200 OK", "", "404"]) | _line,
            kind=st.just("text/html") | _line,
            date=_line,
            more=st.sampled_from(["", *_BODIES]).map(lambda one: one and f"{one}\r\n"),
        ),
        max_size=3,
    ).flatmap(
        lambda records: st.sampled_from(
            [made.warc(*records), made.warc(*records, is_packed=True), b"".join(records)]
        )
    ),
    "wacz": st.lists(st.binary(max_size=60), max_size=3).map(lambda parts: made.wacz(*parts)),
    "mailbox": st.lists(_mails).map(
        lambda mails: "".join(f"From x\n{mail}\n\n" for mail in mails).encode("utf-8", "replace")
    ),
    "export": st.lists(st.sampled_from(_EXPORTS) | st.text(max_size=6)).map(
        lambda parts: "\n".join(parts).encode("utf-8", "replace")
    ),
    "nitf": _markup(_WIRE).map(lambda text: f"<nitf>{text}".encode("utf-8", "replace")),
    "newsml_g2": _markup(_WIRE).map(lambda text: made_wire.newsml(text)),
    "ninjs": st.builds(
        lambda item, known: made_wire.as_json(made_wire.ninjs(**item) | known),
        st.dictionaries(st.sampled_from(["headline", "uri", "body_text", "bodies"]), _OBJECTS),
        _OBJECTS,
    ),
    "subtitles": st.lists(st.sampled_from(_CUES) | st.text(max_size=6)).map(
        lambda parts: "\n".join(parts).encode("utf-8", "replace")
    ),
    "transcript": st.lists(st.sampled_from(_CUES) | st.text(max_size=6)).map(
        lambda parts: "\n".join([*parts, OWL]).encode("utf-8", "replace")
    ),
    "feed": _markup(_FEED).map(lambda text: f"<rss>{text}".encode("utf-8", "replace")),
    "bookmarks": _markup("dl dt a h1 h3 p".split()).map(
        lambda text: f"<!DOCTYPE NETSCAPE-Bookmark-file-1>{text}".encode("utf-8", "replace")
    ),
    "sitemap": _markup("url loc lastmod news:news news:title sitemap".split()).map(
        lambda text: f"<urlset>{text}".encode("utf-8", "replace")
    ),
    "json_feed": st.dictionaries(
        st.sampled_from("url external_url title content_html content_text authors".split()),
        st.recursive(st.none() | st.integers() | st.text(max_size=8), st.lists, max_leaves=3),
    ).map(
        lambda item: json.dumps(
            {"version": "https://jsonfeed.org/version/1", "items": [item, item]}
        ).encode()
    ),
    "csl_json": st.dictionaries(
        st.sampled_from("title container-title author issued URL".split()),
        st.recursive(
            st.none() | st.integers() | st.text(max_size=8),
            lambda inner: (
                st.lists(inner)
                | st.dictionaries(st.sampled_from(["family", "date-parts", "raw"]), inner)
            ),
            max_leaves=4,
        ),
    ).map(lambda item: json.dumps([item, {"items": item}]).encode()),
    "ris": st.lists(
        st.sampled_from("TY TI AU DA UR L1 L2 ER".split()).flatmap(
            lambda tag: st.text(max_size=9).map(f"{tag}  - {{}}".format)
        )
    ).map(lambda lines: "\n".join(["TY  - NEWS", *lines]).encode("utf-8", "replace")),
    "bibtex": st.lists(
        st.sampled_from(
            [*'{}"=,#@()\\%&$;: ', "title = {", "month = mar", "author = ", " and ", "\n@misc{b,"]
        )
        | st.text(max_size=6)
    ).map(lambda parts: ("@misc{a,\n" + "".join(parts)).encode("utf-8", "replace")),
    "csv": st.text(max_size=40).map(lambda text: f"title,text\n{text}".encode("utf-8", "replace")),
    "tsv": st.text(max_size=40).map(lambda text: f"title\ttext\n{text}".encode("utf-8", "replace")),
    "xlsx": st.binary(max_size=60).map(
        lambda data: made.archive({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": data})
    ),
    "json_lines": _OBJECTS.map(lambda one: json.dumps(one).encode() + b"\n{}"),
    "json": _OBJECTS.map(lambda one: json.dumps([one, one]).encode()),
    "addresses": st.text(max_size=20).map(
        lambda text: f"https://{text}".encode("utf-8", "replace")
    ),
    "link": st.text(max_size=20).map(
        lambda text: f"[InternetShortcut]\nURL={text}".encode("utf-8", "replace")
    ),
    "mac_link": st.binary(max_size=40).map(lambda data: b"bplist00" + data),
    "parquet": st.binary(max_size=60).map(lambda data: b"PAR1" + data + made.PARQUET[-60:]),
    "outlines": _markup(_FEED).map(lambda text: f"<opml>{text}".encode("utf-8", "replace")),
}


def reads_or_refuses(parser: Parser, input_format: InputFormat, data: bytes) -> None:
    """Fail if a parser hangs, ends, or gives back what cannot be stored."""
    try:
        if input_format == PARQUET:  # which is read from files alone
            with TemporaryDirectory() as folder:
                path = made.write(Path(folder, "owl.parquet"), data)
                everything = list(parser.parse(input_format, Document(b"", path=path)))
        else:
            document = Document(data, "", "https://gazette.example/owl")
            everything = list(parser.parse(input_format, document))
    except ReadError as error:
        if "skipped" in str(error):
            raise AssertionError(data) from error
        return
    for found in everything:
        if isinstance(found, Listing):
            for entry in found.entries:
                "".join(entry).encode("utf-8", "surrogatepass")
        else:
            assert isinstance(found, LeftOut) or found.text.strip()
            "".join(found).encode()


def test_every_format_is_tried() -> None:
    untried = [one.name for one in PARSED if one.name not in made.VALID or one.name not in MADE]
    assert untried == []


@pytest.mark.parametrize("input_format", PARSED, ids=lambda one: one.name)
@fuzzing
@given(data=st.data())
def test_any_bytes(parser: Parser, input_format: InputFormat, data: st.DataObject) -> None:
    reads_or_refuses(parser, input_format, data.draw(st.binary(max_size=400)))


@pytest.mark.parametrize("input_format", PARSED, ids=lambda one: one.name)
@fuzzing
@given(data=st.data())
def test_documents_that_were_spoilt(
    parser: Parser, input_format: InputFormat, data: st.DataObject
) -> None:
    valid = data.draw(st.sampled_from(made.VALID[input_format.name]))
    reads_or_refuses(parser, input_format, data.draw(spoilt(valid)))


@pytest.mark.parametrize("input_format", PARSED, ids=lambda one: one.name)
@fuzzing
@given(data=st.data())
def test_documents_that_are_nearly_right(
    parser: Parser, input_format: InputFormat, data: st.DataObject
) -> None:
    reads_or_refuses(parser, input_format, data.draw(MADE[input_format.name]))


@fuzzing
@given(data=st.binary(max_size=300) | st.text().map(lambda text: text.encode("utf-8", "replace")))
def test_anything_from_a_pipe(parser: Parser, data: bytes) -> None:
    for is_text in (True, False):
        given = Given("standard input", data, is_text=is_text)
        readings = list(Reader(parser=parser).read(given))

        assert readings
        for reading in readings:
            assert (reading.article is None) != (reading.problem == "" and reading.listing is None)
            assert "skipped" not in reading.problem
            if reading.article is not None:
                assert reading.article.title
                assert reading.article.text.strip()
