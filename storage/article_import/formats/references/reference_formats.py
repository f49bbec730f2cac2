"""The formats that reference managers export."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from storage.article_import.formats.references.bibtex import read_bibtex
from storage.article_import.formats.references.csl_json import read_csl_json
from storage.article_import.formats.references.reference import Reference
from storage.article_import.formats.references.reference_articles import read_references
from storage.article_import.formats.references.ris import read_ris
from storage.article_import.input_format import Document, InputFormat, take_beginning
from storage.article_import.parsed import Found, LeftOut

_RIS = re.compile(rb"(?:\s*\n)?TY {1,2}- ")
_BIBTEX = re.compile(rb"\s*(?:%[^\n]*\n\s*)*@(?:[A-Za-z]+\s*\{\s*[^\s,{}]+\s*,|string\s*\{)", re.I)
_CSL_NAMES = re.compile(rb'"(?:container-title|issued|citation-key|accessed|author)"\s*:\s*["{\[]')
_CSL_TYPE = re.compile(rb'"type"\s*:\s*"[a-z_-]+"')
_LISTED = (b"[", b"{")


def _read_with(
    read: Callable[[bytes], Iterator[Reference | LeftOut]],
) -> Callable[[Document], Iterator[Found]]:
    return lambda document: read_references(read(document.read()), document.path)


def _looks_like_csl(data: bytes) -> bool:
    """Tell by the type of an item, and a name that no other list of articles has in such a way."""
    start = take_beginning(data)
    is_list = start.startswith(_LISTED) and b'"id"' in start
    return is_list and bool(_CSL_TYPE.search(start)) and bool(_CSL_NAMES.search(start))


CSL_JSON = InputFormat(
    name="csl_json",
    called="CSL JSON",
    read=_read_with(read_csl_json),
    content_types=("application/vnd.citationstyles.csl+json",),
    looks_like=_looks_like_csl,
)
RIS = InputFormat(
    name="ris",
    called="a RIS file",
    read=_read_with(read_ris),
    endings=(".ris",),
    content_types=("application/x-research-info-systems",),
    looks_like=lambda data: _RIS.match(take_beginning(data)) is not None,
    within=("text",),
    is_long=True,
    is_read_in_place=True,
)
BIBTEX = InputFormat(
    name="bibtex",
    called="BibTeX",
    read=_read_with(read_bibtex),
    endings=(".bib", ".bibtex"),
    content_types=("application/x-bibtex", "text/x-bibtex"),
    looks_like=lambda data: _BIBTEX.match(take_beginning(data)) is not None,
    within=("text",),
    is_long=True,
    is_read_in_place=True,
)
