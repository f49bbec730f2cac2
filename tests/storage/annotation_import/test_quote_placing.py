"""Where an annotation that another program made stands in an article."""

from __future__ import annotations

from typing import Any

import pytest

from storage.annotation_import.incoming import Mention
from storage.annotation_import.quote_placing import place_quote
from storage.export.citation.text_fragment import Directive
from tests.storage.desk import HONEY, MILL, OWL, unstored


def place(text: str, **mention: Any) -> tuple[str, str]:
    """Return the words at which a mention is placed, and how sure that is."""
    placed = place_quote(Mention("https://gazette.example/owl", **mention), unstored(1, text))
    anchor = placed.target.anchor
    return text[anchor.start : anchor.end], placed.state


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param(f"{OWL}\n\n{MILL}", OWL, id="text"),
        pytest.param(f"\n\n  {OWL}\n{MILL}", OWL, id="blank lines"),
        pytest.param(f"---\ntitle: Owl\n---\n\n{OWL}", OWL, id="front matter"),
        pytest.param(f"---\ntitle: Owl\ntags:\n  - a\n...\n# Owl\n\n{OWL}", "# Owl", id="dots"),
        pytest.param(f"+++\ntitle = 'Owl'\n+++\n{OWL}", OWL, id="TOML"),
        pytest.param(f"---\n\n{OWL}\n\n---\n\n{MILL}", OWL, id="a rule at the top"),
        pytest.param(f"***\n\n* * *\n{OWL}", OWL, id="rules alone"),
        pytest.param("---\ntitle: Owl\n---\n", "title: Owl", id="nothing else"),
        pytest.param("X", "X", id="one letter"),
        pytest.param("***", "***", id="no word"),
    ],
)
def test_a_note_on_all_of_an_article_stands_on_its_first_line(text: str, line: str) -> None:
    assert place(text) == (line, "exact")


@pytest.mark.parametrize(
    ("directive", "words"),
    [
        (Directive("", "barn owl", "", ""), "barn owl"),
        (Directive("", "BARN OWL", "", ""), "barn owl"),
        (Directive("", "paper mill", "clockmakers", ""), MILL[8:-1]),
        (Directive("A", "barn", "belfry", "and"), "barn owl has moved into the belfry"),
        (Directive("", "choir awake. The old", "", ""), "choir awake.\nThe old"),
        (Directive("", "swans left", "the pond", ""), ""),
    ],
)
def test_a_text_directive_stands_where_a_browser_goes(directive: Directive, words: str) -> None:
    text = f"{OWL}\n{MILL}\n\n{HONEY}"

    found, state = place(text, quote=directive.start, directive=directive)

    assert (found, state) == (words, "exact" if words else "orphan")
