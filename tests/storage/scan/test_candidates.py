"""The rule by which documents are compared."""

from collections import Counter
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from storage.scan.candidates import (
    FIRST,
    LIMITS,
    MOST_CANDIDATES,
    RUN,
    Limits,
    find_candidates,
    keep_best,
)
from storage.scan.values import Candidate
from storage.search.winnowing import MOST_ARTICLES

ROWS = st.lists(st.lists(st.integers(-6, 6), max_size=9), max_size=8)


def own(document: int, count: int = 20) -> list[int]:
    """Return fingerprints that no other document has."""
    return [1_000_000 + 1000 * document + at for at in range(count)]


@given(ROWS)
def test_few_documents_are_paired_by_what_they_have_in_common(rows: list[list[int]]) -> None:
    expected = [
        Candidate(a, b, len(set(rows[a]) & set(rows[b])))
        for a, b in combinations(range(len(rows)), 2)
    ]
    assert find_candidates(rows) == [one for one in expected if one.common >= 3]


def test_a_release_of_everybody_costs_a_few_pairs_a_paper() -> None:
    release = list(range(40))
    papers = 4 * MOST_ARTICLES
    found = find_candidates([[*own(n), *release, *own(n, 30)[20:]] for n in range(papers)])
    assert len(found) == FIRST * papers - FIRST * (FIRST + 1) // 2
    assert {one.left for one in found} == set(range(FIRST))
    assert {one.right for one in found} == set(range(1, papers))


def test_a_phrase_of_everybody_pairs_nobody() -> None:
    papers = 4 * MOST_ARTICLES
    scattered = [
        [value for at, one in enumerate(own(n)) for value in (one, at)] for n in range(papers)
    ]
    assert find_candidates(scattered) == []
    short = RUN - 1
    parted = [
        [v for at in range(5) for v in (*range(at * short, (at + 1) * short), own(n)[at])]
        for n in range(papers)
    ]
    assert find_candidates(parted) == []


def test_who_has_a_part_of_a_release_is_paired_with_the_first_that_have_it() -> None:
    release = list(range(60))
    rows = [[*release[:30]], *([*release] for _ in range(2 * MOST_ARTICLES)), [*release[30:]]]
    last = len(rows) - 1
    found = [one for one in find_candidates(rows) if one.right == last]
    assert [one.left for one in found] == [1, 2, 3]
    assert {one.common for one in found} == {30 - RUN + 1}


def test_a_document_keeps_those_with_most_in_common() -> None:
    many = [Candidate(0, n, 3 + (n % 2)) for n in range(1, 2 * MOST_CANDIDATES + 1)]
    assert keep_best(many) == many  # each other document keeps it
    fewest = Limits(most=1)
    assert keep_best([Candidate(0, 1, 5), Candidate(0, 2, 4), Candidate(1, 2, 4)], fewest) == [
        Candidate(0, 1, 5),
        Candidate(0, 2, 4),
    ]
    crowd = [Candidate(a, b, 3) for a, b in combinations(range(MOST_CANDIDATES + 5), 2)]
    kept = Counter(number for one in keep_best(crowd) for number in one[:2])
    assert min(kept.values()) == MOST_CANDIDATES
    assert LIMITS.most == MOST_CANDIDATES
