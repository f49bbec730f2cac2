from __future__ import annotations

import pytest

from storage.export.html.report import render_report
from storage.findings import list_findings
from storage.library import Library
from storage.models import Story
from tests.storage.desk import annotate
from tests.storage.export.html.reading import (
    XHTML,
    Element,
    all_text,
    at,
    folded,
    parsed,
    table_rows,
    texts,
)
from tests.storage.export.html.test_report import leads_nowhere
from tests.storage.stated import FIRST, WHY, WHY_HIGH, add_belfry, compare_belfry


@pytest.fixture
def belfry(library: Library) -> Story:
    return add_belfry(library)


def page(library: Library, story: Story) -> Element:
    compared = compare_belfry(library, story)
    return parsed(render_report(library, story, compared, version="1.2"))


def names(page: Element) -> list[str]:
    return [str(one.get("id")) for one in page.iter(f"{XHTML}section")]


def test_what_is_found_stands_before_the_texts(library: Library, belfry: Story) -> None:
    found = page(library, belfry)

    assert names(found) == [
        *("overview", "origins", "disagreements", "quotations", "left-out"),
        *("texts", "passages", "method"),
    ]
    assert leads_nowhere(found) == set()
    everything = [one.get("id") for one in found.iter() if one.get("id")]
    assert len(everything) == len(set(everything))


def test_shared_words_are_parted_by_who_speaks(library: Library, belfry: Story) -> None:
    table = next(at(page(library, belfry), "overview").iter(f"{XHTML}table"))

    assert table_rows(table)[0][3:] == [
        *("40", "52% 21", "30% 12", "22% 9", "32% 13", "0% 0"),
    ]


def test_origins_are_an_order_and_no_proof(library: Library, belfry: Story) -> None:
    told = folded(at(page(library, belfry), "origins"))

    assert "2 articles, 2 independent origins" in told
    assert "Published in this order: A, then B. An order, not a proof." in told
    assert "B not derived from the others" in told


def test_values_and_changed_words_are_marked(library: Library, belfry: Story) -> None:
    found = page(library, belfry)

    values, words = at(found, "finding-1"), at(found, "finding-2")
    assert WHY_HIGH in folded(values)
    assert [all_text(one) for one in values.iter(f"{XHTML}b")] == ["52", "53"]
    assert WHY in folded(words)
    assert [all_text(one) for one in words.iter(f"{XHTML}del")] == ["The"]
    assert [all_text(one) for one in words.iter(f"{XHTML}ins")] == ["This"]
    assert "B unnamed “This owl has moved in for good,”" in folded(words)


def test_findings_are_marked_in_the_texts_and_nothing_is_added_to_them(
    library: Library, belfry: Story
) -> None:
    first, _ = texts(page(library, belfry))

    marked = [one for one in first.iter(f"{XHTML}mark") if "finding" in (one.get("class") or "")]
    told = {key: "" for one in marked for key in (one.get("data-k") or "").split()}
    for one in marked:
        for key in (one.get("data-k") or "").split():
            told[key] += all_text(one)
    assert told["f1"] == "52"
    assert told["f2"].startswith("The ")
    for sign in [*first.iter(f"{XHTML}sup")]:
        sign.clear()
    assert folded(first).replace(" ", "") == FIRST.replace(" ", "").replace("\n", "")


def test_findings_dismissed_are_left_out_and_counted(library: Library, belfry: Story) -> None:
    for finding in list_findings(compare_belfry(library, belfry)):
        library.finding_verdicts.decide(finding.key, "dismissed")

    found = page(library, belfry)

    assert "disagreements" not in names(found)
    assert "Findings dismissed by hand, and left out: 2." in folded(at(found, "method"))


def test_a_note_on_a_quotation_has_the_other_version(library: Library, belfry: Story) -> None:
    annotate(library, library.articles.get_all(belfry.articles)[0], "moved in", "Really?")

    note = folded(at(page(library, belfry), "note-1"))

    assert "Said by Mary Fenn; in other articles: B ¶1 unnamed “This owl" in note
    assert f"altered: {WHY}" in note


def test_an_article_alone_has_no_findings(library: Library, belfry: Story) -> None:
    alone = library.stories.create("Alone", belfry.articles[:1])

    found = parsed(render_report(library, alone, version="1.2"))

    assert names(found) == ["overview", "texts", "method"]
