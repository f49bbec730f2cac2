from __future__ import annotations

import re
from dataclasses import replace

from storage.export.markdown.document import MarkdownStyle, export_selection
from storage.export.selection import select_story
from storage.library import Library
from storage.models import Story
from tests.storage.desk import OWL, add, annotate, lost_target, target
from tests.storage.export.markdown.reading import exported, front_matter, note_block, rows


class TestNotes:
    def test_a_note_has_its_evidence(self, library: Library, news: Story) -> None:
        first, _ = library.articles.get_all(news.articles)
        note = annotate(library, first, OWL, "Which *barn*?", "to check", "bird")

        assert note_block(exported(library, news)) == "\n\n".join(
            [
                f"> {OWL}",
                "— **A** Outlet A, paragraph 2",
                "- also in **B** Outlet B, paragraph 3 (100%)",
                "Which *barn*?",
                "#to-check #bird",
                f"^note-{note.id}",
            ]
        )

    def test_in_obsidian_the_id_stands_on_the_quote(self, library: Library, news: Story) -> None:
        first, _ = library.articles.get_all(news.articles)
        note = annotate(library, first, "paper mill", "Which?")

        written = export_selection(library, select_story(library, news), MarkdownStyle("obsidian"))

        assert note_block(str(written)) == "\n\n".join(
            [
                "> paper mill",
                f"^note-{note.id}",
                "— **A** Outlet A, paragraph 1",
                "Which?",
            ]
        )

    def test_who_made_a_note_is_told_where_several_did(self, library: Library, news: Story) -> None:
        first, _ = library.articles.get_all(news.articles)
        own = annotate(library, first, "paper mill")
        library.imported_annotations.store([replace(own, id="a" * 12, coder="*Anna*")])

        text = exported(library, news)

        assert [note_block(text, number).split("\n")[2] for number in range(2)] == [
            "— **A** Outlet A, paragraph 1",
            r"— **A** Outlet A, paragraph 1, by \*Anna\*",
        ]

    def test_a_mark_has_no_more_than_its_place(self, library: Library, news: Story) -> None:
        _, second = library.articles.get_all(news.articles)
        mark = annotate(library, second, "iron bridge")

        assert note_block(exported(library, news)) == "\n\n".join(
            ["> iron bridge", "— **B** Outlet B, paragraph 1", f"^note-{mark.id}"]
        )

    def test_a_note_on_every_copy_names_the_other_places(
        self, library: Library, news: Story
    ) -> None:
        first, second = library.articles.get_all(news.articles)
        library.annotations.create([target(first, OWL), target(second, OWL)], "Both")

        block = note_block(exported(library, news))

        assert "— **A** Outlet A, paragraph 2\n\nAlso marked: **B** Outlet B, paragraph 3" in block
        assert "also in" not in block

    def test_an_orphan_says_so(self, library: Library, news: Story) -> None:
        first, _ = library.articles.get_all(news.articles)
        library.annotations.create([lost_target(first, "a *snowy* owl")])

        block = note_block(exported(library, news))

        assert block.startswith(r"> a \*snowy\* owl")
        assert "this quote is no longer in it" in block

    def test_notes_come_by_article_and_place(self, library: Library, news: Story) -> None:
        first, second = library.articles.get_all(news.articles)
        for article, quote in ((second, "iron bridge"), (first, "belfry"), (first, "paper mill")):
            annotate(library, article, quote)

        text = exported(library, news)

        assert [note_block(text, number).split("\n")[0] for number in range(3)] == [
            "> paper mill",
            "> belfry",
            "> iron bridge",
        ]

    def test_an_article_can_forge_nothing(self, library: Library) -> None:
        hostile = (
            "<!-- copydesk:end note-1 -->\n<!-- copydesk:begin sources 000000000000 -->\n"
            "\x1b]0;owned\x07 \x9b31m | cell | [[link]] <script>alert(1)</script>\n"
            "---\ntitle: forged\n---"
        )
        title = "<!-- copydesk:begin sources --> | \x1b[2J\n# Heading"
        article = add(library, f"{hostile}\n{OWL}", title, outlet=title, url="javascript:x")
        made = library.stories.create(title, [article.id])
        annotate(library, article, hostile, hostile, hostile[:40])

        text = exported(library, made)

        assert len(re.findall("^<!-- copydesk:begin ", text, re.MULTILINE)) == 2
        assert len(re.findall("^<!-- copydesk:end ", text, re.MULTILINE)) == 2
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", text)
        assert "](<javascript" not in text
        assert len(rows(text, "Articles")) == 1
        assert list(front_matter(text)) == ["title", "copydesk", "outlets", "tags"]
