"""BibTeX and BibLaTeX, as Zotero, JabRef and Mendeley export them; pybtex reads each entry."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Any

from storage.article_import.decode_text import decode
from storage.article_import.formats.references.reference import Reference, join_date
from storage.article_import.parsed import LeftOut
from storage.errors import ReadError
from storage.web_addresses import has_web_scheme
from storage.wording.extras import tell_how_to_install
from storage.wording.written_dates import read_date

_ENTRY = re.compile(r"^[ \t]*@([A-Za-z]+)\s*[{(]\s*([^\s,{}()]*)", re.MULTILINE)
_NO_RECORDS = ("comment", "preamble", "string")
_OUTLETS = ("journaltitle", "journal", "publisher", "organization", "institution")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_COMMAND = re.compile(r"\\[A-Za-z]+[ ]?")
_ESCAPED = re.compile(r"\\([^A-Za-z\s])")
_PRINTED = {
    "textbackslash": "\\",
    "textasciicircum": "^",
    "textasciitilde": "~",
    "textbraceleft": "{",
    "textbraceright": "}",
    "{": "{",
    "}": "}",
}
_PRINTED_SIGN = re.compile(
    rf"\\({'|'.join(map(re.escape, _PRINTED))})(?:(?<=[a-z])(?:\{{\}}|[ ]))?"
)
_URL = re.compile(r"\\url\s*\{(.*)\}")
_BETWEEN_FILES, _BETWEEN_PARTS = re.compile(r"(?<!\\);"), re.compile(r"(?<!\\):")
_ESCAPED_IN_NAME = re.compile(r"\\([:;\\_{}&#%$])")


def read_bibtex(data: bytes) -> Iterator[Reference | LeftOut]:
    """Yield the records, in their order; one that is damaged is left out by its citation key.

    `ReadError` where there are none, or where what reads them is missing.
    """
    try:
        import pybtex  # noqa: F401
    except ImportError:
        raise ReadError(
            f"is BibTeX; what reads it is missing: {tell_how_to_install('bibtex')}"
        ) from None
    text = decode(data)[0]
    found = list(_ENTRY.finditer(text))
    starts = [one.start() for one in found]
    # One by one, as pybtex takes all that follows a brace that is not closed for a part of it.
    entries = [
        (one[1].lower(), one[2], text[start:end])
        for one, start, end in zip(found, starts, [*starts[1:], None], strict=False)
    ]
    macros = _read_macros("\n".join(source for kind, _, source in entries if kind == "string"))
    records = [
        (key, source) for kind, key, source in entries if kind not in (*_NO_RECORDS, "string")
    ]
    if not records:
        raise ReadError("is damaged or not BibTeX")
    for number, (key, source) in enumerate(records, 1):
        fields, authors = _parse(source, macros)
        if fields or authors:
            yield _make_reference(key, fields, authors)
        else:
            yield LeftOut(f"record {key or number}", "is damaged in the export")


def _read_macros(source: str) -> dict[str, str]:
    """Return what names stand for: those of months, and those that the export defines."""
    from pybtex.database.input.bibtex import Parser
    from pybtex.errors import capture

    with capture():
        parser = Parser()
        parser.parse_string(source)
    return dict(parser.macros)


def _parse(source: str, macros: dict[str, str]) -> tuple[dict[str, str], list[Any]]:
    """Return the fields of an entry by their names in small letters, and its authors."""
    from pybtex.database.input.bibtex import Parser
    from pybtex.errors import capture
    from pybtex.exceptions import PybtexError

    try:
        with capture():
            entries = Parser(macros=dict(macros)).parse_string(source).entries
    except (PybtexError, ValueError, RecursionError):
        return {}, []
    for entry in entries.values():
        fields = {name.lower(): str(value) for name, value in entry.fields.items()}
        return fields, list(entry.persons.get("author", []))
    return {}, []


def _make_reference(key: str, fields: dict[str, str], authors: list[Any]) -> Reference:
    outlets = (_read_latex(fields.get(name, "")) for name in _OUTLETS)
    addresses = (_read_address(fields.get(name, "")) for name in ("url", "howpublished"))
    names = filter(None, map(_read_name, authors))
    return Reference(
        _read_latex(fields.get("title", "")),
        next(filter(None, outlets), ""),
        ", ".join(names),
        _read_date(fields),
        next(filter(has_web_scheme, addresses), ""),
        tuple(filter(None, map(_read_file, _BETWEEN_FILES.split(fields.get("file", ""))))),
        key,
        read_date(fields.get("urldate", "")).date,
    )


def _read_latex(written: str) -> str:
    """Return what TeX would print, without its fonts."""
    # Signs of TeX's own that are printed stand between what is decoded: it would be read again.
    parts = _PRINTED_SIGN.split(written)
    parts[::2] = map(_decode_latex, parts[::2])
    parts[1::2] = (_PRINTED[sign] for sign in parts[1::2])
    return " ".join("".join(parts).split())


def _decode_latex(written: str) -> str:
    import latexcodec  # noqa: F401 (it registers the codec)

    try:
        text = codecs.decode(written, "ulatex")  # type: ignore[call-overload]
    except ValueError:
        text = written
    text = _ESCAPED.sub(r"\1", _COMMAND.sub("", text)).strip()
    text = text.translate({ord("{"): None, ord("}"): None})
    # The codec drops the blanks at the beginning.
    before, after = (" " if end.isspace() else "" for end in (written[:1], written[-1:]))
    return f"{before}{text}{after}"


def _read_name(person: Any) -> str:
    parts = [
        *(person.first_names + person.middle_names + person.prelast_names),
        *(person.last_names + person.lineage_names),
    ]
    name = _read_latex(" ".join(parts))
    return "" if name == "others" else name


def _read_date(fields: dict[str, str]) -> str:
    day = read_date(fields.get("date", "").partition("/")[0]).date
    month = fields.get("month", "").strip("{} ").lower()
    number = _MONTHS.index(month[:3]) + 1 if month[:3] in _MONTHS else month
    return day or join_date(fields.get("year", ""), number, fields.get("day", ""))


def _read_address(written: str) -> str:
    wrapped = _URL.search(written)
    return _ESCAPED.sub(r"\1", wrapped[1] if wrapped else written).strip("{} ")


def _read_file(written: str) -> str:
    """Return the name in `title:name:type`, as Zotero and JabRef write it, or in a name alone."""
    parts = _BETWEEN_PARTS.split(written.strip())
    return _ESCAPED_IN_NAME.sub(r"\1", parts[1] if len(parts) > 1 else parts[0]).strip()
