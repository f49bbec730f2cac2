from __future__ import annotations

import pytest

from storage.comparing import compare_articles, compare_story
from storage.export.markdown.document import export_story
from storage.export.markdown.managed_blocks import merge
from storage.library import Library
from storage.models import Story
from storage.open_library import open_library
from storage.sample_story import add_sample
from storage.tables.all_coders import GivenTag
from storage.tables.coded_articles import CodedMark
from storage.tables.memos import Memo
from storage.tables.merged_codings import Codings
from storage.wording.percent import format_percent
from tests.storage.desk import OWL, add, annotate, story
from tests.storage.export.markdown.reading import exported, front_matter, rows


class TestFrontMatter:
    def test_it_names_story_outlets_and_tags(self, library: Library, news: Story) -> None:
        first, second = library.articles.get_all(news.articles)
        annotate(library, second, "barn owl", "", "to check", "bird")
        annotate(library, first, "barn owl", "", "Fact", "bird")

        assert front_matter(exported(library, news)) == {
            "title": "Owl news",
            "copydesk": f"story {news.id}",
            "outlets": ["Outlet A", "Outlet B"],
            "tags": ["Fact", "bird", "to-check"],
        }

    def test_tags_of_whole_articles_are_told_there_and_under_the_articles(
        self, library: Library, news: Story
    ) -> None:
        library.tags.set_on_article(news.articles[1], ["Wire copy", "seen"])

        text = exported(library, news)

        assert front_matter(text)["tags"] == ["Wire-copy", "seen"]
        assert "\n\n**B** #Wire-copy #seen\n\n" in text
        assert "**A** #" not in text

    def test_what_the_user_makes_of_title_and_tags_stays(
        self, library: Library, news: Story
    ) -> None:
        library.tags.set_on_article(news.articles[0], ["seen"])
        existing = exported(library, news).replace('"Owl news"', '"Mine"', 1)
        existing = existing.replace('["seen"]', "[seen, mine]")
        library.tags.set_on_article(news.articles[0], ["checked"])
        export = export_story(library, library.stories.get(news.id))

        text = merge(existing, export.front_matter, export.blocks, force=False).text

        assert front_matter(text)["title"] == "Mine"
        assert front_matter(text)["tags"] == ["checked", "mine"]

    def test_a_story_without_notes_has_no_tags(self, library: Library, news: Story) -> None:
        assert front_matter(exported(library, news))["tags"] == []

    @pytest.mark.parametrize(
        "name",
        [
            'He said "no": it\'s [a] {story} # 1',
            "---\ntitle: forged\n---",
            "back\\slash \\n \\u0041",
            "- list",
            "null",
            "2026-03-05",
            "\x1b[31mred\x9b\x85\u2028\u202e",
            "not a character: \ufffe\uffff",
            "🦉 ünïcödé",
            "\ufeffmarked",
        ],
    )
    def test_any_name_is_one_string(self, library: Library, name: str) -> None:
        owl = add(library, OWL, outlet=name)
        made = library.stories.create(name, [owl.id])
        annotate(library, owl, "barn owl", "", name)

        read = front_matter(exported(library, made))

        assert list(read) == ["title", "copydesk", "outlets", "tags"]
        assert isinstance(read["title"], str)
        assert isinstance(read["outlets"], list)
        assert [type(outlet) for outlet in read["outlets"]] == [str]


class TestArticles:
    def test_the_figures_are_those_of_the_comparison(self, library: Library) -> None:
        sample = add_sample(library)
        articles = library.articles.get_all(sample.articles)
        comparison = compare_articles(articles)

        text = exported(library, sample)

        for index, row in enumerate(rows(text, "Articles")):
            letter, title, outlet, published, words, shared, quoted, own, only_here = row
            article = articles[index]
            of_shared = comparison.word_count(index, comparison.shared(index))
            of_only_here = comparison.word_count(index, comparison.only_here(index))
            assert letter == "ABCD"[index]
            assert title == f"[{article.title}](<{article.url}>)"
            assert (outlet, published) == (article.outlet, article.published)
            assert words == str(article.words) == str(comparison.word_count(index))
            assert shared == f"{of_shared} ({format_percent(of_shared, article.words)})"
            assert int(quoted.split()[0]) + int(own.split()[0]) == of_shared
            assert only_here == f"{of_only_here} ({format_percent(of_only_here, article.words)})"

    def test_the_matrix_tells_who_shares_with_whom(self, library: Library) -> None:
        sample = add_sample(library)
        comparison = compare_articles(library.articles.get_all(sample.articles))

        matrix = rows(exported(library, sample), "Who shares how much with whom")

        assert [row[0] for row in matrix] == ["**A**", "**B**", "**C**", "**D**"]
        for one, row in enumerate(matrix):
            for other, cell in enumerate(row[1:]):
                shared = comparison.word_count(one, comparison.shared(one, other))
                expected = format_percent(shared, comparison.word_count(one))
                assert cell == ("–" if one == other else expected)

    def test_what_is_ignored_leaves_every_figure(self, library: Library) -> None:
        sample = add_sample(library)
        articles = library.articles.get_all(sample.articles)
        whole = compare_articles(articles)
        before = exported(library, sample)
        left_out = max(whole.groups, key=lambda group: group.spans[0].length)
        library.ignored_passages.ignore(articles, left_out.passages)

        text = exported(library, sample)

        comparison = whole.without(library.ignored_passages.find_ignored(articles, whole))
        for index, row in enumerate(rows(text, "Articles")):
            shared = comparison.word_count(index, comparison.shared(index))
            only_here = comparison.word_count(index, comparison.only_here(index))
            assert row[5].split()[0] == str(shared)
            assert row[8].split()[0] == str(only_here)
        assert rows(text, "Articles") != rows(before, "Articles")
        matrix = "Who shares how much with whom"
        assert rows(text, matrix) != rows(before, matrix)
        assert str(export_story(library, sample, compare_story(articles))) == text
        library.undo_log.undo()
        assert exported(library, sample) == before

    def test_an_article_alone_has_no_matrix(self, library: Library) -> None:
        assert "Who shares" not in exported(library, story(library, OWL))

    def test_a_story_without_articles_is_exported_too(self, library: Library) -> None:
        text = exported(library, library.stories.create("Empty", []))

        assert front_matter(text)["outlets"] == []
        assert rows(text, "Articles") == []

    def test_what_is_unknown_stays_empty(self, library: Library) -> None:
        made = library.stories.create("Owls", [add(library, OWL, "Owl").id])

        ((_, title, outlet, published, *_),) = rows(exported(library, made), "Articles")

        assert (title, outlet, published) == ("Owl", "", "")

    def test_memos_and_who_is_done_are_told_under_them(self, library: Library, news: Story) -> None:
        first, second = news.articles
        library.memos.write("story", news.id, "# Two *towns*\n<!-- copydesk:end")
        memo = Memo(second, "Anna", "Sure", "2026-03-05T12:00:00.000Z", "2026-03-05T12:00:00.000Z")
        marks = [CodedMark(first, coder, memo.created) for coder in ("", "Ben", "Anna")]
        tags = [GivenTag(first, "genre/news", "Ben"), GivenTag(first, "genre/news", "Anna")]
        tags.append(GivenTag(first, "long", "Anna"))
        library.coding_merger.store(Codings([], tags, [memo], [], marks))

        text = exported(library, news)

        told = "#genre/news by Anna and Ben, #long by Anna · marked as coded by Anna and Ben"
        assert f"\n\n**A** {told}\n" in text
        assert (
            "\n## Memos\n\n**Owl news**:\n\n"
            "\\# Two \\*towns\\*  \n\\<!-- copydesk:end\n\n**B**, by Anna:\n\nSure\n\n##"
        ) in text

    def test_a_broken_address_is_not_linked(self, library: Library) -> None:
        owl = add(library, OWL, "Owl", url="https://[example.org")

        text = exported(library, library.stories.create("Owls", [owl.id]))

        assert rows(text, "Articles")[0][1] == "Owl"

    def test_a_comparison_that_is_there_is_used(self, library: Library, news: Story) -> None:
        comparison = compare_story(library.articles.get_all(news.articles))

        assert export_story(library, news, comparison) == export_story(library, news)


def test_two_exports_of_one_library_are_the_same(library: Library, news: Story) -> None:
    annotate(library, library.articles.get_all(news.articles)[0], OWL, "Why?", "bird")

    with open_library(library.path) as again:
        assert exported(again, news) == exported(library, news)
