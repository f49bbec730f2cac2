from __future__ import annotations

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.article_import.formats.pages.html import read_page
from storage.article_import.formats.pages.html_completion import complete_text
from tests.storage.article_import import made
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, VAN

HEADLINE = made.HEADLINE
BODY = f"<p>{MILL}</p><p>{PARADE}</p><p>{BRIDGE}</p><p>{HONEY}</p>"
TEXT = "\n\n".join((MILL, PARADE, BRIDGE, HONEY))


def complete(markup: str, description: str = "", text: str = TEXT) -> str:
    root = lxml.html.document_fromstring(f"<html><body>{markup}</body></html>")
    return complete_text(root, text, [HEADLINE], [description])


@pytest.mark.parametrize(
    "markup",
    [
        f"<header><h1>{HEADLINE}</h1><p>{OWL}</p></header><article>{BODY}</article>",
        f"<article><h1>{HEADLINE}</h1><div class=lead><p>{OWL}</p></div><i>{BODY}</i></article>",
        f"<h1>{HEADLINE}</h1><p class=standfirst>{OWL}</p><div class=body>{BODY}</div>",
        f"<h1>{HEADLINE}</h1><h2 class='article__subtitle'>{OWL}</h2><div>{BODY}</div>",
        f"<h1>{HEADLINE}</h1><div itemprop=description>{OWL}</div><div>{BODY}</div>",
        f"<h1>{HEADLINE}</h1><span property='description'>{OWL}</span><div>{BODY}</div>",
        f"<h1>{HEADLINE}</h1><section id=articleIntro>{OWL}</section><div>{BODY}</div>",
        f"<h1>{HEADLINE}</h1><div class=vorspann><strong>{OWL}</strong></div><div>{BODY}</div>",
        f"<h1>{HEADLINE}</h1><p id=chapo>{OWL}</p><div class=bio>Nell</div><div>{BODY}</div>",
        f"<h1>{HEADLINE}</h1><div><div><div>{OWL}</div></div></div><div>{BODY}</div>",
        f"<h1>{HEADLINE}</h1><div class=standfirst><ul><li>{OWL}</li></ul></div><div>{BODY}</div>",
        f"<h1>{HEADLINE}</h1><div class=teaser-text><p>{OWL}</p></div><div>{BODY}</div>",
        f"<div><h1>{HEADLINE}</h1><time>3 March</time><p>{OWL}</p></div><main>{BODY}</main>",
    ],
)
def test_a_lead_in_a_place_of_its_own_is_put_before_the_text(markup: str) -> None:
    assert complete(markup) == f"{OWL}\n\n{TEXT}"


def test_a_lead_that_the_page_describes_itself_by_counts_without_a_headline() -> None:
    markup = f"<div><p>{OWL}</p></div><div>{BODY}</div>"

    assert complete(markup) == TEXT
    assert complete(markup, f"{OWL[:50]}…") == f"{OWL}\n\n{TEXT}"
    assert complete(markup, f"{OWL} {VAN}") == f"{OWL}\n\n{TEXT}"


def test_a_lead_follows_the_headline_where_the_text_has_it() -> None:
    markup = f"<h1>{HEADLINE}</h1><p class=lead>{OWL}</p><div>{BODY}</div>"

    assert complete(markup, text=f"{HEADLINE}\n\n{TEXT}") == f"{HEADLINE}\n\n{OWL}\n\n{TEXT}"


@pytest.mark.parametrize(
    "markup",
    [
        f"<aside><p>{OWL}</p></aside>",
        f"<nav><p>{OWL}</p></nav>",
        f"<figure><figcaption>{OWL}</figcaption></figure>",
        f"<div class=related><p>{OWL}</p></div>",
        f"<div class=teaser><h3>Another story</h3><p>{OWL}</p></div>",
        f"<article class=card><h2><a href=/b>Other</a></h2><p class=summary>{OWL}</p></article>",
        f"<p class=lead><a href=/other>{OWL}</a></p>",
        f"<a href=/other><div class=lead>{OWL}</div></a>",
        f"<div class=newsletter-signup><p>{OWL}</p></div>",
        f"<p style='display: none'>{OWL}</p>",
        f"<p class=caption>{OWL}</p>",
        f"<div class=cookie-banner>{OWL}</div>",
        "<p class=lead>By Nell Harker, 3 March 2026</p>",
        f"<h1>{HEADLINE}</h1>",
    ],
)
def test_what_stands_there_beside_the_article_does_not_come_in(markup: str) -> None:
    page = f"<h1>{HEADLINE}</h1>{markup}<article>{BODY}</article>"

    assert complete(page, OWL if "lead" not in markup and "summary" not in markup else "") == TEXT


def test_what_a_site_says_of_itself_over_the_headline_does_not_come_in() -> None:
    markup = f"<div class=site-description>{OWL}</div><p class=intro>{VAN}</p>"

    assert complete(f"{markup}<h1>{HEADLINE}</h1><div>{BODY}</div>") == TEXT


def test_a_paragraph_among_those_of_the_text_comes_in_where_it_stands() -> None:
    markup = f"<div><p>{MILL}</p><p>{PARADE}</p><p>{OWL}</p><p>{BRIDGE}</p><p>{HONEY}</p></div>"

    assert complete(markup) == "\n\n".join((MILL, PARADE, OWL, BRIDGE, HONEY))


def test_a_caption_or_a_link_among_them_does_not() -> None:
    odd = f"<p class=caption>{OWL}</p><p><a href=/x>{VAN}</a></p><p>Read more.</p>"
    markup = f"<div><p>{MILL}</p><p>{PARADE}</p>{odd}<p>{BRIDGE}</p><p>{HONEY}</p></div>"

    assert complete(markup) == TEXT


FIXED = "Correction: An earlier version of this article said that two owls had moved in."


@pytest.mark.parametrize(
    "markup",
    [
        f"<article>{BODY}<footer><p>{FIXED}</p></footer></article>",
        f"<article>{BODY}</article><div class=corrections><p>{FIXED}</p></div>",
        f"<article>{BODY}</article><aside>{FIXED}</aside>",
        f"<article>{BODY}</article><div><em>{FIXED}</em></div>",
        f"<article>{BODY}</article><ul><li>{FIXED}</li></ul>",
        f"<article>{BODY}</article><footer><div><p><small>{FIXED}</small></p></div></footer>",
        f"<article>{BODY}</article><section id=editors-note><p>{FIXED}</p></section>",
    ],
)
def test_a_correction_stands_at_the_end_wherever_the_page_has_it(markup: str) -> None:
    assert complete(markup) == f"{TEXT}\n\n{FIXED}"


def test_a_correction_that_the_text_has_already_is_not_doubled() -> None:
    markup = f"<article>{BODY}<p>{FIXED}</p></article><aside>{FIXED}</aside>"

    assert complete(markup, text=f"{TEXT}\n\n{FIXED}") == f"{TEXT}\n\n{FIXED}"


@pytest.mark.parametrize(
    "markup",
    [
        "<footer><a href=/corrections>Corrections: read how this article is corrected</a></footer>",
        "<p>Update: <a href=/other>Mill burns down after the parade</a></p>",
        f"<div class=related><p>{FIXED}</p></div>",
        "<p>Corrections</p>",
    ],
)
def test_what_only_leads_to_corrections_is_none(markup: str) -> None:
    assert complete(f"<article>{BODY}</article>{markup}") == TEXT


def test_a_page_of_which_nothing_is_known_stays_as_it_is() -> None:
    assert complete("<p>Nothing here is in the text at all, not a word.</p>") == TEXT


@given(
    st.lists(st.sampled_from((OWL, MILL, PARADE, BRIDGE, HONEY, VAN)), min_size=1, unique=True),
    st.lists(st.sampled_from(("p", "div", "li", "h2", "aside", "td")), min_size=6, max_size=6),
)
def test_nothing_of_the_text_is_lost_doubled_or_moved(texts: list[str], tags: list[str]) -> None:
    markup = "".join(f"<{tag}>{text}</{tag}>" for text, tag in zip(made.TEXTS, tags, strict=True))

    whole = complete(markup, text="\n\n".join(texts)).split("\n\n")

    assert [one for one in whole if one in texts] == texts
    assert len(set(whole)) == len(whole)


def test_a_page_is_read_with_its_lead_and_its_correction() -> None:
    page = made.page().replace(
        b"</h1>", f"</h1><div class=lead><p>{VAN} Nobody paid.</p></div><div>".encode(), 1
    )
    page = page.replace(b"</article>", f"</div></article><aside>{FIXED}</aside>".encode())

    paragraphs = read_page(page).text.split("\n\n")

    assert f"{VAN} Nobody paid." in paragraphs
    assert paragraphs[-1] == FIXED
