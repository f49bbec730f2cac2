from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from storage.export.html.report import render_report
from storage.open_library import open_library
from storage.sample_story import add_sample
from tests.storage.desk import HONEY, MILL, OWL, PARADE, add, annotate
from tests.storage.export.html.browsing import Browser, browsing, missing

pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(missing()), reason=missing())]

EVIL = "<script>document.title = 'obeyed'</script> ]]> </style> --> <img src=https://example.org/x>"
CHOSEN = (
    "return [...document.querySelectorAll('mark.chosen')]"
    ".map(mark => [mark.closest('.pane').id, mark.textContent])"
)
TELLING = "return document.getElementById('told').textContent.replace(/\\s+/g, ' ').trim()"
HEIGHTS = (
    "return [...document.querySelectorAll('.panes sup a[data-k=p1]')]"
    ".map(one => Math.round(one.getBoundingClientRect().top))"
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browsing(tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.fixture(scope="module")
def owls(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the report of three articles, two of which share the owl at different heights."""
    folder = tmp_path_factory.mktemp("owls")
    with open_library(folder / "library.db") as library:
        filler = "\n\n".join(f"{HONEY[:-1]} in valley {number}." for number in range(40))
        first = add(library, f"{OWL}\n\n{EVIL}\n\n{filler}", outlet=EVIL, title=EVIL)
        second = add(library, f"{PARADE}\n\n{'Nothing else. ' * 400}\n\n{OWL}\n\n{MILL * 30}")
        third = add(library, f"{MILL}")
        annotate(library, first, "barn owl", f"![x](https://example.org/x.png) {EVIL}", "bird")
        story = library.stories.create(EVIL, [first.id, second.id, third.id])
        page = render_report(library, story, version="1.2")
    path = folder / "owls.html"
    path.write_text(page, "utf-8")
    return path


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    with open_library(folder / "library.db") as library:
        path = folder / "sample.html"
        path.write_text(render_report(library, add_sample(library), version="1.2"), "utf-8")
    return path


def test_a_click_on_a_passage_shows_its_copies_at_the_same_height(
    browser: Browser, owls: Path
) -> None:
    browser.open(owls)
    before = browser.run(HEIGHTS)

    browser.click('#text-A mark[data-k="p1"]')

    chosen = browser.run(CHOSEN)
    assert {pane for pane, _ in chosen} == {"text-A", "text-B"}
    assert "".join(text for pane, text in chosen if pane == "text-B") == OWL
    assert browser.run(TELLING).startswith("1 verbatim")
    first, second = browser.run(HEIGHTS)
    assert abs(before[0] - before[1]) > 400
    assert abs(first - second) < 40


def test_enter_on_a_number_goes_to_the_copy_and_escape_ends_it(
    browser: Browser, owls: Path
) -> None:
    browser.open(owls)
    browser.run("document.querySelector('#text-A sup a[data-k=p1]').focus()")
    assert browser.run("return document.querySelectorAll('mark.lit').length") >= 2

    browser.press("Enter", 13)

    assert browser.run("return document.activeElement.id") == "p1-2"
    assert {pane for pane, _ in browser.run(CHOSEN)} == {"text-A", "text-B"}
    browser.press("Escape", 27)
    assert browser.run(CHOSEN) == []
    assert browser.run(TELLING) == ""


def test_another_click_takes_the_next_of_those_that_overlap(browser: Browser, owls: Path) -> None:
    browser.open(owls)

    browser.click("#text-A mark.note")
    assert browser.run(TELLING).startswith("n1 #bird")
    browser.click("#text-A mark.note")

    assert browser.run(TELLING).startswith("1 verbatim")


def test_a_note_leads_to_its_place(browser: Browser, owls: Path) -> None:
    browser.open(owls)

    browser.click("#note-1 .places a")

    assert [text for pane, text in browser.run(CHOSEN) if pane == "text-A"] == ["barn owl"]
    top = browser.run("return document.getElementById('n1-1').getBoundingClientRect().top")
    assert 0 <= top < 800


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_complained_of_obeyed_or_fetched(
    browser: Browser, owls: Path, scheme: str
) -> None:
    browser.open(owls, scheme=scheme)
    browser.click("#text-A mark.note")

    assert browser.complaints() == []
    assert browser.requests() == [owls.as_uri()]
    assert browser.run("return document.title") == EVIL
    assert EVIL in browser.run("return document.querySelector('#text-A .text').textContent")
    assert browser.run("return document.images.length + document.scripts.length") == 1


def test_a_script_that_was_put_in_is_not_run(browser: Browser, owls: Path, tmp_path: Path) -> None:
    path = tmp_path / "edited.html"
    page = owls.read_text("utf-8").replace("</main>", "<script>document.title = 1</script></main>")
    path.write_text(page, "utf-8")

    browser.open(path)

    assert browser.run("return document.title") == EVIL
    assert len(browser.complaints()) == 1


@pytest.mark.parametrize("width", [360, 800, 1280])
def test_no_width_scrolls_the_page_sideways(browser: Browser, sample: Path, width: int) -> None:
    browser.open(sample, width=width)

    assert browser.run("return document.documentElement.scrollWidth") <= width


def test_on_a_phone_the_texts_stand_below_one_another(browser: Browser, sample: Path) -> None:
    browser.open(sample, width=360)

    tops = browser.run(
        "return [...document.querySelectorAll('.pane')].map(one => one.getBoundingClientRect().top)"
    )
    assert tops == sorted(set(tops))
    browser.run("document.querySelector('#text-A mark[data-k]').click()")
    assert browser.run(CHOSEN)


@pytest.mark.parametrize(("width", "medium"), [(360, "screen"), (700, "print"), (1280, "print")])
def test_where_texts_are_below_one_another_none_is_cut_off(
    browser: Browser, owls: Path, width: int, medium: str
) -> None:
    browser.open(owls, width=width, medium=medium)

    boxes = browser.run(
        "return [...document.querySelectorAll('.text, #passages > *')]"
        ".map(one => one.getBoundingClientRect()).map(box => [box.top, box.bottom])"
    )
    assert all(above[1] <= below[0] for above, below in pairwise(boxes))


def test_it_prints(browser: Browser, sample: Path) -> None:
    browser.open(sample)

    assert 4 <= browser.printed_pages() <= 20
