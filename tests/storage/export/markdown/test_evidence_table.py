from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from storage.comparing import compare_in, compare_story
from storage.errors import ConflictError, NotFoundError
from storage.export.markdown.document import export_story, write
from storage.export.markdown.evidence_rows import make_evidence_rows
from storage.export.markdown.evidence_table import export_all_passages, export_passage
from storage.export.story_passages import list_story_passages
from storage.library import Library
from storage.models import Story
from storage.sample_story import add_sample
from tests.storage.desk import (
    BRIDGE,
    HONEY,
    MILL,
    OWL,
    PARADE,
    add,
    compared,
    story,
    thoroughly,
    unstored,
)
from tests.storage.export.markdown.test_diff_marks import dense, in_a_table, seen
from tests.storage.export.test_escaping import hostile_texts
from tests.textreuse.stories import DAM, FERRY, KEEPER, ROAD, SENTENCES
from textreuse import Comparison, Settings, Span, find_copies, fold_punctuation

HOSTILE = "| a | ~~b~~ **c**\n\n| d\n<!-- copydesk:end --> # e `f` [g](h) \\"


@st.composite
def versions(draw: st.DrawFn) -> list[str]:
    """Draw versions of some sentences, each changed in its way by words and by Markdown."""
    row = " ".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3))).split()
    texts = []
    for _ in range(draw(st.integers(2, 3))):
        version = list(row)
        for _ in range(draw(st.integers(0, 5))):
            at = draw(st.integers(0, len(row) - 1))
            forms = ("{}", "", "{} {}", "new {}", "{},", "“{}”", "{}\n\n", "**{}**", "{}|{}", "~{}")
            version[at] = draw(st.sampled_from(forms)).format(row[at], row[at].upper())
        version.insert(draw(st.integers(0, len(version))), draw(hostile_texts))
        texts.append(" ".join(version))
    return texts


def folded(text: str) -> str:
    return "".join(map(fold_punctuation, dense(text)))


@thoroughly
@given(versions(), st.data())
def test_each_row_shows_its_copy_and_the_one_asked_about(
    texts: list[str], data: st.DataObject
) -> None:
    articles = [unstored(number, text) for number, text in enumerate(texts)]
    made = compare_story(articles, Settings(ngram=2, min_words=4, chance_words=4))
    comparison = made.kept
    for group in comparison.groups:
        here = data.draw(st.sampled_from(group.spans))
        found = make_evidence_rows(made, group, here)

        spans = [row.span for row in found]
        assert set(group.spans) <= set(spans)
        assert len(set(spans)) == len(spans)
        apart = set(spans) - set(group.spans)
        assert apart <= {copy.span for copy in find_copies(comparison, here)}
        assert not any(one.overlap(span) for one in apart for span in group.spans)
        for row in found:
            shown = in_a_table(row.words)
            assert shown.theirs == dense(text_at(comparison, row.span))
            assert folded(shown.ours) == folded(text_at(comparison, here))
            assert (row.kind == "reference") == (row.span == here)


def text_at(comparison: Comparison, span: Span) -> str:
    return comparison.corpus.texts[span.article][span.start : span.end]


def rows(text: str, table: int = 0) -> list[list[str]]:
    """Return the cells of a table of a file as its reader sees them, without white space."""
    found = [[cell.theirs for cell in row] for row in seen(text.split("---\n", 2)[2])]
    heads = [number for number, row in enumerate(found) if row[1] == "Outlet"] + [len(found)]
    return found[heads[table] + 1 : heads[table + 1]]


def exported(library: Library, story: Story, number: int = 1) -> str:
    return str(export_passage(library, library.stories.get(story.id), number, version="1.2"))


class TestRows:
    def test_they_stand_in_order_of_publication(self) -> None:
        dates = [None, "2026-03-06", "2026-03-05"]
        articles = [unstored(number, FERRY, date) for number, date in enumerate(dates)]
        made = compare_story(articles)
        [group] = made.kept.groups

        found = make_evidence_rows(made, group, group.spans[1])

        assert [row.span.article for row in found] == [2, 1, 0]
        assert [row.kind for row in found] == ["verbatim", "reference", "verbatim"]
        assert [row.similarity for row in found] == ["100%", "", "100%"]

    def test_offsets_are_code_points_and_paragraphs_leave_boilerplate_out(self) -> None:
        texts = [FERRY, f"𝒜 note: 🦉\n\nAdvertisement\n\n{KEEPER}\n\n{FERRY}"]
        made = compared(*texts)
        [group] = made.kept.groups

        _, found = make_evidence_rows(made, group, group.spans[0])

        assert texts[1][found.span.start : found.span.end] == FERRY
        assert found.paragraph == 3

    def test_what_a_third_copy_adds_to_a_place_is_a_change_at_these_offsets(self) -> None:
        texts = [f"{FERRY} {DAM}", f"{FERRY} {ROAD} {DAM}", f"{FERRY} {ROAD} {DAM}"]
        made = compared(*texts)
        for group in made.kept.groups:
            for row in make_evidence_rows(made, group, group.spans[0]):
                shown = in_a_table(row.words)
                assert shown.theirs == dense(text_at(made.kept, row.span))
                assert (row.kind == "verbatim") <= (shown.ours == shown.theirs)

    def test_a_copy_that_is_none_of_the_passage_is_refused(self) -> None:
        made = compared(FERRY, FERRY)
        with pytest.raises(ValueError, match="no place of passage 1"):
            make_evidence_rows(made, made.kept.groups[0], Span(0, 3, 9))


class TestTable:
    @pytest.mark.parametrize("number", range(1, 16))
    def test_it_has_a_row_for_each_place_of_the_passage(
        self, library: Library, number: int
    ) -> None:
        sample = add_sample(library)
        articles = library.articles.get_all(sample.articles)
        comparison = compare_in(library, articles).kept
        shared = [group for group in comparison.groups if len(group.articles) > 1]

        found = rows(exported(library, sample, number))

        spans = {(row[0], row[5], row[8]) for row in found}
        assert len(found) == len(spans)
        assert spans >= {
            ("ABCD"[one.article], f"{one.start}–{one.end}", dense(text_at(comparison, one)))
            for one in shared[number - 1].spans
        }

    def test_it_names_outlet_date_and_title_with_its_link(self, library: Library) -> None:
        add(library, OWL, "Owl", outlet="Gazette", published="2026-03-05", url="https://e.org/a")
        add(library, f"{OWL} {MILL}", "Owl again")
        made = library.stories.create("Owls", [one.id for one in library.articles.list_all()])

        text = exported(library, made)

        assert re.search(
            r"^\| \w \| Gazette \| 2026-03-05 \| \[Owl\]\(<https://e\.org/a>\) \| 1 \|", text, re.M
        )
        assert re.search(r"^\| \w \|  \| no date \| Owl again \| 1 \|", text, re.M)

    def test_text_of_others_makes_no_structure(self, library: Library) -> None:
        texts = [f"{HOSTILE} {OWL} {HOSTILE} {BRIDGE}", f"{OWL} {HOSTILE} {BRIDGE} {HOSTILE}"]
        articles = [add(library, text, title=HOSTILE, outlet=HOSTILE) for text in texts]
        made = library.stories.create(HOSTILE, [one.id for one in articles])

        text = exported(library, made)

        group = compare_in(library, articles).kept.groups[0]
        assert [len(row) for row in rows(text)] == [9] * len(group.spans)
        assert [len(row) for row in rows(text, 1)] == [6, 6]
        assert len(re.findall("^<!--", text, re.MULTILINE)) == 4
        assert isinstance(yaml.safe_load(text.split("---\n", 2)[1]), dict)

    def test_a_story_with_one_shared_passage_tells_so_of_another_number(
        self, library: Library
    ) -> None:
        made = story(library, f"{MILL}\n\n{OWL}", f"{OWL}\n\n{HONEY}", name="Owls")

        with pytest.raises(NotFoundError, match=r"^There is no passage 2: “Owls” has 1 shared pa"):
            exported(library, made, 2)

    def test_numbers_pass_over_what_is_only_repeated(self, library: Library) -> None:
        made = story(library, f"{PARADE}\n\n{PARADE}\n\n{OWL}", f"{OWL}\n\n{HONEY}")

        text = exported(library, made, 1)

        assert [row[8] for row in rows(text)] == [dense(OWL)] * 2
        assert "gives group 2." in text


class TestMethod:
    def test_the_same_library_gives_the_same_file(self, library: Library) -> None:
        sample = add_sample(library)

        assert exported(library, sample) == exported(library, sample)

    def test_it_names_version_settings_and_texts(self, library: Library) -> None:
        made = story(library, f"{MILL}\n\n{OWL}", f"{OWL}\n\n{HONEY}", BRIDGE)

        text = exported(library, made)

        assert "Copydesk 1.2 with the settings `ngram=4, min_words=6, rare_words=5," in text
        assert [row[2] for row in rows(text, 1)] == [
            hashlib.sha256(one.text.encode()).hexdigest()
            for one in library.articles.get_all(made.articles)
        ]

    def test_other_settings_are_told_and_need_another_command(self, library: Library) -> None:
        made = story(library, f"{MILL}\n\n{OWL}", f"{OWL}\n\n{HONEY}")

        text = str(
            export_passage(library, made, 1, version="1.2", settings=Settings(sensitivity=2))
        )

        assert "sensitivity=2" in text
        assert "copydesk compare --json" not in text

    def test_a_repeat_has_evidence_of_its_own(self, library: Library) -> None:
        made = story(library, f"{MILL}\n\n{OWL}\n\n{HONEY}\n\n{OWL}", f"{MILL}\n\n{BRIDGE}")

        text = str(export_passage(library, made, 1, is_repeat=True, version="1.2"))

        assert f"# {made.name}: repeat R1" in text
        assert [row[8] for row in rows(text)] == [dense(OWL)] * 2
        with pytest.raises(NotFoundError, match=r"There is no repeat 2: “.*” has 1 repeat\."):
            export_passage(library, made, 2, is_repeat=True, version="1.2")

    def test_ignored_passages_are_left_out_and_told_whatever_comparison_is_given(
        self, library: Library
    ) -> None:
        made = story(library, f"{MILL}\n\n{OWL}", f"{OWL}\n\n{BRIDGE}\n\n{MILL}")
        articles = library.articles.get_all(made.articles)
        whole = compare_in(library, articles)
        library.ignored_passages.ignore(articles, whole.kept.groups[0].passages)

        texts = {
            str(export_passage(library, made, 2, known, version="1.2"))
            for known in (None, whole, compare_in(library, articles))
        }

        [text] = texts
        assert [row[8] for row in rows(text)] == [dense(OWL)] * 2
        assert "Ignored by hand: 1 passage;" in text
        assert "gives group 2, including what is ignored here." in text


class TestWriting:
    def test_exporting_again_renews_it_and_keeps_what_the_user_wrote(
        self, library: Library, tmp_path: Path
    ) -> None:
        made = story(library, f"{MILL}\n\n{OWL}", f"{OWL}\n\n{HONEY}")
        path = tmp_path / "owl.md"
        write(export_passage(library, made, 1, version="1.2"), path)
        path.write_text(path.read_text("utf-8") + "\nMy conclusion.\n", "utf-8")
        third = add(library, f"{BRIDGE}\n\n{OWL}", outlet="Herald")
        library.stories.extend(made.id, [third.id])

        again = library.stories.get(made.id)
        write(export_passage(library, again, 1, version="1.2"), path)

        text = path.read_text("utf-8")
        assert text.endswith("\nMy conclusion.\n")
        assert len(rows(text)) == 3

    def test_neither_another_passage_nor_the_story_goes_into_its_file(
        self, library: Library, tmp_path: Path
    ) -> None:
        made = story(library, f"{MILL}\n\n{OWL}", f"{OWL}\n\n{BRIDGE}\n\n{MILL}")
        path = tmp_path / "owl.md"
        first = export_passage(library, made, 1, version="1.2")
        write(first, path)

        for other in (export_passage(library, made, 2, version="1.2"), export_story(library, made)):
            with pytest.raises(ConflictError):
                write(other, path)
        assert path.read_text("utf-8") == str(first)


def test_a_copy_that_was_found_as_a_repeat_only_is_told_too(library: Library) -> None:
    long = "The harbour master told the council that nobody had rung the right telephone"
    once = f"{HONEY} {long} on the night of the great storm."
    twice = f"{long} on the night of the great storm, he said.\n\n{OWL}\n\n{long} on the night."
    made = story(library, once, twice)

    text = str(export_passage(library, made, 1, version="1"))

    assert [row[0] for row in rows(text)] == ["A", "B", "B"]


class TestAllPassages:
    def test_each_is_told_as_it_is_alone(self, library: Library) -> None:
        sample = add_sample(library)
        articles = library.articles.get_all(sample.articles)
        passages = list_story_passages(compare_in(library, articles))

        text = str(export_all_passages(library, sample, version="1.2"))

        headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
        assert [one.split(",")[0].lower() for one in headings] == [
            *(one.name.lower() for one in passages),
            "method",
        ]
        third = next(at for at, one in enumerate(passages) if one.number == "3")
        assert rows(text, third) == rows(exported(library, sample, 3))
        assert "gives all groups." in text

    def test_one_that_is_gone_is_marked_so_and_the_others_stay(
        self, library: Library, tmp_path: Path
    ) -> None:
        made = story(library, f"{MILL}\n\n{OWL}", f"{OWL}\n\n{BRIDGE}\n\n{MILL}")
        articles = library.articles.get_all(made.articles)
        path = tmp_path / "all.md"
        write(export_all_passages(library, made, version="1.2"), path)
        path.write_text(path.read_text("utf-8") + "My words.\n", "utf-8")
        whole = compare_in(library, articles).kept
        library.ignored_passages.ignore(articles, whole.groups[0].passages)

        assert write(export_all_passages(library, made, version="1.2"), path) == ()

        text = path.read_text("utf-8")
        assert text.count("*Deleted in Copydesk") == 1
        assert text.endswith("My words.\n")
        assert "Ignored by hand: 1 passage;" in text

    def test_where_there_is_none_that_is_told(self, library: Library) -> None:
        made = story(library, OWL, MILL, name="Owls")

        with pytest.raises(NotFoundError, match=r"^The articles of “Owls” share no passage"):
            export_all_passages(library, made, version="1.2")
