from __future__ import annotations

from storage.export.evidence import find_library_evidence, find_story_evidence
from storage.library import Library
from storage.models import Story
from tests.storage.desk import HONEY, OWL, PARADE, VAN, add, annotate, story, target
from tests.storage.export.copies import articles_of, copies, ignore


class TestSeveralStories:
    def test_what_is_ignored_is_so_in_every_story(self, library: Library) -> None:
        one = story(library, OWL, f"{HONEY}\n\n{OWL}", name="One")
        third = add(library, f"{OWL}\n\n{PARADE}", outlet="Outlet X")
        articles = articles_of(library, one)
        library.stories.create("Other", [third.id, *one.articles])
        annotate(library, articles[0], OWL)
        ignore(library, articles, OWL)

        (note,) = find_library_evidence(library)

        assert ("Outlet X", OWL) in copies(note)
        assert copies(*find_story_evidence(library, one)) == []

    def test_copies_are_told_once_by_story_and_place(self, library: Library) -> None:
        one = story(library, OWL, f"{HONEY}\n\n{OWL}", name="One")
        add(library, f"{OWL}\n\n{PARADE}", outlet="Outlet X")
        owl = articles_of(library, one)[0]
        other = [listed.id for listed in library.articles.list_all() if listed.outlet == "Outlet X"]
        library.stories.create("Other", [*other, *one.articles])
        annotate(library, owl, OWL)

        (note,) = find_library_evidence(library)

        assert copies(note) == [("Outlet B", OWL), ("Outlet X", OWL)]
        assert copies(*find_story_evidence(library, one)) == [("Outlet B", OWL)]

    def test_an_article_in_no_story_is_compared_with_none(self, library: Library) -> None:
        annotate(library, add(library, OWL), "barn owl")
        add(library, f"{OWL}\n\n{PARADE}")

        (note,) = find_library_evidence(library)

        assert note.also_in == ()

    def test_an_article_in_the_bin_carries_no_copy(
        self, library: Library, three_articles: Story
    ) -> None:
        first, second, _ = articles_of(library, three_articles)
        annotate(library, first, OWL)
        library.articles.delete(second.id)

        (note,) = find_library_evidence(library)

        assert note.also_in == ()

    def test_a_note_whose_first_article_is_elsewhere_stands_at_its_next(
        self, library: Library, three_articles: Story
    ) -> None:
        first, *_ = articles_of(library, three_articles)
        library.annotations.create([target(add(library, VAN), "villages"), target(first, "school")])

        (note,) = find_story_evidence(library, three_articles)

        assert (note.place.article, note.quote, note.targets) == (first, "school", ())
