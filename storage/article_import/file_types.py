"""Which formats are read, and which of them something is: by its name, its server, its look."""

from __future__ import annotations

from functools import cache
from pathlib import PurePath

from storage.article_import.formats.plain_text import TEXT
from storage.article_import.input_format import InputFormat

NOT_READ = {
    ".doc": "an old Word document",
    ".msg": "an Outlook message",
    ".pages": "a document of Apple Pages",
    ".gdoc": "a link to a document of Google",
    ".wpd": "a document of WordPerfect",
    ".pst": "a mailbox of Outlook",
    ".ost": "a mailbox of Outlook",
    ".mobi": "a Kindle book",
    ".azw3": "a Kindle book",
}
"""Files that people may take for readable, by what they are called."""

ADVICE = {
    ".doc": "save it as .docx",
    ".msg": "save it as .eml",
    ".pages": "export it as Word",
    ".gdoc": "download the document as .docx",
    ".wpd": "save it as .docx or .rtf",
    ".pst": "export its mails as .eml or .mbox",
    ".ost": "export its mails as .eml or .mbox",
}
"""What to do with files of these, where that is simple."""

ANNOTATIONS = (".json", ".jsonld")
"""Files that hold annotations, no articles."""

PROJECTS = (".qdpx", ".qda", ".sqlite3")
"""Files that hold articles with all that was coded in them."""

CODEBOOK = ".qdc"
"""Files that hold the tags to code with."""

_SAYS_LITTLE = frozenset(
    ("", "application/octet-stream", "binary/octet-stream", "application/xml", "text/xml")
)


@cache
def list_formats() -> tuple[InputFormat, ...]:
    """Return all formats; the first whose look fits is taken."""
    # Imported when first asked for: who reads plain text does not wait for them.
    from storage.article_import.formats import epub, pdf, text_bundles
    from storage.article_import.formats.database_exports import exports
    from storage.article_import.formats.listings import (
        address_lists,
        bookmarks,
        feeds,
        json_feed,
        sitemaps,
    )
    from storage.article_import.formats.mail import email_message, mailbox
    from storage.article_import.formats.office import docx, odt, rtf
    from storage.article_import.formats.pages import html, mhtml, webarchive, zipped_pages
    from storage.article_import.formats.references import reference_formats
    from storage.article_import.formats.speech import subtitles, transcripts
    from storage.article_import.formats.tables import table_formats
    from storage.article_import.formats.warc import warc_formats
    from storage.article_import.formats.wire import newsml_g2, ninjs, nitf

    return (
        TEXT,
        exports.EXPORT,
        newsml_g2.NEWSML_G2,  # which may hold pages
        nitf.NITF,
        bookmarks.BOOKMARKS,
        html.PAGE,
        mhtml.MHTML,
        webarchive.WEBARCHIVE,
        zipped_pages.ZIPPED_PAGES,
        pdf.PDF,
        epub.EPUB,
        warc_formats.WARC,
        warc_formats.WACZ,
        text_bundles.TEXT_BUNDLES,
        docx.DOCX,
        odt.ODT,
        rtf.RTF,
        feeds.FEED,
        feeds.OUTLINES,
        sitemaps.SITEMAP,
        json_feed.JSON_FEED,
        ninjs.NINJS,
        subtitles.SUBTITLES,
        transcripts.TRANSCRIPT,
        reference_formats.CSL_JSON,
        reference_formats.RIS,
        reference_formats.BIBTEX,
        table_formats.CSV,
        table_formats.TSV,
        table_formats.XLSX,
        table_formats.PARQUET,
        table_formats.JSON_LINES,
        table_formats.JSON_ARRAY,
        mailbox.MAILBOX,
        email_message.MAIL,
        address_lists.ADDRESSES,
        address_lists.LINK,
        address_lists.MAC_LINK,
    )


def find_by_name(name: str) -> InputFormat:
    """Return the format with that name, of which there must be one."""
    return next(one for one in list_formats() if one.name == name)


def find_by_ending(name: str) -> InputFormat | None:
    """Return what the ending of a file's name or address says; None where it says nothing."""
    *_, before, ending = ["", "", *PurePath(name.lower()).suffixes]
    if ending in TEXT.endings:
        return TEXT
    ends = (ending, before + ending)  # `.warc.gz` is one
    return next((one for one in list_formats() if not set(ends).isdisjoint(one.endings)), None)


def find_by_type(content_type: str) -> InputFormat | None:
    """Return what a content type says; None where it says nothing, or names what is not read."""
    named = _strip_parameters(content_type)
    return next((one for one in list_formats() if named in one.content_types), None)


def may_be_read(content_type: str) -> bool:
    """Tell whether what a server calls that may be in one of the formats."""
    return _strip_parameters(content_type) in _SAYS_LITTLE or find_by_type(content_type) is not None


def guess_by_look(data: bytes) -> InputFormat:
    """Return what the first bytes look like; what looks like nothing else is text."""
    return next((one for one in list_formats() if one.looks_like(data)), TEXT)


def refine(said: InputFormat, data: bytes) -> InputFormat:
    """Return what is called or served as `said` and looks like something more exact, else that."""
    return next(
        (one for one in list_formats() if said.name in one.within and one.looks_like(data)), said
    )


@cache
def list_article_endings() -> tuple[str, ...]:
    """Return the endings of files that are articles; a folder is searched for them."""
    return tuple(ending for one in list_formats() if one.articles for ending in one.endings)


@cache
def list_all_endings() -> tuple[str, ...]:
    """Return the endings of all that may be added: articles, feeds and lists of feeds."""
    # XML may be any of them.
    return (*(ending for one in list_formats() for ending in one.endings), ".xml")


def describe_formats() -> str:
    """Return what Copydesk reads: `text, Markdown, web pages and PDF`."""
    *names, last = (one.articles for one in list_formats() if one.articles)
    return f"{', '.join(names)} and {last}"


def _strip_parameters(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()
