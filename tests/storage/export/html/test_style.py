from __future__ import annotations

import re
from importlib import resources

import pytest
from textual.color import Color

from storage.wording.passage_kinds import PASSAGE_STYLES
from tests.tui.colours import contrast, difference
from tui.config.tag_colours import TAG_COLOURS

STYLE = (resources.files("storage.export.html") / "style.css").read_text("utf-8")
LIGHT, DARK, PRINT = (
    dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]+)", block))
    for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
)
SCHEMES = {"light": LIGHT, "dark": DARK, "print": LIGHT | PRINT}
BEHIND_INK = (*PASSAGE_STYLES, "note", "paper", "raised", "s1", "s2", "s3", "s4")


def colour(scheme: str, name: str) -> Color:
    return Color.parse(SCHEMES[scheme][name])


@pytest.mark.parametrize("scheme", SCHEMES)
class TestContrast:
    @pytest.mark.parametrize("behind", BEHIND_INK)
    def test_text_can_be_read(self, scheme: str, behind: str) -> None:
        assert contrast(colour(scheme, "ink"), colour(scheme, behind)) >= 4.5

    @pytest.mark.parametrize("text", ["quiet", "link", "taken", "put"])
    def test_coloured_text_can_be_read(self, scheme: str, text: str) -> None:
        assert contrast(colour(scheme, text), colour(scheme, "paper")) >= 4.5
        assert contrast(colour(scheme, text), colour(scheme, "raised")) >= 4.5

    def test_what_is_chosen_can_be_read(self, scheme: str) -> None:
        assert contrast(colour(scheme, "on-here"), colour(scheme, "here")) >= 4.5

    @pytest.mark.parametrize("kind", [*PASSAGE_STYLES, "note"])
    def test_lines_can_be_seen(self, scheme: str, kind: str) -> None:
        for behind in (kind, "paper"):
            assert contrast(colour(scheme, f"{kind}-line"), colour(scheme, behind)) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_notes_are_told_from_every_kind(scheme: str) -> None:
    for kind in PASSAGE_STYLES:
        for sight in ("normal", "protanopia", "deuteranopia"):
            apart = difference(colour(scheme, "note"), colour(scheme, kind), sight)
            assert apart >= 4, (kind, sight)


def test_each_kind_has_a_line_of_its_own() -> None:
    styles = {
        kind: re.findall(rf"^mark\.{kind} \{{.*?text-decoration-style: (\w+)", STYLE, re.MULTILINE)
        for kind in PASSAGE_STYLES
    }

    assert styles == {
        "verbatim": ["solid"],
        "edited": ["dashed"],
        "paraphrase": ["dotted"],
        "repeat": ["double"],
    }
    assert ", ".join(f"mark.{kind}" for kind in PASSAGE_STYLES) + " {" in STYLE


def test_a_weak_match_has_a_thinner_line_of_its_kind_and_leaning_letters() -> None:
    [rule] = re.findall(r"^mark\.weak \{(.*?)\}", STYLE, re.MULTILINE)

    assert "font-style: italic" in rule
    assert "text-decoration-thickness: 1px" in rule
    assert STYLE.index("mark.weak {") > STYLE.index("mark.verbatim {")


def test_print_is_black_on_white() -> None:
    assert set(PRINT.values()) <= {"#fff", "#000", "#333", "#999"}
    assert set(PRINT) == set(LIGHT)


def test_tags_look_as_they_do_in_the_app() -> None:
    found = dict(re.findall(r"^\.tag-(\w+) \{ background: (#\w+); \}", STYLE, re.MULTILINE))

    assert found == {name: behind.lower() for name, (behind, _) in TAG_COLOURS.items()}
