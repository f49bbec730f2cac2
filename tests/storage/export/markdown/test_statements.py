from __future__ import annotations

from pathlib import Path

import pytest

from storage.export.markdown import template
from storage.export.markdown.document import MarkdownStyle, export_selection, export_story
from storage.export.markdown.managed_blocks import merge
from storage.export.markdown.statement_values import fill_statements
from storage.export.markdown.template import load
from storage.export.selection import select_article, select_story
from storage.export.told_findings import tell_findings
from storage.export.told_origins import tell_origins
from storage.findings import list_findings
from storage.library import Library
from storage.models import Story
from tests.storage.desk import annotate
from tests.storage.export.markdown.reading import note_block, rows
from tests.storage.stated import WHY, WHY_HIGH, add_belfry, compare_belfry


@pytest.fixture
def belfry(library: Library) -> Story:
    return add_belfry(library)


def exported(library: Library, story: Story) -> str:
    return str(export_story(library, story, compare_belfry(library, story)))


def section(text: str, heading: str) -> str:
    return text.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0].split("\n<!--", 1)[0].strip()


class TestSections:
    def test_shared_words_are_parted_by_who_speaks(self, library: Library, belfry: Story) -> None:
        first, second = rows(exported(library, belfry), "Articles")

        assert first[4:] == ["40", "21 (52%)", "12 (30%)", "9 (22%)", "13 (32%)"]
        assert second[4:] == ["36", "21 (58%)", "12 (33%)", "9 (25%)", "11 (31%)"]

    def test_origins_are_an_order_and_no_proof(self, library: Library, belfry: Story) -> None:
        lines = section(exported(library, belfry), "Origins").splitlines()

        assert lines[0] == "**2 articles, 2 independent origins**"
        assert "Published in this order: A, then B. An order, not a proof." in lines
        assert "- **A**: not derived from the others." in lines
        assert "| A and B | the same quotations only | 13 | 12 | They quote alike. |" in lines

    def test_disagreements_have_their_values_marked(self, library: Library, belfry: Story) -> None:
        assert section(exported(library, belfry), "Disagreements").splitlines() == [
            f"- Number, conflict. {WHY_HIGH}",
            "  - **A**, paragraph 2: The belfry is **52** metres high.",
            "  - **B**, paragraph 2: The belfry is **53** metres high.",
        ]

    def test_quotations_to_check_come_first(self, library: Library, belfry: Story) -> None:
        text = section(exported(library, belfry), "Quotations")

        assert text.index("altered") < text.index("Tom Hale")
        assert text.splitlines()[2:5] == [
            f"- Quotation altered. {WHY}",
            "  - **A**, paragraph 1, Mary Fenn: “~~The~~ owl has moved in for good,”",
            "  - **B**, paragraph 1, unnamed: “**This** owl has moved in for good,”",
        ]

    def test_what_is_left_out_is_told_of_the_article(self, library: Library, belfry: Story) -> None:
        text = section(exported(library, belfry), "Left out")

        assert "- **B** leaves out\n  - owl has moved in for good" in text

    def test_findings_dismissed_are_left_out(self, library: Library, belfry: Story) -> None:
        for finding in list_findings(compare_belfry(library, belfry)):
            library.finding_verdicts.decide(finding.key, "dismissed")

        text = exported(library, belfry)

        assert WHY not in text
        assert "## Disagreements" not in text
        assert "Findings dismissed, and left out here: 2." in text

    def test_findings_confirmed_say_so(self, library: Library, belfry: Story) -> None:
        for finding in list_findings(compare_belfry(library, belfry)):
            library.finding_verdicts.decide(finding.key, "confirmed")

        text = exported(library, belfry)

        assert "- Number, conflict, confirmed. " in text
        assert "- Quotation altered, confirmed. " in text

    def test_an_article_alone_states_nothing_to_compare(
        self, library: Library, belfry: Story
    ) -> None:
        (first, _) = library.articles.get_all(belfry.articles)
        alone = library.stories.create("Alone", [first.id])

        for selection in (select_story(library, alone), select_article(library, first)):
            text = str(export_selection(library, selection))
            assert not [name for name in ("Origins", "Quotations") if f"## {name}" in text]


def test_a_note_on_a_quotation_has_the_other_version(library: Library, belfry: Story) -> None:
    annotate(library, library.articles.get_all(belfry.articles)[0], "moved in", "Really?")

    block = note_block(exported(library, belfry))

    assert (
        "Said by Mary Fenn; in other articles:\n\n"
        "- **B**, paragraph 1, unnamed: “**This** owl has moved in for good,”"
        f" (altered: {WHY})\n\nReally?"
    ) in block


def test_a_template_can_have_a_section_of_its_own(
    library: Library, belfry: Story, tmp_path: Path
) -> None:
    path = tmp_path / "mine.md.j2"
    path.write_text(
        '{% extends "default" %}{% block quotations %}{% for one in quotations %}\n'
        "!! {{ one.why }}{% for version in one.versions %} {{ version.voice }}{% endfor %}\n"
        "{% endfor %}{% endblock %}{% block origins %}{% endblock %}"
    )
    compared = compare_belfry(library, belfry)
    style = MarkdownStyle("commonmark", load(path))

    text = str(export_selection(library, select_story(library, belfry), style, compared))

    assert f"!! {WHY} Mary Fenn unnamed\n" in text
    assert "## Origins" not in text
    assert "## Disagreements" in text


def test_a_template_of_before_is_as_it_was(library: Library, belfry: Story, tmp_path: Path) -> None:
    path = tmp_path / "mine.md.j2"
    path.write_text(
        '{% extends "default" %}{% block sources %}# {{ title }}{% for one in articles %}'
        " {{ one.letter }} {{ one.shared_percent }}{% endfor %}{% endblock %}"
    )
    compared = compare_belfry(library, belfry)
    style = MarkdownStyle("commonmark", load(path))

    export = export_selection(library, select_story(library, belfry), style, compared)

    assert export.blocks[0].body == "# Belfry A 52% B 58%"


def test_a_file_of_before_is_renewed_between_the_markers_only(
    library: Library, belfry: Story
) -> None:
    compared = compare_belfry(library, belfry)
    export = export_story(library, belfry, compared)
    written = f"{export}\nMy own words.\n"
    for finding in list_findings(compared):
        library.finding_verdicts.decide(finding.key, "dismissed")
    newer = export_story(library, belfry, compared)

    renewed = merge(written, newer.front_matter, newer.blocks, newer.flavour, force=False)

    assert (renewed.text, renewed.edited) == (f"{newer}\nMy own words.\n", ())


def test_the_manual_names_what_a_template_is_given(library: Library, belfry: Story) -> None:
    manual = (Path(template.__file__).parent / "TEMPLATES.md").read_text("utf-8")
    compared = compare_belfry(library, belfry)
    given = fill_statements(compared, tell_findings(compared, {}), tell_origins(compared))

    names = [*given, *given["origins"]]
    for part in ("quotations", "other_quotations", "disagreements", "left_out"):
        names += given[part][0]
    names += given["quotations"][0]["versions"][0]
    names += [
        key for part in ("independent", "derivations", "pairs") for key in given["origins"][part][0]
    ]

    assert [name for name in names if f"`{name}`" not in manual] == []
