"""Codebooks to try things with."""

from __future__ import annotations

from hypothesis import strategies as st

from storage.tables.codebook_entry import COLOURS, CodebookEntry
from storage.tables.tag_names import clean_tags
from storage.wording.terminal_text import clean_lines

_SIGNS = st.text(
    st.sampled_from("ab Zé/日本🦉\u0301\"'<&>;\\:#,\n\t\x00\u2028\u202e\ufffe"), max_size=12
)
_HEADS = st.sampled_from(["Inclusion: ", "\\Example:", "Exclusion:\n", "\\\\Inclusion: x"])
TEXTS = st.lists(_SIGNS | _HEADS, max_size=4).map("".join).map(clean_lines)
"""Texts of several lines, as they are stored."""
NAMES = _SIGNS.map(lambda text: clean_tags([text])).filter(bool).map(lambda tags: tags[0])


def make_entries(numbers: bool = True) -> st.SearchStrategy[list[CodebookEntry]]:
    """Return codebooks whose parents stand before their children, these together."""
    entry = st.builds(
        CodebookEntry,
        NAMES,
        TEXTS,
        TEXTS,
        TEXTS,
        TEXTS,
        st.none() | st.sampled_from(COLOURS),
        st.none() | st.integers(1, 9) if numbers else st.none(),
        st.booleans(),
        st.just(""),
    )
    return st.lists(entry, max_size=6, unique_by=lambda one: one.name.casefold()).map(_in_tree)


def _in_tree(entries: list[CodebookEntry]) -> list[CodebookEntry]:
    return sorted(entries, key=lambda one: one.name.casefold().split("/"))


def number_once(entries: list[CodebookEntry]) -> list[CodebookEntry]:
    """Return them so that each number stands for one tag."""
    numbers: set[int | None] = set()
    kept = []
    for one in entries:
        kept.append(one._replace(number=None) if one.number in numbers else one)
        numbers.add(one.number)
    return kept
