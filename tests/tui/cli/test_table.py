from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

from storage.search.snippets import Snippet
from tests.tui.cli.calling import Copydesk
from tui.cli.table import TableColumn, print_table

COURTS = "courts_01.03.00_chemists_{}_of_the_morning"
QUOTE = "the chemists won their fight over the price of medicines"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Let what is printed go to a terminal of that many columns."""

    def widen(columns: int) -> None:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        monkeypatch.setenv("COLUMNS", str(columns))

    return widen


@pytest.fixture
def courts(copydesk: Copydesk, tmp_path: Path) -> None:
    """Put four articles with long names and outlets into the library, each with a note."""
    for number, paper in enumerate(("guardian", "independent", "newswire", "telegraph")):
        lead = f"Report {number} says much before it comes to what it is about, and then more. "
        (tmp_path / f"{number}.txt").write_text(
            f"---\ntitle: {COURTS.format(paper)}\noutlet: The Daily {paper} of the whole"
            f" country\n---\n\n{lead}Yesterday {QUOTE}, it was said.\n"
        )
    copydesk("add", *sorted(tmp_path.glob("?.txt")))
    for article in copydesk("list", "--json").json:
        call = ("--quote", QUOTE, "--tag", "law/courts/chemists", "--note", "Who said this first?")
        assert copydesk("annotate", article["id"], *call).status == 0


@pytest.mark.usefixtures("courts")
class TestAtEightyColumns:
    def test_notes_keep_the_quote(
        self, copydesk: Copydesk, terminal: Callable[[int], None]
    ) -> None:
        terminal(80)
        lines = copydesk("notes").lines

        assert len(lines) == 5
        assert all(cell_len(line) <= 80 for line in lines)
        assert lines[0].split() == ["id", "outlet", "tags", "note", "quote"]
        assert all(QUOTE[:28] in line for line in lines[1:])

    def test_search_keeps_the_words_found(
        self, copydesk: Copydesk, terminal: Callable[[int], None]
    ) -> None:
        terminal(80)
        lines = copydesk("search", "medicines").lines

        assert all(cell_len(line) <= 80 for line in lines)
        assert all("price of medicines" in line for line in lines[1:])
        for paper in ("guardian", "independent", "newswire", "telegraph"):
            assert any(paper[:8] in line for line in lines), lines

    def test_list_keeps_the_telling_ends_of_titles(
        self, copydesk: Copydesk, terminal: Callable[[int], None]
    ) -> None:
        terminal(80)
        lines = copydesk("list").lines

        assert all(cell_len(line) <= 80 for line in lines)
        for paper in ("guardian", "independent", "newswire", "telegraph"):
            assert any(f"{paper}_of_the" in line for line in lines), lines

    def test_a_program_that_reads_gets_all(self, copydesk: Copydesk) -> None:
        lines = copydesk("list").lines

        assert any(COURTS.format("guardian") in line for line in lines)


def test_numbers_and_their_heads_stand_right_and_take_no_room(
    terminal: Callable[[int], None], capsys: pytest.CaptureFixture[str]
) -> None:
    terminal(36)
    print_table(
        ["id", "passages", "share", TableColumn("title", 8)],
        [
            ("2cafe3", 4, "81%", "The storm of the year"),
            ("1bead7", 12, "8%", "Nothing happened at all"),
        ],
    )

    assert capsys.readouterr().out.splitlines() == [
        "id   passages share  title",
        "2cafe3      4   81%  The storm of t…",
        "1bead7     12    8%  Nothing happen…",
    ]


def test_found_words_stay_in_sight_of_any_width() -> None:
    snippet = Snippet("a long way to go before the storm comes and goes by", ((28, 33),))

    assert snippet.text[28:33] == "storm"
    for width in range(9, 60):
        fitted = snippet.fit(width)
        assert cell_len(fitted.text) <= width
        begin, end = fitted.matches[0]
        assert fitted.text[begin:end] == "storm"


def test_the_heads_of_numbers_side_by_side_are_whole(
    terminal: Callable[[int], None], capsys: pytest.CaptureFixture[str]
) -> None:
    terminal(60)
    names: list[str | TableColumn] = [
        "",
        "words",
        "shared",
        "only here",
        "repeated",
        TableColumn("file", 8),
    ]
    print_table(names, [("A", 51, "100%", "0%", "0%", COURTS.format("guardian"))])
    head, row = capsys.readouterr().out.splitlines()

    assert head.split() == ["words", "shared", "only", "here", "repeated", "file"]
    for name, number in (("words", "51"), ("shared", "100%")):
        assert abs(row.index(number) + len(number) - head.index(name) - len(name)) <= 1
