from __future__ import annotations

from storage.comparing import ComparedStory
from storage.export.evidence import find_article_evidence
from storage.export.quoted_evidence import QuotedEvidence, QuotedWords
from storage.findings import list_findings
from storage.library import Library
from storage.models import Article
from storage.tables.finding_verdicts import Verdict
from tests.storage.desk import annotate, lost_target, target
from tests.storage.stated import WHY, add_belfry, compare_belfry


def belfry(library: Library) -> tuple[ComparedStory, Article, Article]:
    compared = compare_belfry(library, add_belfry(library))
    first, second = compared.articles
    return compared, first, second


def quoted(
    library: Library, compared: ComparedStory, verdict: Verdict | None = None
) -> list[QuotedWords]:
    """Return the quotations under the only annotation."""
    (evidence,) = find_article_evidence(library.annotations.list_all(), compared)
    verdicts = {one.key: verdict for one in list_findings(compared)} if verdict else {}
    return QuotedEvidence(compared, verdicts).find(evidence)


def test_a_quotation_is_held_against_that_of_the_other_article(library: Library) -> None:
    compared, _, second = belfry(library)
    annotate(library, second, "moved in")

    (said,) = quoted(library, compared)

    assert (said.own.letter, said.own.voice) == ("B", "unnamed")
    (elsewhere,) = said.elsewhere
    assert (elsewhere.name, elsewhere.why) == ("altered", WHY)
    assert (elsewhere.version.letter, elsewhere.version.pieces[0].theirs) == ("A", "The")


def test_what_is_the_same_needs_no_reason(library: Library) -> None:
    compared, first, _ = belfry(library)
    annotate(library, first, "earplugs")

    ((elsewhere,),) = [one.elsewhere for one in quoted(library, compared)]

    assert (elsewhere.name, elsewhere.why) == ("the same", "")


def test_what_the_reader_decided_is_told(library: Library) -> None:
    compared, first, _ = belfry(library)
    annotate(library, first, "moved in")

    ((confirmed,),) = [one.elsewhere for one in quoted(library, compared, "confirmed")]
    ((dismissed,),) = [one.elsewhere for one in quoted(library, compared, "dismissed")]

    assert confirmed.name == "altered, confirmed"
    assert (dismissed.name, dismissed.why) == ("", "")
    assert [one.how for one in dismissed.version.pieces] == ["same"]


def test_a_note_on_both_names_each_quotation_once(library: Library) -> None:
    compared, first, second = belfry(library)
    places = [target(first, "owl has"), target(first, "moved in"), target(second, "owl has")]
    library.annotations.create(places, "Both", [])

    assert [one.own.letter for one in quoted(library, compared)] == ["A", "B"]


def test_beside_a_quotation_and_without_its_words_nothing_is_told(library: Library) -> None:
    compared, first, _ = belfry(library)
    annotate(library, first, "said Mary Fenn")
    assert quoted(library, compared) == []

    library.annotations.delete(library.annotations.list_all()[0].id)
    library.annotations.create([lost_target(first, "The fox has moved in for good")], "", [])
    assert quoted(library, compared) == []
