from __future__ import annotations

from hypothesis import given

from storage.comparing import compare_in
from storage.export.html.passage_marks import mark_passages
from storage.export.html.segments import cut_segments
from storage.export.story_passages import list_story_passages
from storage.library import Library
from storage.models import Story
from storage.sample_story import add_sample
from tests.storage.desk import HONEY, OWL, add, compared, quickly
from tests.storage.export.html.reading import XHTML, all_text, at, folded, page, table_rows, texts
from tests.textreuse.stories import stories
from textreuse import KINDS, Span, merge


class TestTexts:
    def test_a_number_leads_to_the_next_copy_and_round(self, library: Library, news: Story) -> None:
        library.stories.extend(news.id, [add(library, f"{HONEY} {OWL}").id])

        numbers = [
            link
            for text in texts(page(library, news))
            for link in text.iter(f"{XHTML}a")
            if (link.get("data-k") or "") == "p1"
        ]

        assert [(link.get("id"), link.get("href")) for link in numbers] == [
            ("p1-1", "#p1-2"),
            ("p1-2", "#p1-3"),
            ("p1-3", "#p1-1"),
        ]
        assert numbers[0].get("title") == "Passage 1, verbatim: also B ¶3, C ¶1"

    def test_what_is_highlighted_is_what_the_figures_count(self, library: Library) -> None:
        made = add_sample(library)
        articles = library.articles.get_all(made.articles)
        comparison = compare_in(library, articles).kept
        for index, text in enumerate(texts(page(library, made))):
            shown = [
                all_text(mark)
                for mark in text.iter(f"{XHTML}mark")
                if (mark.get("class") or "").split(" ")[0] in KINDS
            ]
            shared = "".join(
                articles[index].text[span.start : span.end] for span in comparison.shared(index)
            )
            assert "".join("".join(shown).split()) == "".join(shared.split())

    def test_an_ignored_passage_is_not_shown(self, library: Library, news: Story) -> None:
        articles = library.articles.get_all(news.articles)
        library.ignored_passages.ignore(articles, compare_in(library, articles).kept.passages)

        found = page(library, news)

        assert not [mark for text in texts(found) for mark in text.iter(f"{XHTML}mark")]
        assert "Ignored by hand: 1 passage;" in folded(at(found, "method"))
        assert table_rows(next(found.iter(f"{XHTML}table")))[0][4] == "0% 0"


@quickly
@given(stories())
def test_segments_of_a_shared_kind_are_what_is_shared(made: list[str]) -> None:
    news = compared(*made)
    passages = list_story_passages(news)
    for article, text in enumerate(made):
        highlighted = merge(
            Span(article, segment.start, segment.end)
            for segment in cut_segments(len(text), mark_passages(passages, article))
            if {mark.style for mark in segment.marks} - {"repeat"}
        )
        assert highlighted == news.kept.shared(article)
