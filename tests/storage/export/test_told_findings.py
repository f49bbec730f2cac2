from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from storage.comparing import ComparedStory, compare_story
from storage.export.told_findings import find_verdicts, tell_findings
from storage.export.told_origins import tell_origins
from storage.findings import list_findings
from storage.library import Library
from tests.storage.desk import MILL, OWL, VAN, unstored
from tests.storage.stated import (
    WHY,
    WHY_HIGH,
    add_belfry,
    compare_belfry,
    make_origins,
)


@pytest.fixture
def belfry(library: Library) -> ComparedStory:
    """Make a story of two articles whose statements are known."""
    return compare_belfry(library, add_belfry(library))


def decide(
    library: Library,
    compared: ComparedStory,
    kind: str,
    verdict: Literal["dismissed", "confirmed"],
) -> None:
    for finding in list_findings(compared):
        if finding.kind == kind:
            library.finding_verdicts.decide(finding.key, verdict)


class TestFindings:
    def test_both_versions_are_told_with_what_differs(self, belfry: ComparedStory) -> None:
        (finding,) = tell_findings(belfry, {}).quotations

        assert (finding.name, finding.why) == ("Quotation altered", WHY)
        first, second = finding.versions
        assert (first.letter, first.paragraph, first.voice) == ("A", 1, "Mary Fenn")
        assert (second.letter, second.voice) == ("B", "unnamed")
        assert [(one.how, one.ours, one.theirs) for one in first.pieces] == [
            ("deleted", "The", ""),
            ("same", *[" owl has moved in for good,"] * 2),
        ]
        assert (second.pieces[0].how, second.pieces[0].theirs) == ("inserted", "This")

    def test_the_earlier_version_comes_first(self, library: Library) -> None:
        story = add_belfry(library)
        library.articles.edit(story.articles[0], {"published": "2026-03-09"})

        (finding,) = tell_findings(compare_belfry(library, story), {}).quotations

        first, second = finding.versions
        assert (first.letter, first.pieces[0].ours) == ("B", "This")
        assert (second.letter, second.pieces[0].theirs) == ("A", "The")

    def test_values_are_marked_in_their_statements(self, belfry: ComparedStory) -> None:
        (finding,) = tell_findings(belfry, {}).disagreements

        assert (finding.name, finding.why) == ("Number, conflict", WHY_HIGH)
        marked = [
            [piece.theirs for piece in version.pieces if piece.how != "same"]
            for version in finding.versions
        ]
        assert marked == [["52"], ["53"]]

    def test_what_needs_no_eye_is_told_in_short(self, belfry: ComparedStory) -> None:
        (quiet,) = tell_findings(belfry, {}).others

        assert (quiet.speaker, quiet.places) == ("Tom Hale", (("A", 2), ("B", 2)))

    def test_what_was_dismissed_is_left_out_and_counted(
        self, library: Library, belfry: ComparedStory
    ) -> None:
        decide(library, belfry, "quotation", "dismissed")

        told = tell_findings(belfry, find_verdicts(library, belfry))

        assert (told.quotations, told.dismissed) == ((), 1)
        assert len(told.disagreements) == 1
        assert len(told.others) == 3

    def test_what_was_confirmed_says_so(self, library: Library, belfry: ComparedStory) -> None:
        decide(library, belfry, "disagreement", "confirmed")

        told = tell_findings(belfry, find_verdicts(library, belfry))

        assert told.disagreements[0].name == "Number, conflict, confirmed"
        assert told.quotations[0].name == "Quotation altered"


class TestOrigins:
    def test_they_are_told_for_the_story_and_each_article(self, belfry: ComparedStory) -> None:
        told = tell_origins(belfry)

        assert told.summary == "2 articles, 2 independent origins"
        assert [one.letters for one in told.origins] == ["A", "B"]
        assert told.order == "Published in this order: A, then B."
        assert [one.what for one in told.derivations] == ["not derived from the others"] * 2
        ((letter, missing),) = told.missing
        assert letter == "B"
        assert missing[0].carriers[0] == ("A", 1)

    def test_an_arrow_says_who_has_it_from_whom(self, belfry: ComparedStory) -> None:
        origins = make_origins(belfry.statements)
        (overlap,) = origins.overlaps
        for later, told in ((None, "A and B"), (0, "B → A"), (1, "A → B")):
            led = replace(origins, overlaps=(overlap._replace(later=later),))
            belfry.statements.__dict__["origins"] = led

            assert [one.letters for one in tell_origins(belfry).overlaps] == [told]

    def test_pairs_that_share_nothing_are_not_told(self, belfry: ComparedStory) -> None:
        origins = make_origins(belfry.statements)
        (overlap,) = origins.overlaps
        silent = overlap._replace(kind="none", shared_words=(0, 0))
        belfry.statements.__dict__["origins"] = replace(origins, overlaps=(silent,))

        assert tell_origins(belfry).overlaps == ()

    @pytest.mark.parametrize(
        ("published", "told"),
        [
            ([None, None, None], "No dates of publication are known."),
            (
                ["2026-03-06", None, "2026-03-05"],
                "Published in this order: C, then A (1 day later); no date: B.",
            ),
            (["2026-03-05"] * 3, "Published in this order: A, B and C."),
        ],
    )
    def test_the_order_says_what_is_not_known(self, published: list[str | None], told: str) -> None:
        articles = [unstored(at, text, published[at]) for at, text in enumerate((OWL, MILL, VAN))]

        assert tell_origins(compare_story(articles)).order == told
