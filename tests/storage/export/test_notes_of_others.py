"""Notes that were imported go out as they read, not as what they would make."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given

from storage.export.escaping import escape_text
from storage.export.export import ExportOptions, render
from storage.export.html.format import HTML
from storage.export.markdown.format import MARKDOWN
from storage.export.markdown.managed_blocks import Flavour
from storage.export.selection import select_story
from storage.library import Library
from storage.models import Story
from tests.storage.annotation_import.written_elsewhere import PAGE, brought, row, web_annotation
from tests.storage.desk import OWL, add, annotate, thoroughly
from tests.storage.export.test_escaping import hostile_texts, rendered

NOTE = "# Loud\n<script>x</script> [here](https://evil.example) ![[Diary]] %%hidden"
TAGS = ["[x](https://evil.example)", "<b>bold</b>", "claim"]


@pytest.fixture
def page(library: Library) -> Story:
    article = add(library, OWL, "Owl", url=PAGE)
    return library.stories.create("Owls", [article.id])


@pytest.fixture(params=["jsonld", "hypothesis"])
def annotation(request: pytest.FixtureRequest, library: Library, page: Story) -> str:
    """Import a note of somebody else; returns its id."""
    assert page.articles
    tags = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in TAGS]
    body = [{"type": "TextualBody", "value": NOTE}, *tags]
    sent = web_annotation(body=body) if request.param == "jsonld" else [row(text=NOTE, tags=TAGS)]
    (added,) = brought(library, sent).added
    return added


def exported(library: Library, story: Story, options: ExportOptions | None = None) -> str:
    text = render(library, select_story(library, story), options or ExportOptions(MARKDOWN))
    assert isinstance(text, str)
    return text


def list_signs(text: str) -> Sequence[str]:
    """Return what of the note would act on whoever opens the file."""
    signs = ("\n# Loud", "<script>x", "](https://evil", "![[Diary", "%%hidden", "<b>bold")
    return [sign for sign in signs if sign in text]


@pytest.mark.parametrize("flavour", ["commonmark", "obsidian"])
def test_in_markdown_they_make_nothing(
    library: Library, page: Story, annotation: str, flavour: Flavour
) -> None:
    text = exported(library, page, ExportOptions(MARKDOWN, flavour=flavour))

    assert f"note-{annotation}" in text
    assert "\\# Loud" in text
    assert list_signs(text) == []


def test_nor_in_a_report(library: Library, page: Story, annotation: str) -> None:
    assert library.annotations.get(annotation).note == NOTE
    text = exported(library, page, ExportOptions(HTML, version="1"))

    assert "# Loud<br" in text
    assert 'href="https://evil.example' not in text
    assert "&lt;script&gt;x&lt;/script&gt; [here](https://evil.example)" in text
    assert "<script>x" not in text
    assert "<b>bold" not in text


def test_the_reader_s_own_are_markdown_as_ever(library: Library, page: Story) -> None:
    article = library.articles.get(page.articles[0])
    annotate(library, article, "barn owl", "# Loud [here](https://example.org)")

    assert "\n# Loud [here](https://example.org)\n" in exported(library, page)
    assert 'href="https://example.org"' in exported(library, page, ExportOptions(HTML, version="1"))


def test_an_imported_one_is_the_reader_s_own_once_it_is_edited(
    library: Library, page: Story, annotation: str
) -> None:
    library.annotations.set_tags(annotation, ["mine"])
    assert "\n# Loud" not in exported(library, page)

    library.annotations.set_note(annotation, "# Loud, I say")
    assert "\n# Loud, I say\n" in exported(library, page)

    assert library.undo_log.undo() == "note edited"
    assert "\n# Loud" not in exported(library, page)
    library.undo_log.redo()
    assert "\n# Loud, I say\n" in exported(library, page)


def test_one_that_was_there_already_stays_the_reader_s_own(library: Library, page: Story) -> None:
    article = library.articles.get(page.articles[0])
    own = annotate(library, article, "barn owl", "*Mine*")

    brought(library, web_annotation(id=f"urn:copydesk:annotation:{own.id}"))

    assert library.annotations.get(own.id).imported is None


def test_one_that_was_deleted_comes_back_as_imported(
    library: Library, page: Story, annotation: str
) -> None:
    library.annotations.set_note(annotation, "Mine")
    library.annotations.delete(annotation)
    again = web_annotation(id=f"urn:copydesk:annotation:{annotation}")

    assert brought(library, again).added == (annotation,)
    assert library.annotations.get(annotation).imported is not None
    assert library.undo_log.undo() == "annotations imported"
    assert library.undo_log.undo() == "annotation deleted"
    assert library.annotations.get(annotation).imported is None
    assert library.stories.get(page.id) == page


class TestOthersWords:
    def test_they_read_as_they_stood(self) -> None:
        note = "See *this*\n- [source](https://example.org)\n\n# <b>Head</b>"

        shown = rendered(f"Before\n\n{escape_text(note)}\n\nAfter")

        assert shown.blocks == ["paragraph"] * 4
        assert shown.inline <= {"text", "hardbreak"}

    @thoroughly
    @given(hostile_texts)
    def test_no_text_makes_structure(self, text: str) -> None:
        shown = rendered(f"Before\n\n{escape_text(text)}\n\nAfter")

        assert set(shown.blocks) == {"paragraph"}
        assert shown.inline <= {"text", "hardbreak", "softbreak"}
