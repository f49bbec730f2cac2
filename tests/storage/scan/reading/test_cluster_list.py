"""The clusters of a scan are listed whole and in order, however one goes through them."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from storage.scan.index.rows import ClusterSpan, IndexedDocument
from storage.scan.index.scan_index import ScanIndex
from storage.scan.reading.cluster_filter import read_filter
from storage.scan.reading.cluster_list import ClusterList
from storage.scan.reading.cluster_order import ORDERS, ClusterOrder
from tests.storage.scan.reading.made import make_cluster, write_index

_DATES = (None, "2026-01-02", "2026-03-04", "2025-12-31")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ScanIndex]:
    chance = random.Random(7)
    clusters = [
        make_cluster(
            number,
            f"Passage {number} of the café{' 洪水警報' if number == 17 else ''}",
            documents=chance.randint(2, 5),
            outlets=chance.randint(1, 3),
            words=chance.randint(8, 12),
            first_date=chance.choice(_DATES),
            days=chance.choice((None, 0, 1, 400)),
        )
        for number in range(1, 1101)
    ]
    documents = [
        IndexedDocument(at, f"d{at}", series, "", None, None, 0, 0, 0, 0, "", "{}")
        for at, series in enumerate(("Herald", "The Gazette"))
    ]
    spans = [ClusterSpan(number, number % 2, 0, 5) for number in range(1, 11)]
    path = write_index(
        tmp_path_factory.mktemp("index") / "scan.db",
        clusters,
        documents,
        spans,
        more={12: " and what the keeper said at its end", 13: "、大雨特別警報"},
    )
    with ScanIndex(path) as index:
        yield index


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.name)
@pytest.mark.parametrize("least_first", [False, True])
def test_each_way_through_the_list_shows_the_same(
    index: ScanIndex, order: ClusterOrder, least_first: bool
) -> None:
    there = ClusterList(index, order, least_first=least_first)
    listed = [there[at] for at in range(len(there))]
    assert len({one.number for one in listed}) == 1100
    jumping = ClusterList(index, order, least_first=least_first)
    places = [1099, 3, 700, *random.Random(3).sample(range(1100), 20)]
    assert [jumping[at] for at in places] == [listed[at] for at in places]
    turned = ClusterList(index, order, least_first=not least_first)
    assert [turned[at] for at in range(1100)] == listed[::-1]


def test_those_that_travelled_furthest_come_first(index: ScanIndex) -> None:
    there = ClusterList(index)
    ranks = [(one.outlets, one.documents, one.words) for one in map(there.__getitem__, range(1100))]
    assert ranks == sorted(ranks, reverse=True)
    with pytest.raises(IndexError):
        there[1100]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("passage 17", {17, *range(170, 180)}),
        ('"passage 17" ', {17}),
        ("cafe 1099", {1099}),
        ("洪水", {17}),
        ("keeper", {12}),
        ("特別", {13}),
        ("1099 -keeper", {1099}),
        ("特別 -大雨", set()),
        ("outlet:gazette", {1, 3, 5, 7, 9}),
        ("outlet:gazette -outlet:herald 9", {9}),
        ("passage -passage", set()),
        ("\"'; DROP TABLE cluster; -- 12", set()),
    ],
)
def test_what_is_typed_narrows_the_list(index: ScanIndex, typed: str, numbers: set[int]) -> None:
    there = ClusterList(index, wanted=read_filter(typed))
    assert {there[at].number for at in range(len(there))} == numbers


def test_filters_by_date_hold_the_first_day(index: ScanIndex) -> None:
    there = ClusterList(index, wanted=read_filter("after:2026 before:2026-02"))
    assert {there[at].first_date for at in range(len(there))} == {"2026-01-02"}
    assert read_filter("tag:flood").explain(found=True) == (
        "A scan knows outlet:, after: and before:; the other filters are of the library.",
    )
