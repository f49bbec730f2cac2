"""The text of a page as Taguette counts it: bytes of UTF-8 over the text of all its elements.

After its source (github.com/remram44/taguette, `taguette.js` and `extract.py`): a position is the
sum of the bytes of all text before it as a browser holds it, white space between elements included.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from storage.errors import ReadError

_BLOCKS = frozenset(
    "address article aside blockquote body dd div dl dt fieldset figcaption figure footer form h1"
    " h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul".split()
)
_BREAK = "\n\n"
_SPACES = " \t\n\r\f"


class HtmlText:
    """The text of markup as it is read: white space as one space, an empty line between blocks."""

    def __init__(self, markup: str) -> None:
        """Take markup; `ReadError` where none of it can be read."""
        self._signs: list[str] = []
        self._places: list[int] = []
        """Where each sign that is kept begins, in bytes of all text."""
        self._bytes = 0
        self._gap = ""
        root = _parse(markup)
        if root is not None:
            self._walk(root)
        self.text = "".join(self._signs)

    def find(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a highlight stands in the text; None where nothing of it is text."""
        begin, stop = bisect_left(self._places, start), bisect_left(self._places, end)
        while begin < stop and self.text[begin].isspace():
            begin += 1
        while begin < stop and self.text[stop - 1].isspace():
            stop -= 1
        return (begin, stop) if begin < stop else None

    def _walk(self, root: Any) -> None:
        """Take all text below an element, without a call for each level."""
        waiting: list[tuple[Any, bool]] = [(root, False)]
        while waiting:
            element, is_over = waiting.pop()
            is_element = isinstance(element.tag, str)
            if is_over:
                if is_element and element.tag in _BLOCKS:
                    self._gap = _BREAK
                if element is not root:
                    self._take(element.tail or "")
                continue
            waiting.append((element, True))
            if not is_element:
                continue  # a comment
            if element.tag in _BLOCKS:
                self._gap = _BREAK
            elif element.tag == "br":
                self._gap = self._gap or "\n"
            self._take(element.text or "")
            waiting += [(one, False) for one in reversed(element)]

    def _take(self, text: str) -> None:
        for sign in text:
            if sign in _SPACES:
                self._gap = self._gap or " "
            else:
                if self._signs:
                    self._signs += self._gap
                    self._places += [self._bytes] * len(self._gap)
                self._gap = ""
                self._signs.append(sign)
                self._places.append(self._bytes)
            self._bytes += len(sign.encode("utf-8", "replace"))


def _parse(markup: str) -> Any:
    """Return the element around the markup; None where there is none."""
    import lxml.etree
    import lxml.html

    parser = lxml.html.HTMLParser(no_network=True, remove_comments=False, encoding="utf-8")
    # Browsers keep the white space before the first element.
    whole = f"<html><body><div>{markup}</div></body></html>"
    try:
        root = lxml.html.document_fromstring(whole.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise ReadError("is no page that can be read") from error
    return root.find("body")
