"""Web Annotations that other programs wrote."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from storage.errors import CopydeskError
from storage.export.interchange.identifiers import make_article_urn
from storage.library import Library
from storage.models import Annotation, Article
from tests.storage.annotation_import.written_elsewhere import (
    PAGE,
    brought,
    position_selector,
    quote_selector,
    web_annotation,
    words_at,
)
from tests.storage.desk import MILL, OWL, PARADE, add


@pytest.fixture
def annotated(library: Library, article: Article) -> Any:
    """Give a function that imports a Web Annotation and returns what came of it."""

    def come(**members: Any) -> Annotation:
        result = brought(library, web_annotation(**members))
        assert result.left_out == []
        assert {
            target.article for one in library.annotations.list_all() for target in one.targets
        } == {article.id}
        return library.annotations.get(result.added[0])

    return come


def text(value: str, **members: Any) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, **members}


@pytest.mark.parametrize(
    ("members", "tags", "note"),
    [
        pytest.param({"body": text("Is it?")}, (), "Is it?", id="comment"),
        pytest.param({"body": text("claim", purpose="tagging")}, ("claim",), "", id="tag"),
        pytest.param(
            {"body": text("claim"), "motivation": "tagging"}, ("claim",), "", id="tagging"
        ),
        pytest.param({"body": None, "bodyValue": "Is it?"}, (), "Is it?", id="bodyValue"),
        pytest.param({"body": None, "motivation": "highlighting"}, (), "", id="highlight"),
        pytest.param({"body": [], "motivation": None}, (), "", id="no motivation"),
        pytest.param(
            {"body": [text("One"), text("a", purpose="tagging"), text("Two")]},
            ("a",),
            "One\n\nTwo",
            id="several",
        ),
        pytest.param(
            {"body": {"type": "Choice", "items": [text("Ja"), text("Yes")]}},
            (),
            "Ja\n\nYes",
            id="choice",
        ),
        pytest.param({"body": "https://a.example/v"}, (), "<https://a.example/v>", id="address"),
        pytest.param(
            {"body": {"id": "https://a.example/v", "type": "Video"}},
            (),
            "<https://a.example/v>",
            id="video",
        ),
        pytest.param(
            {"body": {"type": "SpecificResource", "source": "https://a.example/v"}},
            (),
            "<https://a.example/v>",
            id="specific resource",
        ),
        pytest.param(
            {"body": text("x" * 121, purpose="tagging")}, (), "x" * 121, id="tag of 121 signs"
        ),
    ],
)
def test_bodies_become_note_and_tags(
    annotated: Any, members: dict[str, Any], tags: Sequence[str], note: str
) -> None:
    made = annotated(**members)

    assert (made.tags, made.note) == (tags, note)


def test_another_motivation_is_kept_as_a_tag_and_told(library: Library, article: Article) -> None:
    motivations = ["questioning", "oa:tagging", "https://facts.example/terms#correcting"]

    result = brought(library, web_annotation(motivation=motivations, body=text("Is it?")))

    (made,) = library.annotations.find_on([article.id])
    assert made.tags == ("questioning", "correcting")
    assert result.notices == ["Motivations are kept as tags: 1 × correcting, 1 × questioning."]


@pytest.mark.parametrize(
    "wrap",
    [
        lambda one: [one],
        lambda one: {"type": "AnnotationPage", "id": "urn:x", "items": [one]},
        lambda one: {"type": "AnnotationPage", "items": [], "next": {"items": one}},
        lambda one: {
            "type": ["BasicContainer", "AnnotationCollection"],
            "first": {"type": "AnnotationPage", "items": [one]},
        },
        lambda one: [{"type": "AnnotationPage", "items": [one]}, {"type": "AnnotationPage"}],
        lambda one: {"type": "AnnotationCollection", "items": [one]},
        lambda one: {"@context": one["@context"], "@graph": [{"id": "urn:x", "type": "Text"}, one]},
        lambda one: {"@context": "https://a.example/", "@graph": [one, "urn:x"]},
        lambda one: {"@context": one["@context"], "type": "AnnotationSet", "items": [one]},
    ],
    ids=[
        *("list", "page", "next page", "collection"),
        *("pages", "collection without pages", "graph", "graph alone", "e-reader"),
    ],
)
def test_annotations_are_found_in(library: Library, article: Article, wrap: Any) -> None:
    brought(library, wrap(web_annotation("barn owl")))

    assert words_at(library, article) == ["barn owl"]


def test_a_page_that_is_elsewhere_is_told(library: Library, article: Article) -> None:
    page = {"type": "AnnotationPage", "items": [web_annotation("owl")], "next": "urn:x:2"}

    result = brought(library, page)

    assert result.notices == ["There is another page to import: urn:x:2"]
    assert words_at(library, article) == ["owl"]


@pytest.mark.parametrize(
    "address",
    [
        "http://gazette.example/owl",
        "https://www.gazette.example/owl/",
        "https://GAZETTE.example/owl#top",
        "https://gazette.example/owl?utm_source=feed&utm_medium=x",
    ],
)
def test_an_address_may_be_written_in_many_ways(
    library: Library, article: Article, address: str
) -> None:
    brought(library, web_annotation(target={"source": address, "selector": quote_selector("owl")}))

    assert words_at(library, article) == ["owl"]


def test_times_become_utc(annotated: Any) -> None:
    made = annotated(created="2026-03-05T10:30:00+02:00", modified="2026-03-05T09:00:00")

    assert (made.created, made.updated) == ("2026-03-05T08:30:00.000Z", "2026-03-05T09:00:00.000Z")


class TestPlaces:
    def test_a_position_in_an_article_that_we_named_is_enough(
        self, library: Library, article: Article
    ) -> None:
        source = {"id": PAGE, "canonical": make_article_urn(article.id)}
        brought(
            library,
            web_annotation(target={"source": source, "selector": position_selector(2, 10)}),
        )

        assert words_at(library, article) == ["barn owl"]

    def test_a_position_in_another_version_says_nothing(
        self, library: Library, article: Article
    ) -> None:
        source = {"id": PAGE, "canonical": make_article_urn("0123456789ab")}

        result = brought(
            library,
            web_annotation(target={"source": source, "selector": position_selector(2, 10)}),
        )

        assert result.left_out[0][1] == f"has no quote, and {PAGE} has a different text here"
        assert words_at(library, article) == []

    def test_the_whole_page_is_its_first_line(self, library: Library, article: Article) -> None:
        result = brought(library, web_annotation(target=PAGE))

        assert words_at(library, article) == [OWL]
        assert result.notices == [
            "Notes on a whole page are placed on the first line of its article."
        ]

    def test_a_newer_version_keeps_the_anchor_of_ours(
        self, library: Library, article: Article
    ) -> None:
        source = {"id": PAGE, "canonical": make_article_urn(article.id)}
        selectors = [position_selector(2, 10), quote_selector("barn owl", "A ", " has moved into")]
        newer = add(library, f"Corrected.\n\n{OWL}\n\n{PARADE}", url=PAGE)
        library.articles.delete(article.id)

        result = brought(library, web_annotation(target={"source": source, "selector": selectors}))

        assert result.states == {"moved": 1}
        ((anchor,),) = (
            one.find_anchors(newer.id) for one in library.annotations.find_on([newer.id])
        )
        assert (anchor.start, anchor.end) == (2, 10)


QUOTE = quote_selector("paper mill", "The old ", " will")
WORDS = MILL[8:18]


class TestSelectors:
    @pytest.mark.parametrize(
        "target",
        [
            {
                "source": PAGE,
                "selector": {"type": "FragmentSelector", "value": "page=3", "refinedBy": QUOTE},
            },
            {
                "source": PAGE,
                "selector": {
                    "type": "CssSelector",
                    "value": "article",
                    "refinedBy": {"type": "XPathSelector", "value": "/p[2]", "refinedBy": [QUOTE]},
                },
            },
            {
                "source": PAGE,
                "selector": [quote_selector(MILL[:30]) | {"refinedBy": quote_selector(WORDS)}],
            },
            {
                "source": PAGE,
                "selector": quote_selector(MILL[:30]) | {"refinedBy": position_selector(8, 18)},
            },
            {"source": PAGE, "selector": QUOTE | {"type": "oa:TextQuoteSelector"}},
            {"source": PAGE, "selector": [f"{PAGE}#first", None, QUOTE]},
            {
                "source": PAGE,
                "selector": {
                    "type": "Choice",
                    "items": [{"type": "CssSelector", "value": "p"}, QUOTE],
                },
            },
            {"source": PAGE, "selector": f"{PAGE}#:~:text=paper%20mill"},
            {
                "source": PAGE,
                "selector": {"type": "FragmentSelector", "value": ":~:text=old-,paper%20mill"},
            },
            {"source": f"{PAGE}#:~:text=barn%20owl", "selector": QUOTE},
            {"source": f"{PAGE}#top:~:text=paper%20mill"},
            f"{PAGE}#:~:text=Paper,mill,-will",
            {"id": f"{PAGE}#:~:text=paper,mill"},
        ],
    )
    def test_the_words_are_found_however_they_are_told(
        self, library: Library, article: Article, target: Any
    ) -> None:
        result = brought(library, web_annotation(target=target))

        assert (result.left_out, result.states) == ([], {"exact": 1})
        assert words_at(library, article) == [WORDS]

    def test_each_text_directive_of_an_address_is_a_place(
        self, library: Library, article: Article
    ) -> None:
        brought(library, web_annotation(target=f"{PAGE}#:~:text=barn%20owl&text=paper,mill"))

        assert words_at(library, article) == ["barn owl", WORDS]

    def test_a_target_without_a_source_is_found_by_its_words(
        self, library: Library, article: Article
    ) -> None:
        here = quote_selector("mill will reopen in spring as")
        gone = quote_selector("marched behind a brass band on Saturday")
        either = quote_selector("the")

        result = brought(
            library,
            [
                web_annotation(id="urn:x:1", target={"selector": [here, position_selector(0, 4)]}),
                web_annotation(id="urn:x:2", target={"selector": gone}),
                web_annotation(id="urn:x:3", target={"selector": either}),
                web_annotation(id="urn:x:4", target={"type": "SpecificResource"}),
            ],
        )

        assert words_at(library, article) == ["mill will reopen in spring as"]
        unnamed = "does not say which article it is on, and no article alone has its words"
        assert result.left_out == [
            ("annotation 4 (urn:x:4)", "has neither a source nor a quote"),
            ("annotation 2 (urn:x:2)", unnamed),
            ("annotation 3 (urn:x:3)", unnamed),
        ]

    def test_a_target_without_a_source_is_on_the_article_of_all_others(
        self, library: Library, article: Article
    ) -> None:
        unnamed = [
            web_annotation(id="urn:x:1", target={"selector": quote_selector("choir")}),
            web_annotation(id="urn:x:2", target={"selector": quote_selector("the pond froze")}),
        ]
        add(library, PARADE, url="https://herald.example/parade")
        elsewhere = web_annotation(
            id="urn:x:3",
            target={
                "source": "https://herald.example/parade",
                "selector": quote_selector("marched"),
            },
        )

        result = brought(library, [*unnamed, web_annotation("barn owl")])

        assert [name for name, _ in result.left_out] == ["annotation 2 (urn:x:2)"]
        assert words_at(library, article) == ["choir", "barn owl"]
        library.undo_log.undo()
        assert len(brought(library, [*unnamed, web_annotation(), elsewhere]).left_out) == 2

    @pytest.mark.parametrize(
        ("target", "why"),
        [
            (None, "has no target"),
            ([], "has no target"),
            ({"selector": []}, "has neither a source nor a quote"),
            (
                {"source": PAGE, "selector": f"{PAGE}/selectors/1"},
                "has a selector kept elsewhere but no quote",
            ),
            (
                {"source": PAGE, "selector": {"type": "TextQuoteSelector"}},
                "has a TextQuoteSelector but no quote",
            ),
            (
                {
                    "source": PAGE,
                    "selector": {
                        "type": "FragmentSelector",
                        "value": "page=3",
                        "refinedBy": {"type": "SvgSelector", "value": "<svg/>"},
                    },
                },
                "has a FragmentSelector, SvgSelector but no quote",
            ),
        ],
    )
    def test_one_without_a_quote_does_not_keep_out_the_others(
        self, library: Library, article: Article, target: Any, why: str
    ) -> None:
        result = brought(library, [web_annotation(target=target, id="urn:x"), web_annotation()])

        assert result.left_out == [("annotation 1 (urn:x)", why)]
        assert words_at(library, article) == ["barn owl"]


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({"motivation": "gloating"}, "motivation is not a Web Annotation motivation: “gloating”"),
        ({"type": "Note"}, "the document has no Web Annotation “type”"),
        ({"target": 7}, "target is not text"),
        ({"created": "yesterday"}, "created is not a time like 2026-03-05T10:30:00Z"),
        ({"modified": 7}, "modified is not text"),
        ({"body": {"type": "TextualBody"}}, "body has neither a value nor an address"),
        ({"body": [text("One"), {"value": 7}]}, "body[1].value is not text"),
        (
            {"target": {"source": PAGE, "selector": position_selector(9, 2)}},
            "target.selector ends before it starts",
        ),
        (
            {"target": {"source": PAGE, "selector": [position_selector(True, 2)]}},
            "target.selector[0].start is not a whole number of 0 or more",
        ),
        ({"body": "\ud83d"}, "body contains half a character (a lone surrogate)"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_fault_is_told_with_where_it_is(
    library: Library, article: Article, members: dict[str, Any], said: str
) -> None:
    where = "" if "type" in members else "annotation 1 (https://notes.example/barn owl), "

    with pytest.raises(CopydeskError) as fault:
        brought(library, web_annotation(**members))

    assert str(fault.value) == f"Cannot import notes.json: {where}{said}."
    assert library.annotations.find_on([article.id]) == []


def test_a_malformed_one_costs_no_other(library: Library, article: Article) -> None:
    spoilt = [
        web_annotation(id="urn:x", target={"source": PAGE, "selector": position_selector("2", 10)}),
        web_annotation(id=7, type=8),
        None,
    ]

    result = brought(library, [*spoilt, web_annotation("owl")])

    assert result.left_out == [
        (
            "annotation 1 (urn:x)",
            "is malformed: target.selector.start is not a whole number of 0 or more",
        ),
        ("annotation 2", "is malformed: type is not text"),
        ("annotation 3", "is malformed: is not an object"),
    ]
    assert words_at(library, article) == ["owl"]


def test_the_second_with_one_id_is_left_out(library: Library, article: Article) -> None:
    both = web_annotation("owl", id="urn:x"), web_annotation("choir", id="urn:x")

    result = brought(library, [*both, both[0]])

    assert result.left_out == [
        ("annotation 2 (urn:x)", "has the same id as annotation 1 (urn:x)"),
    ]
    assert words_at(library, article) == ["owl"]
