from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.tui.cli.calling import FIRST, HEADLINE, Copydesk, failed


class TestAnnotate:
    def test_a_note_is_stored_and_its_id_told(
        self, copydesk: Copydesk, added: Sequence[str]
    ) -> None:
        answer = copydesk(
            *("annotate", added[0], "--quote", "the belfry", "--note", "Which *church*?"),
            *("--tag", "to check", "--tag", "#fact", "--tag", "To Check"),
        )

        (note,) = copydesk("notes", "--json").json
        assert (answer.status, answer.err) == (0, "")
        assert answer.lines == [note["id"]]
        assert note["quote"] == "the belfry"
        assert FIRST[note["start"] : note["end"]] == "the belfry"
        assert note["note"] == "Which *church*?"
        assert note["tags"] == ["to check", "fact"]

    def test_an_article_goes_by_a_part_of_its_title(
        self, copydesk: Copydesk, added: Sequence[str]
    ) -> None:
        copydesk("annotate", "LODGER", "--quote", "iron bridge")

        (note,) = copydesk("notes", "--json").json
        assert note["article"]["id"] == added[1]

    @pytest.mark.parametrize(("nth", "start"), [([], 0), (["--nth", "1"], 0), (["--nth", "2"], 6)])
    def test_of_several_occurrences_the_first_is_meant_or_the_nth(
        self, copydesk: Copydesk, folder: Path, nth: Sequence[str], start: int
    ) -> None:
        (folder / "hoo.txt").write_text("hoo! (hoo!)\n")
        copydesk("add", folder / "hoo.txt")

        assert copydesk("annotate", "hoo", "--quote", "hoo!", *nth).status == 0
        (note,) = copydesk("notes", "--json").json
        assert (note["start"], note["end"]) == (start, start + 4)

    @pytest.mark.parametrize(
        ("quote", "nth", "times"),
        [
            ("snowy owl", "1", "does not occur"),
            ("Barn owl", "1", "does not occur"),
            ("paper mill", "2", "occurs only once"),
            ("choir", "99", "occurs only 2 times"),
        ],
    )
    def test_a_quote_that_does_not_occur_is_a_failure(
        self, copydesk: Copydesk, added: Sequence[str], quote: str, nth: str, times: str
    ) -> None:
        answer = copydesk("annotate", added[0], "--quote", quote, "--nth", nth)

        assert failed(answer, f"The quote {times} in {added[0]} {HEADLINE}.")
        assert copydesk("notes", "--json").json == []

    @pytest.mark.usefixtures("added")
    def test_an_unknown_article_is_a_failure(self, copydesk: Copydesk) -> None:
        answer = copydesk("annotate", "heron", "--quote", "owl")

        assert failed(
            answer,
            "No article has “heron” as its id or in its title. `copydesk list` shows all articles.",
        )

    def test_a_title_that_fits_several_lists_them(
        self, copydesk: Copydesk, added: Sequence[str]
    ) -> None:
        answer = copydesk("annotate", "choir", "--quote", "owl")

        assert answer.status == 1
        first, *listed = answer.err.splitlines()
        assert first == f"copydesk: “choir” matches {len(added)} articles; give the id of one:"
        assert {line.split()[0] for line in listed} == {*added}

    @pytest.mark.parametrize(
        "option", [["--note", "caf\udce9"], ["--tag", "caf\udce9"], ["--quote", "caf\udce9"]]
    )
    def test_what_is_no_text_is_no_fault_of_the_program(
        self, copydesk: Copydesk, added: Sequence[str], option: Sequence[str]
    ) -> None:
        answer = copydesk("annotate", added[0], "--quote", "owl", *option)

        assert "internal error" not in answer.err
