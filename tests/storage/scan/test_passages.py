"""What a scan finds in a pair is what the comparison finds."""

from storage.scan.passages import REWORDED, find_passages
from tests.storage.desk import HONEY, MILL, OWL
from textreuse import compare


def test_a_pair_shares_what_compare_says_it_does() -> None:
    left = f"{OWL}\n\n{MILL}\n\n{MILL}"
    right = f"{HONEY}\n\n{OWL}\n\n{MILL.replace('the', 'a')}"
    expected = {
        (one.left.start, one.left.end, one.right.start, one.right.end, one.kind, one.similarity)
        for one in compare([left, right]).passages
        if one.left.article != one.right.article
    }
    found = find_passages(left, right, (3, 9), REWORDED)
    assert expected
    assert {(one[1], one[2], *one[4:]) for one in found} == expected
    assert {(one.left, one.right) for one in found} == {(3, 9)}
    assert found == sorted(found)
