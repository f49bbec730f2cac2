from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

from storage.comparing import ComparedStory, compare_in
from storage.export.interchange.graphml import is_our_graphml, render_graphml
from storage.library import Library
from tests.storage.desk import OWL, add
from tests.storage.stated import add_belfry, compare_belfry, make_origins

_NAMESPACE = {"g": "http://graphml.graphdrawing.org/xmlns"}
HOSTILE = 'a "b" <c> ]]> & \x00\x1b[31m\u202e\ufffe \U0001f989'


def read(compared: ComparedStory) -> ElementTree.Element:
    return ElementTree.fromstring(render_graphml(compared, "Belfry"))


def values(element: ElementTree.Element) -> dict[str, str | None]:
    return {one.get("key", ""): one.text for one in element.iterfind("g:data", _NAMESPACE)}


def test_articles_are_nodes_and_pairs_are_edges(library: Library) -> None:
    graph = read(compare_belfry(library, add_belfry(library)))

    first, second = graph.iterfind("g:graph/g:node", _NAMESPACE)
    assert values(first) == {
        "node_label": "A Gazette",
        "node_letter": "A",
        "node_title": "The owl stays",
        "node_outlet": "Gazette",
        "node_published": "2026-03-05",
        "node_words": "40",
        "node_shared_words": "21",
        "node_shared_words_in_quotations": "12",
        "node_origin": "1",
        "node_origin_kind": "outlet",
        "node_derivation": "not",
        "node_derived_words": "0",
    }
    assert values(second)["node_origin"] == "2"
    (edge,) = graph.iterfind("g:graph/g:edge", _NAMESPACE)
    assert (edge.get("source"), edge.get("target"), edge.get("directed")) == ("n0", "n1", "false")
    assert values(edge) == {
        "edge_weight": "12.5",
        "edge_shared_words": "13",
        "edge_shared_words_in_quotations": "12",
        "edge_overlap": "quotations",
        "edge_why": "They quote alike.",
    }


def test_an_edge_leads_from_the_earlier_to_the_later(library: Library) -> None:
    compared = compare_belfry(library, add_belfry(library))
    origins = make_origins(compared.statements)
    (overlap,) = origins.overlaps
    led = replace(origins, overlaps=(overlap._replace(later=0, kind="outlet to outlet"),))
    compared.statements.__dict__["origins"] = led

    (edge,) = read(compared).iterfind("g:graph/g:edge", _NAMESPACE)

    assert (edge.get("source"), edge.get("target"), edge.get("directed")) == ("n1", "n0", "true")


def test_every_value_has_a_key_that_is_declared_for_its_owner(library: Library) -> None:
    graph = read(compare_belfry(library, add_belfry(library)))

    for owner in ("node", "edge"):
        declared = {
            one.get("id") for one in graph.iterfind("g:key", _NAMESPACE) if one.get("for") == owner
        }
        for element in graph.iterfind(f"g:graph/g:{owner}", _NAMESPACE):
            assert values(element).keys() <= declared


def test_names_of_others_are_text_and_nothing_else(library: Library) -> None:
    articles = [
        add(library, f"{OWL} {at}", HOSTILE, outlet=HOSTILE, url="javascript:1") for at in "ab"
    ]
    story = library.stories.create(HOSTILE, [one.id for one in articles])
    compared = compare_in(library, library.articles.get_all(story.articles))
    compared.statements.__dict__["origins"] = make_origins(compared.statements)

    text = render_graphml(compared, f"{HOSTILE}\ud800")

    assert "\x00" not in text
    (node, _) = ElementTree.fromstring(text).iterfind("g:graph/g:node", _NAMESPACE)
    assert str(values(node)["node_title"]).startswith('a "b" <c> ]]> & ')


def test_a_file_of_ours_is_known(library: Library, tmp_path: Path) -> None:
    compared = compare_belfry(library, add_belfry(library))
    ours, others = tmp_path / "ours.graphml", tmp_path / "others.graphml"
    ours.write_text(render_graphml(compared, "Belfry" * 3_000), "utf-8")
    others.write_text('<graphml xmlns="x"></graphml>')

    assert is_our_graphml(ours)
    assert not is_our_graphml(others)
    assert not is_our_graphml(tmp_path)
