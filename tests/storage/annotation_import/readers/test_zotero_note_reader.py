"""Notes that Zotero made of annotations, exported."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest

from storage.annotation_import.import_annotations import ImportResult, import_annotations
from storage.library import Library
from storage.models import Article
from tests.storage.annotation_import.readers.test_zotero_reader import annotation, parents
from tests.storage.annotation_import.written_elsewhere import brought, words_at
from tests.storage.desk import MILL, OWL, add

CITATION = "([Bell, 2026, p. 3](zotero://select/library/items/PAGE2345))"


def link(key: str) -> str:
    return f"zotero://open-pdf/library/items/SNAP2345?page=3&annotation={key}"


def take(library: Library, note: str, name: str = "note.md") -> ImportResult:
    return import_annotations(library, note.encode(), name)


MARKDOWN = f"""\
# Annotations
(3/3/2026, 21:12:13)

“{OWL[:-1]}” {CITATION} ([pdf]({link("ANNO2345")})) Is it?

- "choir" {CITATION} ([pdf]({link("ANNO2346")}))
- [“{MILL}”]({link("ANNO2347")}) {CITATION} *Which* one\\?
- ([image]({link("ANNO2348")})) {CITATION} A picture
"""


def span(words: str, key: str) -> str:
    told = {"attachmentURI": "http://zotero.org/users/1/items/SNAP2345", "annotationKey": key}
    return f'<span class="highlight" data-annotation="{quote(json.dumps(told))}">{words}</span>'


HTML = f"""\
<!DOCTYPE html><html><head><meta charset="utf-8"><title>“Annotations”</title></head><body>
<div class="zotero-note znv1"><h1>Annotations<br>(3/3/2026)</h1>
<p>{span(f"“{OWL[:-1]}”", "ANNO2345")} <span class="citation">(<a
href="zotero://select/library/items/PAGE2345">Bell, 2026</a>)</span> Is it?</p>
<ul><li>{span('"choir"', "ANNO2346")}</li>
<li>{span(f'<a href="{link("ANNO2347")}">“{MILL}”</a>', "ANNO2347")} *Which* one?</li></ul>
<p><img data-annotation="%7B%22annotationKey%22%3A%22ANNO2348%22%7D"> A picture</p>
</div></body></html>
"""


@pytest.mark.parametrize("note", [MARKDOWN, MARKDOWN.replace("\n", "\r\n"), HTML])
def test_words_come_with_their_comments(library: Library, article: Article, note: str) -> None:
    result = take(library, note)

    assert result.states == {"exact": 3}
    assert sorted(words_at(library, article)) == sorted([OWL[:-1], "choir", MILL])
    notes = {one.note for one in library.annotations.find_on([article.id])}
    assert notes == {"Is it?", "", "*Which* one?"}


def test_what_has_no_words_is_named(library: Library, article: Article) -> None:
    result = take(library, MARKDOWN)

    assert result.left_out == [("annotation 4 (ANNO2348)", "has no words in quotation marks")]
    assert len(words_at(library, article)) == 3


def test_an_annotation_that_came_from_the_api_is_there(library: Library, article: Article) -> None:
    (known,) = brought(library, [*parents(), annotation(OWL[:-1])]).added

    result = take(library, MARKDOWN)

    assert (result.there, len(result.added)) == ((known,), 2)
    assert len(words_at(library, article)) == 3


def test_several_in_one_line_have_their_own_comments(library: Library, article: Article) -> None:
    first = f"“{OWL}” {CITATION} ([pdf]({link('ANNO2345')})) One."
    second = f"“{MILL}” {CITATION} ([pdf]({link('ANNO2346')})) Two."

    take(library, f"{first} {second}")

    notes = {
        one.targets[0].anchor.quote: one.note for one in library.annotations.find_on([article.id])
    }
    assert notes == {OWL: "One.", MILL: "Two."}


@pytest.mark.parametrize("words", [f"„{OWL}“", f"«{OWL}»", f"« {OWL} »", f"“{OWL}”", f'"{OWL}"'])
def test_marks_of_any_language_are_no_words(library: Library, article: Article, words: str) -> None:
    take(library, f"{words} {CITATION} ([pdf]({link('ANNO2345')}))")

    assert words_at(library, article) == [OWL]


def test_marks_that_are_part_of_the_words_stay(library: Library) -> None:
    said = add(library, f"He said: “{OWL}” {MILL}")

    take(library, f"“He said: “{OWL}”” {CITATION} ([pdf]({link('ANNO2345')}))")

    assert words_at(library, said) == [f"He said: “{OWL}”"]
