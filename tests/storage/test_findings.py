from __future__ import annotations

from storage.comparing import ComparedStory, compare_story
from storage.findings import Finding, list_findings
from tests.storage.desk import unstored

MAYOR = "“We will close the {} bridge for good in {},” said Ada Renn, the mayor of Norderholm."
FERRY = "The ferry to Norderholm sank at dawn on {} with {} sheep and nobody else on board."


def story(*texts: str) -> ComparedStory:
    return compare_story([unstored(number, text) for number, text in enumerate(texts)])


def told(when: str = "Monday", sheep: int = 40, bridge: str = "old", month: str = "May") -> str:
    return f"{FERRY.format(when, sheep)}\n\n{MAYOR.format(bridge, month)}\n"


def find(compared: ComparedStory, name: str) -> list[Finding]:
    return [finding for finding in list_findings(compared) if finding.name == name]


def test_a_story_that_agrees_has_none() -> None:
    assert list_findings(story(told(), told())) == ()


def test_a_changed_quotation_and_a_changed_figure_are_flagged() -> None:
    compared = story(told(), told(sheep=60, bridge="new"))

    [altered] = find(compared, "quotation altered")
    [number] = find(compared, "number, conflict")

    assert altered.flagged
    assert number.flagged
    texts = compared.whole.texts
    assert [texts[span.article][span.start : span.end] for span in number.spans] == ["40", "60"]
    assert list_findings(compared)[0] == altered


def test_what_several_pairs_have_in_the_same_words_is_told_once_with_all_articles() -> None:
    [number] = find(story(told(), told(), told(sheep=60)), "number, conflict")

    assert number.articles == (0, 1, 2)


def test_a_word_that_differs_in_a_quotation_that_was_altered_is_told_with_that_alone() -> None:
    compared = story(told(), told(month="June"))

    assert len(list_findings(compared)) == 1


def test_a_finding_is_known_by_its_words_whatever_the_order_of_the_articles() -> None:
    one, other = told(), told(when="Tuesday", bridge="new")

    keys = {finding.key for finding in list_findings(story(one, other))}

    assert keys
    assert keys == {finding.key for finding in list_findings(story(other, one))}
    assert keys <= {finding.key for finding in list_findings(story("Rain fell.", other, one))}
