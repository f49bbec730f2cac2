from __future__ import annotations

from itertools import permutations
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import storage
from tests.textreuse.statements.disagreements.examples import CONFLICTS, PRECISE, SILENT
from tests.textreuse.statements.disagreements.telling import find, tell

SAMPLE = sorted((Path(storage.__file__).parent / "sample").glob("*.txt"))


def _unwrap(text: str) -> str:
    """Return a text with a paragraph a line."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


AGENCY = _unwrap("""
A fire destroyed the roof of the spinning mill at Brell early on Saturday and killed three people,
the fire brigade said.

The mill was built in 1887 and employed 214 people until it was closed eleven years ago. It has
four floors and 120 windows.

Fire chief Ruth Hebden said 63 firefighters from nine towns fought the flames for seven hours.
"We have lost the roof, but the walls will stand," she said.

The damage was put at $4.2 million. The county had planned to spend $600,000 on flats in the east
wing, of which 18 were to be ready in March.
""")
REWRITE = _unwrap("""
Three people died when fire swept through the roof of the old spinning mill at Brell in the early
hours of Saturday.

It took 63 firefighters from nine towns six hours to put out the flames, according to fire chief
Ruth Hebden. "We have lost the roof, but the walls will hold," she said.

The mill, built in 1878, gave work to 214 people until it was closed eleven years ago. Of its 120
windows 80 were broken by the heat.

The county, which had planned to spend $600,000 on 18 flats in the east wing, put the damage at
$4.8 million. Two dogs were saved by a nine-year-old girl.
""")


def test_a_story_in_two_reports() -> None:
    assert tell(AGENCY, REWRITE) == [
        ("conflict", "date", "1887", "1878"),
        ("conflict", "number", "seven", "six"),
        ("conflict", "wording", "stand", "hold"),
        ("conflict", "number", "$4.2 million", "$4.8 million"),
    ]


def test_the_height_of_the_surge_in_the_sample_story() -> None:
    told = tell(*(path.read_text(encoding="utf-8") for path in SAMPLE))
    assert told.count(("conflict", "number", "2.47", "2.74")) == 2


def test_two_articles_disagree_once_on_two_values() -> None:
    ours = "The ferry that sank off Corlet had 52 passengers on board, the harbour said.\n\n"
    theirs = "Officials said 53 passengers were on board the ferry that sank off Corlet.\n\n"
    assert tell(ours * 3, theirs * 2) == [("conflict", "number", "52", "53")]


def test_each_pair_of_articles_disagrees_for_itself() -> None:
    texts = [
        f"The ferry that sank off Corlet on Tuesday had {count} passengers on board, it was said."
        for count in ("52", "53", "54")
    ]
    assert [one[2:] for one in tell(*texts)] == [("52", "53"), ("52", "54"), ("53", "54")]


def test_the_order_of_articles_renumbers_and_changes_nothing_else() -> None:
    texts = [AGENCY, REWRITE, *(path.read_text(encoding="utf-8") for path in SAMPLE[:3])]

    def collect(order: tuple[int, ...]) -> set[tuple[object, ...]]:
        found = find([texts[index] for index in order])
        return {
            (
                one.kind,
                one.severity,
                frozenset(
                    (order[span.article], span.start, span.end) for span in (one.left, one.right)
                ),
            )
            for one in found
        }

    orders = [*permutations(range(5))][::17]
    assert all(collect(order) == collect((0, 1, 2, 3, 4)) for order in orders)


WORDS = sorted(
    {word for one in (*CONFLICTS, *SILENT, *PRECISE) for word in (one.ours + one.theirs).split()}
)
texts = st.lists(
    st.one_of(
        st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
        st.text(max_size=60),
        st.sampled_from([AGENCY, REWRITE]),
    ),
    min_size=2,
    max_size=4,
)


@given(texts)
def test_what_is_found_lies_in_the_texts_and_is_sorted(texts: list[str]) -> None:
    found = find(texts)
    ranks = {"conflict": 0, "precision": 1, "later": 2}
    assert found == tuple(sorted(found, key=lambda one: (ranks[one.severity], one.left, one.right)))
    for one in found:
        assert one.left.article < one.right.article
        for span, context in ((one.left, one.left_context), (one.right, one.right_context)):
            text = texts[span.article]
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip()
            assert span.article == context.article
            assert span.overlap(context)
        assert one.why.endswith(".")


@given(texts)
def test_two_articles_in_the_other_order(texts: list[str]) -> None:
    there = {(one.kind, one.severity, one.left, one.right) for one in find(texts[:2])}
    back = {
        (one.kind, one.severity, one.right._replace(article=0), one.left._replace(article=1))
        for one in find(texts[1::-1])
    }
    assert there == back or texts[0] == texts[1]
