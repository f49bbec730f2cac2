from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import CopydeskError, ReadError
from storage.export.escaping import escape_line
from storage.export.markdown import template, template_values
from storage.export.markdown.document import MarkdownStyle, export_selection, gather_content
from storage.export.markdown.template import Safe, Template, load, read_source
from storage.export.selection import select_story
from storage.library import Library
from storage.paragraph_numbers import ParagraphNumbers
from tests.storage.desk import MILL, OWL, annotate, quickly, story


def written(folder: Path, text: str) -> Path:
    path = folder / "mine.md.j2"
    path.write_text(text, "utf-8")
    return path


def loaded(folder: Path, text: str) -> Template:
    return load(written(folder, text))


def test_a_template_takes_the_place_of_one_part(library: Library, tmp_path: Path) -> None:
    news = story(library, OWL, MILL)
    annotate(
        library, library.articles.get_all(news.articles)[0], "barn owl", "Which *one*?", "bird"
    )
    mine = loaded(
        tmp_path,
        """{% extends "default" %}
{% block note %}
## {{ place.outlet }}: {{ state }}

{{ quote }}

{{ note }}
{% endblock %}""",
    )

    text = str(export_selection(library, select_story(library, news), MarkdownStyle(template=mine)))

    assert "## Outlet A: exact\n\n> barn owl\n\nWhich *one*?\n" in text
    assert "## Who shares how much with whom" in text
    assert "paragraph 1" not in text


def test_what_is_put_in_is_escaped_unless_it_is_markdown_already(tmp_path: Path) -> None:
    mine = loaded(tmp_path, "{{ one }} {{ two }} {{ one | raw }} {{ 3 }} {{ none }}")

    rendered = mine.render("note", {"one": "*a*", "two": Safe("*b*"), "none": None})

    assert rendered == "\\*a\\* *b* *a* 3 "


@quickly
@given(st.text(st.sampled_from("*_`[]<>#|\\ \n{}%") | st.characters(), max_size=60))
def test_no_text_makes_structure_or_is_read_as_a_template(text: str) -> None:
    compiled = load.__globals__["_compile"]("{{ one }}", "mine")

    assert compiled.render("note", {"one": text}) == escape_line(text).strip("\n")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{% extends 'default' %}\n\n{% block note %}", "line 3: Unexpected end of template"),
        ("one\n{{ two", "line 2: "),
        ("{% extends 'mine' %}", "mine"),
        ("a\nb\n{{ nothing }}", "line 3: 'nothing' is undefined"),
        ("a\n{% if place.nothing %}x{% endif %}", "line 2: 'dict object' has no attribute"),
        ("{{ 1 // 0 }}", "line 1: "),
        ("{{ ''.__class__.__mro__ }}", "line 1: access to attribute '__class__'"),
        ("{% for i in range(999999999) %}x{% endfor %}", "line 1: Range too big"),
        ("{% include '/etc/passwd' %}", "/etc/passwd"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(CopydeskError) as told:
        loaded(tmp_path, text).render("note", {"place": {}})

    assert str(told.value).startswith(f"The template {tmp_path / 'mine.md.j2'}")
    assert message in str(told.value)
    assert str(told.value).endswith(". Nothing was written.")


def test_a_template_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        load(tmp_path / "nothing.j2")
    path = tmp_path / "mine.j2"
    path.write_bytes(b"\xff\xfe{")
    with pytest.raises(ReadError, match="is not UTF-8"):
        load(path)


def test_the_manual_has_our_own_template() -> None:
    manual = (Path(template.__file__).parent / "TEMPLATES.md").read_text("utf-8")

    assert manual.endswith(f"## Copydesk's own\n\n```jinja\n{read_source().rstrip()}\n```\n")


def test_the_manual_names_what_a_template_is_given(library: Library) -> None:
    manual = (Path(template.__file__).parent / "TEMPLATES.md").read_text("utf-8")
    news = story(library, OWL, MILL)
    annotate(library, library.articles.get_all(news.articles)[0], "barn owl")
    found = gather_content(library, select_story(library, news))
    given = template_values.fill_articles("News", found.articles, found.compared, "commonmark")
    noted = template_values.fill_note(found.notes[0], found.names, "commonmark", ParagraphNumbers())

    names = [*given, *given["articles"][0], *given["matrix"][0], *noted, *noted["place"]]
    assert [name for name in names if f"`{name}`" not in manual] == []


@pytest.mark.parametrize(
    "text",
    [
        "{{ " + "(" * 3_000 + "1" + ")" * 3_000 + " }}",
        "{{ " + "-" * 5_000 + "1 }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    ],
    ids=["brackets", "signs", "a macro"],
)
def test_what_is_nested_without_end_is_told_in_plain_words(tmp_path: Path, text: str) -> None:
    with pytest.raises(CopydeskError, match="nested too deeply, or calls itself"):
        loaded(tmp_path, text).render("note", {})
