"""Reading notes of Zotero that were made of annotations, exported as Markdown or HTML.

Each annotation is its words in quotation marks, a citation, a link that has its key, and a comment;
or the words are the link. What article they are of, the citation tells only by author and year.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote

from storage.annotation_import.annotation_format import AnnotationFile, AnnotationFormat
from storage.annotation_import.incoming import (
    IncomingAnnotation,
    IncomingDocument,
    Mention,
    name_annotation,
)
from storage.annotation_import.readers.zotero_reader import make_zotero_id
from storage.article_import.annotation_files import is_zotero_note
from storage.clock import now

_KEY = re.compile(r"[?&;]annotation=([A-Z0-9]{8})")
_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\((zotero://[^()\s]*)\)")
_QUOTED = re.compile(r"“[^“”]*(?:“[^“”]*”[^“”]*)*”|„[^„“”]*[“”]|«[^«»]*»|\"[^\"]*\"")
_CITATION = re.compile(r"\(\s*\[(?:[^\[\]\\]|\\.)*\]\(zotero://select/[^()\s]*\)\s*\)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BLOCKS = frozenset("p li div h1 h2 h3 h4 h5 h6 blockquote ul ol br table tr td".split())
_SHORTEST = 2
"""Words of a link that is no name of a file such as `pdf`."""


class _Place(NamedTuple):
    """Where an annotation stands in a line, from its words to the end of its link."""

    key: str
    words: str
    start: int
    end: int


class _Highlight(NamedTuple):
    key: str
    words: str
    comment: str


def _read(file: AnnotationFile) -> IncomingDocument:
    received = IncomingDocument()
    text = file.text
    if text.lstrip()[:1] == "<":
        page = _NotePage()
        page.feed(text)
        page.close()
        text = "".join(page.written)
    found: dict[str, _Highlight] = {}
    for line in text.split("\n"):
        for one in _list_highlights(line):
            found.setdefault(one.key, one)
    moment = now()
    for number, one in enumerate(found.values(), 1):
        name = name_annotation(number, one.key)
        if not one.words:
            received.left_out.append((name, "has no words in quotation marks"))
            continue
        received.annotations.append(
            IncomingAnnotation(
                make_zotero_id(one.key),
                name,
                (Mention("", quote=one.words),),
                (),
                one.comment,
                moment,
                moment,
            )
        )
    return received


def _list_highlights(line: str) -> Iterator[_Highlight]:
    """Yield the annotations that a line has; a comment goes on to the words of the next."""
    places = list(_list_places(line))
    ends = [*(place.start for place in places), len(line)][1:]
    for place, until in zip(places, ends, strict=True):
        rest = _LINK.sub("", _CITATION.sub("", line[place.end : max(place.end, until)]))
        comment = _unescape(rest).lstrip(" )").rstrip(" (")
        yield _Highlight(place.key, _unescape(_strip_marks(place.words)), comment)


def _list_places(line: str) -> Iterator[_Place]:
    """Yield where a line has links of annotations, with the words that belong to each."""
    begin = 0
    for link in _LINK.finditer(line):
        key = _KEY.search(link[2])
        if key is None:
            continue
        if len(link[1].split()) >= _SHORTEST or _QUOTED.fullmatch(link[1]):
            yield _Place(key[1], link[1], link.start(), link.end())
        else:
            *_, last = [None, *_QUOTED.finditer(line, begin, link.start())]
            words, start = (last[0], last.start()) if last else ("", link.start())
            yield _Place(key[1], words, start, link.end())
        begin = link.end()


def _strip_marks(words: str) -> str:
    return words[1:-1] if _QUOTED.fullmatch(words) else words


def _unescape(text: str) -> str:
    return " ".join(_ESCAPED.sub(r"\1", text).split())


class _NotePage(HTMLParser):
    """A note as HTML, written as the same note is in Markdown: a block a line, with its links."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.written: list[str] = []
        self._links: list[str] = []
        self._marks: list[tuple[str, int]] = []
        """Of each span that is open the key of its annotation, or nothing, and where it began."""
        self._silent = 0
        """How many elements are open whose text nobody reads."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in what a tag says."""
        told = dict(attrs)
        if tag in ("head", "style", "script"):
            self._silent += 1
        elif tag in _BLOCKS:
            self.written.append("\n")
        elif tag == "a":
            self._links.append(told.get("href") or "")
            self.written.append("[")
        elif tag == "span":
            self._marks.append((_find_key(told.get("data-annotation") or ""), len(self.written)))

    def handle_endtag(self, tag: str) -> None:
        """End what a tag began."""
        if tag in ("head", "style", "script"):
            self._silent = max(0, self._silent - 1)
        elif tag in _BLOCKS:
            self.written.append("\n")
        elif tag == "a" and self._links:
            self.written.append(f"]({self._links.pop()})")
        elif tag == "span" and self._marks:
            key, start = self._marks.pop()
            if key and not any(key in part for part in self.written[start:]):
                self.written.append(f" ([](zotero://open/?annotation={key}))")

    def handle_data(self, data: str) -> None:
        """Write a text; what means something in Markdown is escaped."""
        if not self._silent:
            self.written.append(re.sub(r"([\[\]\\])", r"\\\1", " ".join(data.split("\n"))))


def _find_key(written: str) -> str:
    """Return the key in what a span says of an annotation; empty where there is none."""
    try:
        told = json.loads(unquote(written))
    except (ValueError, RecursionError):
        return ""
    key = told.get("annotationKey") if isinstance(told, dict) else None
    return key if isinstance(key, str) and re.fullmatch(r"[A-Z0-9]{8}", key) else ""


ZOTERO_NOTE = AnnotationFormat(
    "zotero-note", "Zotero notes", lambda file: is_zotero_note(file.data), _read
)
"""Notes that Zotero made of annotations, as Markdown or HTML."""
