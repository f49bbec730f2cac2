"""Documents of every kind, made here and not by the libraries that read them."""

from __future__ import annotations

import base64
import gzip
import io
import json
import plistlib
import quopri
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl

from tests.storage.article_import import made_exports, made_wire
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, VAN

TEXTS = (OWL, MILL, PARADE, BRIDGE, HONEY, VAN)
HEADLINE = "Owl keeps the choir awake"
HEAD = """\
<title>Owl keeps the choir awake | The Belfry Gazette</title>
<meta property="og:title" content="Owl keeps the choir awake">
<meta property="og:site_name" content="The Belfry Gazette">
<meta name="author" content="Nell Harker">
<meta property="article:published_time" content="2026-03-05T10:30:00+01:00">
"""


def page(head: str = HEAD, paragraphs: Sequence[str] = TEXTS) -> bytes:
    """Make a page with an article between the boilerplate of a site."""
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>{HEADLINE}</h1>{body}</article>"
        "<footer>All rights reserved.</footer></body></html>"
    ).encode()


def pdf(
    *pages: Sequence[str], title: str = "", author: str = "", created: str = "", extra: str = ""
) -> bytes:
    """Make a PDF with these lines on its pages."""
    streams = []
    for lines in pages:
        shown = " ".join(f"({_escaped(line)}) Tj T*" for line in lines)
        streams.append(f"BT /F1 11 Tf 14 TL 72 720 Td {shown} ET")
    return pdf_of(*streams, title=title, author=author, created=created, extra=extra)


def placed(text: str, left: float, baseline: float, size: float = 10) -> str:
    """Return what draws a text at that place of a page, each sign 0.6 of `size` wide."""
    return f"BT /F2 {size} Tf 1 0 0 1 {left} {baseline} Tm ({_escaped(text)}) Tj ET\n"


def pdf_of(
    *streams: str, title: str = "", author: str = "", created: str = "", extra: str = ""
) -> bytes:
    """Make a PDF with pages that these streams draw, in `F1`, Helvetica, and `F2`, Courier."""
    count = len(streams)
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        *(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
            for name in ("Helvetica", "Courier")
        ),
    ]
    for number, stream in enumerate(streams):
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792]"
            " /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>"
            f" /Contents {6 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    known = {"Title": title, "Author": author, "CreationDate": created}
    said = " ".join(f"/{name} ({_escaped(value)})" for name, value in known.items() if value)
    objects.append(f"<< {said} >>")
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    begun = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += (
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R {extra} >>\n"
        f"startxref\n{begun}\n%%EOF\n"
    ).encode()
    return bytes(out)


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def archive(parts: Mapping[str, bytes | str]) -> bytes:
    """Make a ZIP archive whose first part is not packed, as EPUB wants it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for number, (name, data) in enumerate(parts.items()):
            part = zipfile.ZipInfo(name, (2026, 3, 5, 10, 30, 0))  # the same bytes every time
            made.writestr(part, data, zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED)
    return out.getvalue()


def epub_parts(*chapters: str) -> dict[str, str]:
    """Return the parts of a book with these chapters, each in a file of its own."""
    items = "".join(
        f'<item id="c{number}" href="text/c{number}.xhtml" media-type="application/xhtml+xml"/>'
        for number in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{number}"/>' for number in range(len(chapters)))
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": (
            '<?xml version="1.0"?>'
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
            '<rootfiles><rootfile full-path="OPS/book.opf"'
            ' media-type="application/oebps-package+xml"/></rootfiles></container>'
        ),
        "OPS/book.opf": (
            '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
            '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
            "<dc:title>Village birds</dc:title>"
            "<dc:creator>Nell Harker</dc:creator><dc:publisher>Belfry Press</dc:publisher>"
            f"<dc:date>2026-03-05</dc:date></metadata><manifest>{items}</manifest>"
            f"<spine>{spine}</spine></package>"
        ),
    } | {
        f"OPS/text/c{number}.xhtml": (
            '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">'
            f"<head><title>x</title></head><body>{chapter}</body></html>"
        )
        for number, chapter in enumerate(chapters)
    }


def epub(*chapters: str) -> bytes:
    """Make a book with these chapters."""
    return archive(epub_parts(*chapters))


DOCX_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODF_NAMES = (
    f'xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0" xmlns:table="{_ODF}:table:1.0"'
    f' xmlns:style="{_ODF}:style:1.0" xmlns:meta="{_ODF}:meta:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def _relationships(**targets: str) -> str:
    told = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name.replace("_", "-")}" Target="{target}"/>'
        for name, target in targets.items()
    )
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{told}</Relationships>"
    )


def docx_parts(body: str, properties: str = "", **parts: str) -> dict[str, str]:
    """Return the parts of a Word document; `parts` are elements of `styles`, `footnotes` and so."""
    found = {
        "[Content_Types].xml": DOCX_TYPES,
        "_rels/.rels": _relationships(
            officeDocument="word/document.xml", core_properties="docProps/core.xml"
        ),
        "docProps/core.xml": (
            '<p:coreProperties xmlns:p="urn:p" xmlns:dc="urn:dc" xmlns:dcterms="urn:t">'
            f"{properties}</p:coreProperties>"
        ),
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relationships(**{one: f"{one}.xml" for one in parts}),
    }
    return found | {
        f"word/{name}.xml": f"<w:{name} {_W}>{part}</w:{name}>" for name, part in parts.items()
    }


def docx(body: str, properties: str = "", **parts: str) -> bytes:
    """Make a Word document; see `docx_parts`."""
    return archive(docx_parts(body, properties, **parts))


def w_p(text: str, properties: str = "") -> str:
    """Return a paragraph of a Word document."""
    told = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{told}<w:r><w:t>{text}</w:t></w:r></w:p>"


def odt_parts(body: str, styles: str = "", properties: str = "") -> dict[str, str]:
    """Return the parts of an OpenDocument text."""
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "meta.xml": f"<office:document-meta {_ODF_NAMES}>{properties}</office:document-meta>",
        "content.xml": (
            f"<office:document-content {_ODF_NAMES}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>"
        ),
    }


def odt(body: str, styles: str = "", properties: str = "") -> bytes:
    """Make an OpenDocument text."""
    return archive(odt_parts(body, styles, properties))


def rtf(body: str, head: str = "") -> bytes:
    """Make an RTF document."""
    fonts = r"{\fonttbl{\f0 Times;}{\f1\fcharset204 Times;}}"
    return rf"{{\rtf1\ansi\ansicpg1252\deff0{fonts}{head}\f0 {body}}}".encode("cp1252")


def mail(
    body: str = "\n\n".join(TEXTS), kind: str = "text/plain; charset=utf-8", **more: str
) -> bytes:
    """Make a mail with this body."""
    heads = {
        "From": "The Belfry Gazette <news@gazette.example>",
        "To": "reader@example.org",
        "Subject": HEADLINE,
        "Date": "Thu, 05 Mar 2026 10:30:00 +0100",
        "Message-ID": "<1@gazette.example>",
        "MIME-Version": "1.0",
        "Content-Type": kind,
    } | {name.replace("_", "-"): value for name, value in more.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in heads.items())
    return f"{lines}\r\n{body}".encode()


def mailbox(*mails: bytes) -> bytes:
    """Make a box of these mails."""
    return b"".join(
        b"From news@gazette.example Thu Mar  5 10:30:00 2026\n"
        + mail.replace(b"\r\n", b"\n").removesuffix(b"\n")
        + b"\n\n"
        for mail in mails
    )


def xlsx() -> bytes:
    """Make a workbook of two articles."""
    book = openpyxl.Workbook()
    for row in (["title", "text"], ["Owl", OWL], ["Mill", MILL]):
        book.worksheets[0].append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def mhtml(
    page: bytes,
    kind: str = "text/html",
    address: str = "https://gazette.example/owl",
    headers: str = "",
    more: Sequence[bytes] = (),
) -> bytes:
    """Make a page as Chrome saves it; `more` are parts that follow it, `headers` others on top."""
    head = headers or (
        "From: <Saved by Blink>\r\n"
        f"Snapshot-Content-Location: {address}\r\n"
        "Subject: =?utf-8?Q?Owl=20moves=20in?=\r\n"
        "Date: Thu, 9 Apr 2026 10:15:00 -0000\r\n"
    )
    first = (
        f"Content-Type: {kind}\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
        f"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: {address}\r\n\r\n"
    ).encode() + quopri.encodestring(page)
    parts = b"".join(b"--x\r\n" + part + b"\r\n" for part in (first, *more))
    top = f'{head}MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n'
    return top.encode() + parts + b"--x--\r\n"


def webarchive(
    page: bytes,
    address: str = "https://gazette.example/owl",
    kind: str = "text/html",
    *,
    frames: Sequence[bytes] = (),
    is_binary: bool = True,
) -> bytes:
    """Make a page as Safari saves it; `frames` are the pages that it shows in frames."""

    def resource(data: bytes, url: str) -> dict[str, object]:
        return {
            "WebMainResource": {
                "WebResourceData": data,
                "WebResourceMIMEType": kind,
                "WebResourceTextEncodingName": "UTF-8",
                "WebResourceURL": url,
            }
        }

    whole = resource(page, address)
    if frames:
        whole["WebSubframeArchives"] = [resource(data, "about:blank") for data in frames]
    return plistlib.dumps(
        whole, fmt=plistlib.FMT_BINARY if is_binary else plistlib.FMT_XML, sort_keys=False
    )


def warc_record(
    body: bytes,
    address: str = "https://gazette.example/owl",
    status: str = "200 OK",
    kind: str = "text/html; charset=utf-8",
    *,
    date: str = "2026-04-09T10:15:00Z",
    record: str = "response",
    more: str = "",
) -> bytes:
    """Make a record of a web archive: what a server answered; `more` are headers of HTTP."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body
    head = (
        f"WARC-Type: {record}\r\nWARC-Target-URI: {address}\r\nWARC-Date: {date}\r\n"
        "WARC-Record-ID: <urn:uuid:0b5a5c0e-6c4f-4d5a-8d33-2f3ae0c1d111>\r\n"
        f"Content-Type: application/http; msgtype={record}\r\nContent-Length: {len(answer)}\r\n"
    )
    return f"WARC/1.1\r\n{head}\r\n".encode() + answer + b"\r\n\r\n"


def warc_info() -> bytes:
    """Make the record with which an archive begins."""
    return (
        b"WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Date: 2026-04-09T10:15:00Z\r\n"
        b"Content-Type: application/warc-fields\r\n"
        b"Content-Length: 14\r\n\r\nsoftware: own\n\r\n\r\n"
    )


def warc(*records: bytes, is_packed: bool = False) -> bytes:
    """Make a web archive of these records, each packed by itself where `is_packed`."""
    everything = (warc_info(), *records)
    return b"".join(gzip.compress(one, mtime=0) if is_packed else one for one in everything)


def wacz(*archives: bytes) -> bytes:
    """Make a web archive in a ZIP archive, of these files of packed records."""
    parts = {f"archive/{number}.warc.gz": data for number, data in enumerate(archives)}
    return archive({"datapackage.json": b"{}", **parts})


def maff(page: bytes, address: str = "https://gazette.example/owl", folder: str = "1") -> bytes:
    """Make a page as add-ons of Firefox saved it."""
    told = {"originalurl": address, "archivetime": "Thu, 9 Apr 2026 10:15:00 GMT"}
    told["indexfilename"] = "index.html"
    said = "".join(f'<M:{name} R:resource="{value}"/>' for name, value in told.items())
    return archive(
        {
            f"{folder}/index.html": page,
            f"{folder}/index.rdf": (
                '<?xml version="1.0"?><R:RDF xmlns:M="http://maf.mozdev.org/metadata/rdf#"'
                ' xmlns:R="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
                f'<R:Description R:about="urn:root">{said}</R:Description></R:RDF>'
            ),
        }
    )


def htz(page: bytes) -> bytes:
    """Make a page as WebScrapBook saves it."""
    return archive({"index.html": page, "owl.png": b""})


def text_bundles(*texts: str) -> bytes:
    """Make an archive of bundles of text, as Bear keeps them."""
    parts: dict[str, bytes | str] = {}
    for number, text in enumerate(texts):
        parts[f"note {number}.textbundle/info.json"] = '{"version": 2}'
        parts[f"note {number}.textbundle/text.md"] = text
    return archive(parts)


def rss(*items: str, title: str = "The Belfry Gazette") -> bytes:
    """Make an RSS feed of these items."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{title}</title><link>https://gazette.example/</link>"
        f"{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
    ).encode()


def item(title: str, link: str, date: str = "Thu, 05 Mar 2026 09:30:00 GMT", more: str = "") -> str:
    """Return one item of an RSS feed."""
    return f"<title>{title}</title><link>{link}</link><pubDate>{date}</pubDate>{more}"


ATOM = b"""<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Belfry notes</title>
<entry><title type="html">Owl &amp;amp; mill</title><link href="/owl"/>
<author><name>Nell Harker</name></author><updated>2026-03-05T10:30:00+01:00</updated>
<summary>Short.</summary></entry></feed>"""

OPML = b"""<?xml version="1.0"?><opml version="2.0"><head><title>My papers</title></head><body>
<outline text="Local"><outline text="Gazette" xmlUrl="https://gazette.example/feed"/>
<outline text="Deeper"><outline title="Herald" xmlUrl="https://herald.example/rss"/></outline>
</outline></body></opml>"""

BOOKMARKS = b"""<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
<DL><p><DT><H3>Local</H3><DL><p>
<DT><A HREF="https://gazette.example/owl" ADD_DATE="1772703000">Owl &amp; mill</A>
<DT><A HREF="javascript:alert(1)">A button</A>
<DT><A HREF="file:///etc/passwd">A file</A>
<DT><A HREF="https://herald.example/mill" ADD_DATE="soon"></A>
</DL><p></DL><p>"""

NEWS_SITEMAP = b"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://gazette.example/owl</loc><news:news><news:publication>
<news:name>The Belfry Gazette</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2026-03-05T10:30:00+01:00</news:publication_date>
<news:title>Owl &amp; mill</news:title></news:news></url>
<url><loc>https://gazette.example/mill</loc><lastmod>2026-03-06</lastmod></url><url/></urlset>"""

JSON_FEED = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "The Belfry Gazette",
"items": [{"id": "1", "url": "/owl", "title": "Owl  moves in", "content_html": "<p>An owl.</p>",
"date_published": "2026-03-05T10:30:00+01:00",
"authors": [{"name": "Nell Harker"}, {"name": "Tom Ivory"}, {"url": "x"}]},
{"id": 2, "external_url": "https://herald.example/mill", "author": {"name": "Ann Fen"},
"content_text": "A mill & a <pond>.\\n\\nNo more.", "title": null}]}"""

CSL_JSON = json.dumps(
    [
        {
            "id": "harker_owl_2026",
            "type": "article-newspaper",
            "title": "Owl moves in",
            "container-title": "The Belfry Gazette",
            "author": [{"family": "Harker", "given": "Nell"}, {"literal": "The Owl Desk"}],
            "issued": {"date-parts": [["2026", 3, 5]]},
            "URL": "https://gazette.example/owl",
        },
        {"id": "2", "type": "book", "title": "Mills"},
    ]
).encode()

RIS = b"""TY  - NEWS\r
TI  - Owl moves in\r
AU  - Harker, Nell\r
AU  - The Owl Desk\r
T2  - The Belfry Gazette\r
DA  - 2026/03/05/\r
PY  - 2026\r
UR  - https://gazette.example/owl\r
L2  - files/12/owl.html\r
ER  - \r
"""

BIBTEX = rb"""% written by hand
@string{gazette = "The Belfry Gazette"}
@comment{jabref-meta: databaseType:biblatex;}

@article{harker_owl_2026,
	title = {{Owl} moves in},
	author = {Harker, Nell and {The Owl Desk}},
	journal = gazette,
	date = {2026-03-05},
	url = {https://gazette.example/owl},
	file = {Snapshot:files/12/owl.html:text/html;Full Text:files/13/owl.pdf:application/pdf},
}
"""

ADDRESSES = b"https://gazette.example/owl\nhttps://herald.example/mill\n"

LINK = b"[InternetShortcut]\r\nURL=https://gazette.example/owl\r\n"

CSV = f'title,date,text\nOwl,2026-03-05,"{OWL}"\nMill,,"{MILL}"\n'.encode()

JSON_LINES = b"".join(
    json.dumps({"title": text[:6], "text": text}).encode() + b"\n" for text in (OWL, MILL)
)

BOMB = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "owl owl owl owl owl owl owl owl ">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;">
<!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;"><!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;">
<!ENTITY x SYSTEM "file:///etc/passwd">]>
<rss version="2.0"><channel><title>&g;</title><item><title>&x;</title>
<link>https://gazette.example/owl</link></item></channel></rss>"""

_ITEM = item("Owl", "https://gazette.example/", more=f"<description>{MILL}</description>")
PARQUET = base64.b85decode(
    "P(e~L6#x|?6(TGZ0u=xi1{DSX01W^D06}gbZ+C1UZEtpEWG)o~87wsb7!71~V{2q$Uvpz<Wo=;<0ss{ZB>)%%bY*"
    "ySB>(^x0vQ|`93}u96$}{_02vqrbY*yS6#y0j7DN_ACI~zj4MA=oZ+C1UZEtpEWG)yDL2e*#cWfYSZ+2y5E*1bN4"
    "MA=oZ+C1UZEtpEWG)yDL2e*#cWfYSZ+2y5E)fv`85|V=6#x|i0000ML>2-j2o^*DC@4gAV{1f0Aa-SPb7^mGAa*h"
    "?FfK75C}MSKY-AufWH&f5F*Id4Few=v8~^|S$^ZZWP(e~L"
)
"""A table of one row that says `An owl moved.` in the column `text`."""

VALID: dict[str, Sequence[bytes]] = {
    "page": [page(), page().decode().encode("utf-16")],
    "pdf": [pdf([OWL], [MILL], title="Owl", created="D:20260305103000Z")],
    "epub": [epub(f"<p>{OWL}</p>", f"<p>{MILL}</p>")],
    "docx": [docx(w_p(OWL) + w_p(MILL), "<dc:creator>Nell Harker</dc:creator>", styles="")],
    "odt": [odt(f"<text:h>{HEADLINE}</text:h><text:p>{OWL}</text:p>")],
    "rtf": [rtf(rf"{OWL}\par {MILL} \'93\u8364?\'94")],
    "mail": [
        mail(),
        mail(
            f"--x\r\nContent-Type: text/html\r\n\r\n<p>{OWL}\r\n--x--\r\n",
            "multipart/mixed; boundary=x",
        ),
    ],
    "mhtml": [
        mhtml(page()),
        mhtml(page().decode().encode("utf-16"), kind="text/html; charset=utf-16"),
    ],
    "zipped_pages": [maff(page()), htz(page())],
    "text_bundles": [text_bundles(OWL, f"# Mill\n#village\n\n{MILL}")],
    "webarchive": [webarchive(page()), webarchive(page(), is_binary=False)],
    "warc": [
        warc(warc_record(page())),
        warc(warc_record(page()), warc_record(page(), more="X: y\r\n"), is_packed=True),
    ],
    "wacz": [wacz(warc(warc_record(page()), is_packed=True))],
    "mailbox": [mailbox(mail(), mail(MILL))],
    "export": [
        "\n\n".join(made_exports.nexis()).encode(),
        "\n\n".join(made_exports.factiva_coded()).encode(),
        "\n\n".join(made_exports.factiva_shown()).encode(),
        "\n\n".join(made_exports.proquest()).encode(),
        made_exports.factiva_page(),
    ],
    "nitf": [made_wire.nitf().encode()],
    "newsml_g2": [made_wire.newsml(made_wire.newsml_item(made_wire.XHTML))],
    "ninjs": [made_wire.as_json(made_wire.ninjs())],
    "subtitles": [
        f"1\n00:00:01,000 --> 00:00:02,000\n{OWL}\n{MILL}\n".encode(),
        f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Nell>{OWL}</v>\n".encode(),
    ],
    "transcript": ["".join(f"[00:00:{at}0] Nell: {OWL}\n" for at in range(5)).encode()],
    "feed": [rss(_ITEM, _ITEM), ATOM, BOMB],
    "outlines": [OPML],
    "bookmarks": [BOOKMARKS],
    "sitemap": [NEWS_SITEMAP],
    "json_feed": [JSON_FEED],
    "csl_json": [CSL_JSON],
    "ris": [RIS],
    "bibtex": [BIBTEX],
    "csv": [CSV],
    "tsv": [CSV.replace(b",", b"\t")],
    "xlsx": [xlsx()],
    "parquet": [PARQUET],
    "json_lines": [JSON_LINES],
    "json": [b"[" + JSON_LINES.replace(b"}\n{", b"}, {") + b"]"],
    "addresses": [ADDRESSES],
    "link": [LINK],
    "mac_link": [plistlib.dumps({"URL": "https://gazette.example/owl"})],
}
"""Documents by the names of their formats."""


def write(path: Path, text: str | bytes = OWL) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)
