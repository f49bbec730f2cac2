from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.article_import.formats.page_metadata.bylines import is_name, parse_byline


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Nell Harker", ["Nell Harker"]),
        ("By Nell Harker", ["Nell Harker"]),
        ("By Nell Harker and Tom Pike", ["Nell Harker", "Tom Pike"]),
        ("Nell Harker, Tom Pike and Ada Voss", ["Nell Harker", "Tom Pike", "Ada Voss"]),
        ("By Nell Harker, Birds Editor", ["Nell Harker"]),
        ("Nell Harker, chief correspondent, and Tom Pike, reporter", ["Nell Harker", "Tom Pike"]),
        ("Birds Editor Nell Harker", ["Nell Harker"]),
        ("Birds Editor", []),
        ("Nell Harker in Nether Wallop", ["Nell Harker"]),
        ("Nell Harker for The Belfry Gazette", ["Nell Harker"]),
        ("By Nell Harker | 3 March 2026", ["Nell Harker"]),
        ("by Nell Harker Mar. 3, 2026", ["Nell Harker"]),
        ("Nell Harker (AP)", ["Nell Harker"]),
        ("nell@gazette.example Nell Harker @nell", ["Nell Harker"]),
        (
            "Von Anna-Lena Müller und Jörg von der Heide, Berlin",
            ["Anna-Lena Müller", "Jörg von der Heide"],
        ),
        ("Par Jean Dupont avec AFP", ["Jean Dupont"]),
        ("Por María José Ríos, corresponsal en Madrid", ["María José Ríos"]),
        ("Text: Ada Voss", ["Ada Voss"]),
        ("Nell Harker\nBirds Editor", ["Nell Harker"]),
        ("NELL HARKER", ["NELL HARKER"]),
        ("Nell Harker Jr.", ["Nell Harker Jr."]),
        ("Nell O’Hara-Pike", ["Nell O’Hara-Pike"]),
        ("孔德明", ["孔德明"]),
        ("AFP", ["AFP"]),
        ("Nell Harker, nell harker", ["Nell Harker"]),
        ("", []),
        ("The owl has moved in and nobody sleeps any more.", []),
    ],
)
def test_a_byline_is_read(written: str, names: list[str]) -> None:
    assert parse_byline(written) == names


@given(st.text(max_size=80))
def test_whatever_is_written_gives_names_or_none(written: str) -> None:
    names = parse_byline(written)

    assert all(map(is_name, names))
    assert len({name.casefold() for name in names}) == len(names)
