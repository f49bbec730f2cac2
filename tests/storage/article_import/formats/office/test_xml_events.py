from __future__ import annotations

from collections.abc import Mapping

from storage.article_import.formats.office.flow import Flow
from storage.article_import.formats.office.xml_events import iterate_paragraphs


class _Recorder:
    """Remembers what it is told."""

    def __init__(self) -> None:
        self.flow = Flow()
        self.attributes: list[Mapping[str, str]] = []
        self.text = ""

    def start(self, _name: str, attributes: Mapping[str, str]) -> None:
        self.attributes.append(attributes)

    def end(self, name: str) -> None:
        pass

    def data(self, text: str) -> None:
        self.text += text


def test_an_ampersand_is_one_in_attributes_too() -> None:
    recorder = _Recorder()

    list(iterate_paragraphs([b'<a b="R &amp; D &amp;#38; &lt;">Q&amp;A</a>'], recorder))

    assert recorder.attributes == [{"b": "R & D &#38; <"}]
    assert recorder.text == "Q&A"
