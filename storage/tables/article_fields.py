"""What is known of an article beside its text, and how a person may write it."""

from __future__ import annotations

import re

from storage.errors import ReadError
from storage.web_addresses import split_address
from storage.wording.terminal_text import clean_line
from storage.wording.written_dates import describe_readings, parse_date, read_date

FIELDS = {
    "title": (
        *("title", "headline", "full title", "titel", "titre", "titulo", "título", "titolo"),
        *("überschrift", "schlagzeile", "kop"),
    ),
    "outlet": (
        *("outlet", "source", "site", "site name", "sitename", "website", "source name"),
        *("publisher", "publication", "quelle", "fuente", "fonte", "bron", "medium", "zeitung"),
        *("periodico", "periódico", "testata", "krant"),
    ),
    "author": (
        *("author", "authors", "byline", "by", "creator", "autor", "auteur", "autore"),
        *("autoren", "autores", "auteurs", "autori", "verfasser"),
    ),
    "published": (
        *("published", "date published", "published date", "published at", "published time"),
        *("publish date", "publication date", "article date", "date", "pubdate"),
        *("veröffentlicht", "erschienen", "publié", "publicado", "pubblicato", "gepubliceerd"),
        *("datum", "fecha", "data", "erscheinungsdatum"),
        *("created", "created at", "created time", "date created", "date saved", "clipped"),
    ),
    "url": (
        *("url", "source url", "original url", "article url", "link", "canonical"),
        *("canonical url", "permalink", "uri", "web url", "given url", "resolved url", "adresse"),
    ),
    "citation_key": ("citation key", "citekey", "cite key", "bibtex key", "bibtexkey", "bibkey"),
}
"""The fields, each with the names that front matter has for it, in small letters and with spaces
for what joins words; the first that says anything counts."""
EDITABLE = tuple(FIELDS)
"""What a person may change of an article."""
_CITATION_KEY = re.compile(r"(?=[^a-zA-Z]*[a-zA-Z])[^\W_](?:\w|[:.+/-](?=[^\W_])){0,99}")
"""A part of what Pandoc, BibTeX and RIS all take for one, and nothing that Markdown could."""


def clean_fields(values: dict[str, str], text: str = "") -> dict[str, str | None]:
    """Return what a person wrote of an article, as it is stored; keys are those of `EDITABLE`.

    The language of the article's `text` says which day a date means. `ReadError` for a title
    without a sign, a date or an address that is none, and a date that may be two.
    """
    stored: dict[str, str | None] = {}
    for name, value in values.items():
        line = flatten(value)
        if name == "title" and not line:
            raise ReadError("An article needs a title.")
        if name == "published" and line:
            line = parse_date(line) or _read_date(line, text)
        if name == "url" and line:
            line = _check_address(value)
        if name == "citation_key" and line:
            line = _check_citation_key(line)
        stored[name] = line if line or name == "outlet" else None
    return stored


def _read_date(line: str, text: str) -> str:
    from textreuse import guess_language_of, language_code  # only where the date is not ISO 8601

    found = read_date(line, language_code(guess_language_of(text)))
    if found.readings:
        raise ReadError(f"{describe_readings(line, found.readings)}; write which.")
    if not found.date:
        raise ReadError(f"“{line}” is not a date; write it like 2026-03-05.")
    return found.date


def parse_address(written: str) -> str | None:
    """Return the address of an article as it is stored; None where it is none.

    It is one of the web, see `split_address`, and without the name or password of a user.
    """
    parts = split_address(written)
    return None if parts is None or "@" in parts.netloc else written.strip()


def _check_address(written: str) -> str:
    address = parse_address(written)
    if address is None:  # which may have a password in it: it is not told
        raise ReadError(
            "An article's address needs http:// or https:// and a site, and no user name or control"
            " characters; write it like https://gazette.example/owl."
        )
    return address


def parse_citation_key(written: str) -> str | None:
    """Return a citation key as it is stored; None where it is none, a bare number or an address."""
    key = written.strip().removeprefix("@")
    return key if _CITATION_KEY.fullmatch(key) else None


def _check_citation_key(written: str) -> str:
    key = parse_citation_key(written)
    if key is None:
        raise ReadError(
            f"“{written}” is not a citation key; write letters and figures, as in harker2026owl,"
            " with single signs of : . + / - between them."
        )
    return key


def flatten(text: str) -> str:
    """Return a field as it is stored: on one line, of at most 300 characters."""
    return clean_line(text)[:300].rstrip()
