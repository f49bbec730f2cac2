"""Two coders, and how far they agree."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from storage.agreement.differences import compare_coders
from storage.coder import Coder
from storage.open_library import open_library
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, add, annotate
from tests.tui.cli.calling import Copydesk

HEAD = "---\nauthor: Ada\n---\n"
TEXTS = (f"{HEAD}{OWL} {MILL}", f"{PARADE} {BRIDGE}", f"{HONEY} {OWL}")


@pytest.fixture
def coded(tmp_path: Path) -> Path:
    """Make a library of three articles that Anna coded, and Ben two of them."""
    path = tmp_path / "study.db"
    for coder in ("Anna", "Ben"):
        with open_library(path, Coder(coder, is_blind=True)) as library:
            first, second, third = (add(library, text) for text in TEXTS)
            annotate(library, first, OWL if coder == "Anna" else "barn owl", "", "claim/fact")
            library.tags.set_on_article(first.id, ["report"])
            if coder == "Anna":
                annotate(library, second, "brass band", "", "claim/opinion")
                annotate(library, third, OWL, "", "claim/fact")
            library.tags.set_on_article(second.id, ["report" if coder == "Anna" else "comment"])
            if coder == "Anna":
                library.codebook.set_variable(library.codebook.make("mood"), is_variable=True)
            value = "mood/grave" if coder == "Anna" else "mood/light"
            library.tags.change_on_articles([first.id], [], [value])
            done = [first.id, second.id, *([third.id] if coder == "Anna" else [])]
            library.coded_articles.mark(done, is_coded=True)
    return path


def test_agreement_is_measured_on_what_all_have_coded(
    copydesk: Copydesk, coded: Path, tmp_path: Path
) -> None:
    table = copydesk("agreement", "--json", "--library", coded).json

    assert table["coders"] == ["Anna", "Ben"]
    assert (table["articles"], table["left_out"]) == (2, 1)
    rows = {row["tag"]: row for row in table["rows"]}
    assert rows["report"]["marked"] == [2, 1]
    assert rows["report"]["agreement"] == 0.5
    # Of a variable both gave the first article a value, and the second none.
    mood = rows["mood"]
    assert (mood["unit"], mood["units"], mood["marked"]) == ("article", 2, [1, 1])
    assert (mood["agreement"], mood["f1"]) == (0.5, None)
    fact = rows["claim/fact"]
    assert (fact["unit"], fact["units"], fact["marked"]) == ("sentence", 4, [1, 1])
    assert (fact["alpha"], fact["kappa"], fact["f1"]) == (1.0, 1.0, 1.0)
    assert (fact["exact_f1"], fact["overlap_f1"]) == (0.0, 1.0)
    assert fact["alpha_u"] < 1
    # What stands below a tag is the tag, too.
    assert rows["claim"]["marked"] == [2, 1]
    assert rows["(all tags of places)"]["units"] == 8
    characters = copydesk("agreement", "--json", "--unit", "character", "--library", coded).json
    (fact,) = (row for row in characters["rows"] if row["tag"] == "claim/fact")
    assert fact["units"] == sum(map(len, TEXTS[:2])) - len(HEAD)
    assert fact["marked"] == [len(OWL), len("barn owl")]

    unused = copydesk("agreement", "--tag", "rumour", "--library", coded).lines
    assert unused[0] == "Nothing in these articles has the tag “rumour”, or one below it."
    told = copydesk("agreement", "--tag", "claim", "--library", coded)
    assert "report" not in told.out
    assert told.lines[-1] == (
        "2 articles that all coders marked as coded. 1 article left out, which only some did."
    )
    copydesk("agreement", "-o", tmp_path / "a.csv", "--library", coded)
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        (report,) = (row for row in csv.DictReader(file) if row["tag"] == "report")
    assert report["agreement"] == "0.5"
    assert report["alpha_u"] == ""


def test_decisions_are_a_table_of_their_own(copydesk: Copydesk, coded: Path) -> None:
    with open_library(coded, Coder("Cleo")) as library:
        articles = library.articles.get_all([one.id for one in library.articles.list_all()])
        pair = compare_coders(library, articles, "Anna", "Ben")
        one = pair.differences[0]
        decision = pair.make_decision(one, "first", one.first)
        library.decisions.settle(decision, one.first, is_last=False)

    (told,) = csv.DictReader(
        copydesk("agreement", "--decisions", "--library", coded).out.splitlines()
    )
    assert (told["chosen"], told["decided_by"], told["result"]) == (
        "first",
        "Cleo",
        told["first_has"],
    )
    assert copydesk("agreement", "--decisions", "--json", "--library", coded).status == 2
    assert "1 decision on what coders disagreed on stays in the" in copydesk("import", coded).err


def test_what_stands_in_the_way_is_said(copydesk: Copydesk, coded: Path) -> None:
    def ask(*more: str) -> str:
        answer = copydesk("agreement", *more, "--library", coded)
        assert answer.status == 1
        return answer.err

    assert "Nobody called “Zoe” has coded" in ask("--coders", "Anna,Zoe")
    assert "two coders or more" in ask("--coders", "Anna")
    assert "no folder no; make it first" in ask("-o", "no/a.csv")
    assert "--no-blind" in ask("--coder", "Ben", "--blind")
    copydesk("coded", "author: Ada", "Four hundred", "--not", "--coder", "Ben", "--library", coded)
    assert "this library has 1 such coder" in ask()
    listed = copydesk("coded", "--library", coded)
    assert [line.split()[1] for line in listed.lines[1:]] == ["Anna"] * 3
    assert copydesk("coded", "--not", "--library", coded).status == 2
