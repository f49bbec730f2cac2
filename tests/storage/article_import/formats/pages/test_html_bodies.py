from __future__ import annotations

import json

import pytest

from storage.article_import.formats.pages.html import read_page
from storage.article_import.formats.pages.html_bodies import part_body
from tests.storage.article_import import made
from tests.storage.desk import MILL, OWL, VAN

THREE = f"{OWL}\n\n{MILL}\n\n{VAN}"


@pytest.mark.parametrize(
    "written",
    [
        THREE,
        f"{OWL}\n{MILL}\n{VAN}",
        f"{OWL}\r\n\r\n{MILL}\r\n\r\n{VAN}",
        f"{OWL}\u2029{MILL}\u2028{VAN}",
        f"<p>{OWL}</p><p>{MILL}</p><p>{VAN}</p>",
        f"&lt;p&gt;{OWL}&lt;/p&gt;&lt;p&gt;{MILL}&lt;/p&gt;&lt;p&gt;{VAN}&lt;/p&gt;",
        f"{OWL}<br><br>{MILL}<br/><br/>{VAN}",
        f"{OWL}    {MILL}    {VAN}",
        f"\n {OWL} \n\t\n{MILL}\n\n\n{VAN}\n",
    ],
)
def test_paragraphs_stay_paragraphs_however_they_are_parted(written: str) -> None:
    assert part_body(written) == THREE


def test_signs_and_words_stay_as_they_are() -> None:
    assert part_body("A &amp; B are &lt; C, at 5\u00a0pm.  Two blanks.") == (
        "A & B are < C, at 5 pm. Two blanks."
    )


def scripted(body: str, headline: str = made.HEADLINE, kind: str = "application/ld+json") -> bytes:
    said = {"@graph": [{"@type": "NewsArticle", "headline": headline, "articleBody": body}]}
    return (
        f"<html><head><title>{made.HEADLINE}</title>"
        f"<script type='{kind}'>{json.dumps(said)}</script>"
        "</head><body><nav>Home</nav><div id=root></div>"
        "<noscript>Please turn on JavaScript.</noscript></body></html>"
    ).encode()


BODY = "\n\n".join(made.TEXTS)


@pytest.mark.parametrize("kind", ["application/ld+json", "application/LD+JSON; charset=utf-8"])
def test_a_page_built_by_scripts_has_its_text_in_json_ld(kind: str) -> None:
    assert read_page(scripted(BODY, kind=kind)).text == BODY


def test_its_headline_may_be_another_where_there_is_no_other_text() -> None:
    assert read_page(scripted(BODY, "Owl!")).text == BODY


def test_a_page_that_has_its_text_keeps_it() -> None:
    said = {"@type": "NewsArticle", "headline": made.HEADLINE, "articleBody": f"{OWL} {MILL}"}
    head = f"<script type='application/ld+json'>{json.dumps(said)}</script>"

    assert read_page(made.page(f"{made.HEAD}{head}")).text == read_page(made.page()).text


@pytest.mark.parametrize("json_ld", ["{", "[1, 2", '{"articleBody": 3}', '{"articleBody": [""]}'])
def test_what_is_no_json_ld_is_no_text(json_ld: str) -> None:
    head = f"<script type='application/ld+json'>{json_ld}</script>"

    assert OWL in read_page(made.page(f"{made.HEAD}{head}")).text
