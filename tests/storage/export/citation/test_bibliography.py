from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.article_import.formats.references.bibtex import read_bibtex
from storage.article_import.formats.references.csl_json import read_csl_json
from storage.article_import.formats.references.reference import Reference
from storage.article_import.formats.references.ris import read_ris
from storage.article_import.parsed import LeftOut
from storage.export.citation.bibliography import render_bibtex, render_csl_json, render_ris
from storage.export.citation.cited_articles import CitedArticle, CitedName, list_cited
from storage.models import Article
from storage.tables.article_details import write_details
from storage.tables.article_fields import parse_citation_key
from tests.storage.desk import OWL, quickly, unstored

KNOWN = replace(
    unstored(7, OWL, "2026-03-05T08:30:00Z"),
    title="Owl & mill: 5% of {all} the #1 story, C:\\owl_1 ~ x^2 $",
    outlet="The Belfry Gazette",
    author="Nell Harker, Ursula von der Leyen, The Owl Desk, AFP",
    url="https://gazette.example/owl?a=1&b=%20_c",
    captured="2026-03-06T10:00:00Z",
    citation_key="harker_2026",
    details=write_details({"section": "World"}),
)
UNKNOWN = replace(unstored(8, OWL), id="a1b2c3d4e5f6", title="¿?", author=None, outlet="")
Way = tuple[
    Callable[[Iterable[CitedArticle]], str],
    Callable[[bytes], Iterable[Reference | LeftOut]],
]
WAYS: dict[str, Way] = {
    "CSL JSON": (render_csl_json, read_csl_json),
    "BibTeX": (render_bibtex, read_bibtex),
    "RIS": (render_ris, read_ris),
}


def keys(*articles: Article) -> list[str]:
    return [one.key for one in list_cited(articles)]


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_what_is_exported_is_imported(way: Way) -> None:
    render, read = way

    first, second = read(render(list_cited([KNOWN, UNKNOWN])).encode())
    assert isinstance(first, Reference)
    assert first._replace(section="") == Reference(
        KNOWN.title,
        KNOWN.outlet,
        str(KNOWN.author),
        "2026-03-05",
        str(KNOWN.url),
        citation_key="harker_2026",
        captured="2026-03-06",
    )
    assert second == Reference(UNKNOWN.title, citation_key="copydesk-a1b2c3d4e5f6")


@quickly
@given(st.text(max_size=60))
def test_no_text_makes_an_entry_of_its_own(text: str) -> None:
    cited = list_cited([replace(KNOWN, title=text, author=text, outlet=text), KNOWN])

    assert [one["citation-key"] for one in json.loads(render_csl_json(cited))] == [
        one.key for one in cited
    ]
    for render, read in (WAYS["BibTeX"], WAYS["RIS"]):
        found = list(read(render(cited).encode()))
        assert len(found) == 2
        assert isinstance(found[1], Reference)
        assert found[1].title == KNOWN.title


@pytest.mark.parametrize(
    ("name", "parted"),
    [
        ("Nell Harker", ("Nell", "Harker")),
        ("Ursula von der Leyen", ("Ursula", "von der Leyen")),
        ("Associated Press", ("", "Associated Press")),
        ("AFP", ("", "AFP")),
    ],
)
def test_names_of_people_are_parted(name: str, parted: tuple[str, str]) -> None:
    (cited,) = list_cited([replace(KNOWN, author=name)])

    assert cited.authors == (CitedName(*parted),)


def test_a_key_that_is_missing_is_made_and_none_comes_twice() -> None:
    unnamed = replace(KNOWN, citation_key=None, author="Anna Müller", title="An owl moves in")
    garbled = replace(unnamed, citation_key="} {")

    assert keys(unnamed, garbled, UNKNOWN) == [
        "muller2026moves",
        "muller2026moves-2",
        "copydesk-a1b2c3d4e5f6",
    ]
    assert keys(KNOWN, replace(KNOWN, citation_key="Harker_2026")) == [
        "harker_2026",
        "Harker_2026-2",
    ]


@quickly
@given(st.text(max_size=30), st.text(max_size=30))
def test_every_key_is_one(author: str, title: str) -> None:
    (key,) = keys(replace(KNOWN, citation_key=None, author=author, title=title))

    assert parse_citation_key(key) == key
