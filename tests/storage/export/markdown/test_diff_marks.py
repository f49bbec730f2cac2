from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.export.markdown.diff_marks import mark_changes
from storage.wording.terminal_text import reveal_line
from tests.storage.desk import quickly, thoroughly
from tests.storage.export.test_escaping import GITHUB, hostile_texts
from textreuse import DiffKind, DiffPiece


class Words(NamedTuple):
    """What a reader sees of a line of changes, without white space."""

    ours: str
    """All but what is bold."""
    theirs: str
    """All but what is struck."""


def seen(markdown: str) -> list[list[Words]]:
    """Return the cells of each row of a table, its head included, as they are rendered."""
    rows: list[list[Words]] = []
    in_table = False
    for token in GITHUB.parse(markdown):
        in_table = (in_table or token.type == "table_open") and token.type != "table_close"
        if token.type == "tr_open":
            rows.append([])
        if token.type != "inline" or not in_table:
            continue
        ours, theirs, within = "", "", set[str]()
        for one in token.children or []:
            assert one.type in (
                *("text", "code_inline", "link_open", "link_close"),
                *("s_open", "s_close", "strong_open", "strong_close"),
            )
            if one.nesting == 1:
                within.add(one.tag)
            elif one.nesting == -1:
                within.discard(one.tag)
            else:
                ours += "" if "strong" in within else one.content
                theirs += "" if "s" in within else one.content
        rows[-1].append(Words(dense(ours), dense(theirs)))
    return rows


def dense(text: str) -> str:
    return "".join(reveal_line(text).split())


def in_a_table(cell: str) -> Words:
    markdown = f"| first | second |\n| --- | --- |\n| {cell} | last |\n"
    assert [token.type for token in GITHUB.parse(markdown) if token.level == 0] == [
        "table_open",
        "table_close",
    ]
    [_, [found, last]] = seen(markdown)
    assert last == Words("last", "last")
    return found


@st.composite
def changed(draw: st.DrawFn) -> list[DiffPiece]:
    """Draw what `diff_words` may return, of words that would be Markdown."""
    pieces: list[DiffPiece] = []
    texts = hostile_texts | st.sampled_from(["one", " two ", "四", ", ", "£9", "“x”", "e\u0301"])
    for _ in range(draw(st.integers(1, 6))):
        how: list[DiffKind] = ["replaced", "deleted", "inserted"]
        if not pieces or pieces[-1].how != "same":
            how.append("same")
        chosen = draw(st.sampled_from(how))
        ours = draw(texts) if chosen != "inserted" else ""
        theirs = ours if chosen == "same" else draw(texts) if chosen != "deleted" else ""
        pieces.append(DiffPiece(chosen, ours, theirs))
    return pieces


@thoroughly
@given(changed())
def test_whatever_the_words_a_reader_sees_both_copies(pieces: list[DiffPiece]) -> None:
    found = in_a_table(mark_changes(pieces))

    assert found.ours == "".join(dense(piece.ours) for piece in pieces)
    assert found.theirs == "".join(dense(piece.theirs) for piece in pieces)


@quickly
@given(hostile_texts, hostile_texts)
def test_a_copy_without_changes_stands_as_it_is(ours: str, theirs: str) -> None:
    assert in_a_table(mark_changes([DiffPiece("same", ours, theirs)])).theirs == dense(theirs)


@pytest.mark.parametrize(
    ("pieces", "shown"),
    [
        (
            [DiffPiece("same", "with ", "with "), DiffPiece("replaced", "forty", "fifty")],
            "with ~~forty~~ **fifty**",
        ),
        (
            [
                DiffPiece("same", "harbour", "harbour"),
                DiffPiece("deleted", ", closed,", ""),
                DiffPiece("same", " at", " at"),
            ],
            "harbour ~~, closed,~~ at",
        ),
        (
            [
                DiffPiece("same", "在", "在"),
                DiffPiece("replaced", "四", "五"),
                DiffPiece("same", "凌", "凌"),
            ],
            "在~~四~~ **五**凌",
        ),
        (
            [DiffPiece("same", "at £", "at £"), DiffPiece("replaced", "2.47", "-2.74|")],
            r"at £~~2.47~~ **-2.74\|**",
        ),
        (
            [
                DiffPiece("same", "owl", "owl"),
                DiffPiece("deleted", " ", ""),
                DiffPiece("same", "s", "s"),
            ],
            "owl s",
        ),
    ],
    ids=["replaced", "marks", "unspaced", "signs", "white-space"],
)
def test_marks_hold_where_markdown_would_lose_them(pieces: list[DiffPiece], shown: str) -> None:
    assert mark_changes(pieces) == shown
