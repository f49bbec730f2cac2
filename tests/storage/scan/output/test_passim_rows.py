"""Rows for passim: texts under each other, citations and pages cut to the passage, sources."""

import json

from hypothesis import given
from hypothesis import strategies as st

from storage.scan.index.rows import IndexedDocument
from storage.scan.output.align_texts import align_texts
from storage.scan.output.page_places import cut_locs, cut_pages
from storage.scan.output.passim_rows import make_alignment_row, make_cluster_rows
from storage.scan.values import AlignedPassage, Place

TEXTS = st.text("ab- \nÄ", max_size=20)


@given(TEXTS, TEXTS)
def test_alignments_are_equally_long_and_have_all_of_both(left: str, right: str) -> None:
    one, other, matches = align_texts(left, right)
    assert len(one) == len(other)
    assert one.replace("-", "") == left.replace("-", "\u2010")
    assert other.replace("-", "") == right.replace("-", "\u2010")
    assert all(pair != ("-", "-") for pair in zip(one, other, strict=True))
    assert 0 <= matches <= min(len(left), len(right))


def test_matches_are_told_whatever_their_case() -> None:
    assert align_texts("The owl sat", "the owls\nsat") == ("The owl- sat", "the owls\nsat", 11)


def test_citations_and_pages_that_touch_a_passage_stay() -> None:
    locs = [{"loc": f"1.{n}", "start": 10 * n, "length": 10} for n in range(4)]
    assert cut_locs(locs, 10, 21) == ["1.1", "1.2"]
    box = {"x": 5, "y": 6, "w": 10, "h": 4}
    regions = [{"start": 10 * n, "length": 9, "coords": {**box, "y": 6 + 10 * n}} for n in range(4)]
    pages = [{"id": "p1", "seq": 0, "regions": regions}, {"id": "p2", "regions": []}]
    assert cut_pages(pages, 12, 25) == [
        {
            "id": "p1",
            "seq": 0,
            "regions": [{"start": 10, "length": 19, "coords": {"x": 5, "y": 16, "w": 10, "h": 14}}],
        }
    ]
    for other in ("text", None, [1], [{"loc": 1}], [{"regions": 3}]):
        assert cut_locs(other, 0, 9) == other
        assert cut_pages(other, 0, 9) == other


def describe(number: int, date: str | None, **other: object) -> IndexedDocument:
    return IndexedDocument(
        number, f"d{number}", "Herald", "", date, None, 0, 0, 0, 9, "", json.dumps(other)
    )


def test_the_source_is_what_was_there_before() -> None:
    documents = {
        0: describe(0, "1850-03-02"),
        1: describe(1, "1850-03-01"),
        2: describe(2, None, volume=[1, 2], page=7),
    }
    places = [Place(0, 5, 9), Place(1, 0, 4), Place(2, 2, 6)]
    passages = [
        AlignedPassage(0, 5, 9, 1, 0, 4, "verbatim", 1.0),
        AlignedPassage(1, 0, 4, 2, 2, 6, "edited", 0.66666),
    ]
    texts = dict.fromkeys(places, "text")
    rows = make_cluster_rows(7, documents, places, passages, texts)
    assert [row["src"] for row in rows] == [
        [{"uid": 1, "begin": 0, "end": 4}],
        [],
        [{"uid": 1, "begin": 0, "end": 4}],
    ]
    assert [(row["uid"], row["size"], row["pboiler"]) for row in rows] == [
        (0, 3, 1.0),
        (1, 3, 1.0),
        (2, 3, 1.0),
    ]
    assert rows[2]["volume"] == [1, 2]
    row = make_alignment_row(passages[1], documents[1], documents[2], ("text and", "a text and"))
    assert (row["id"], row["id2"], row["page2"], row["similarity"]) == ("d1", "d2", 7, 0.6667)
    assert (row["s1"], row["s2"], row["matches"]) == ("text", "text", 4)
    assert "volume2" not in row


def test_columns_that_a_scan_has_itself_are_those_of_this_scan() -> None:
    of_earlier = {"uid": "x", "cluster": "c", "size": 9, "begin": "b", "end": 0, "src": 5}
    documents = {number: describe(number, None, **of_earlier, page=7) for number in (0, 1)}
    places = [Place(0, 5, 9), Place(1, 0, 4)]
    passage = AlignedPassage(0, 5, 9, 1, 0, 4, "verbatim", 1.0)
    rows = make_cluster_rows(7, documents, places, [passage], dict.fromkeys(places, "text"))

    assert [(row["uid"], row["begin"], row["end"]) for row in rows] == [*places]
    assert all((row["cluster"], row["size"], row["page"]) == (7, 2, 7) for row in rows)
    assert [row["src"] for row in rows] == [[], [{"uid": 0, "begin": 5, "end": 9}]]
    row = make_alignment_row(passage, documents[0], documents[1], ("text", "text"))
    assert (row["uid"], row["begin"], row["uid2"], row["begin2"]) == (0, 5, 1, 0)
