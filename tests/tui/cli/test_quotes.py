from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.pages import MANUAL
from storage.comparing import compare_in
from storage.export.told_findings import find_verdicts
from storage.findings import list_findings
from storage.open_library import open_library
from tests.storage.stated import FIRST, SECOND, WHY, WHY_HIGH, stay_as_told
from tests.tui.cli.calling import Copydesk, failed, is_wrong_call, library_of


@pytest.fixture
def belfry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Make files of two articles that give one quotation differently."""
    stay_as_told(monkeypatch)
    paths = [tmp_path / "first.txt", tmp_path / "second.txt"]
    for path, text in zip(paths, (FIRST, SECOND), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.fixture
def kept(copydesk: Copydesk, belfry: list[Path]) -> list[Path]:
    """Add them to the library, as its only story."""
    assert copydesk("add", *belfry, "--story", "Belfry").status == 0
    return belfry


def dismiss_all(path: Path, verdict: str = "dismissed") -> None:
    with open_library(path) as library:
        (story,) = library.stories.list_all()
        compared = compare_in(library, library.articles.get_all(story.articles))
        for finding in list_findings(compared):
            library.finding_verdicts.decide(finding.key, verdict)  # type: ignore[arg-type]
        assert find_verdicts(library, compared)


def list_keys(value: object) -> set[str]:
    """Return all keys in a JSON document."""
    if isinstance(value, dict):
        return {*value, *(key for one in value.values() for key in list_keys(one))}
    members = value if isinstance(value, list) else ()
    return {key for one in members for key in list_keys(one)}


class TestQuotes:
    def test_json_has_the_keys_that_are_promised(
        self, copydesk: Copydesk, belfry: list[Path]
    ) -> None:
        document = copydesk("quotes", *belfry, "--json").json

        assert list(document) == ["schema", "articles", "quotations", "utterances"]
        assert document["schema"] == 2
        start = FIRST.index("The owl")
        name = FIRST.index("Mary Fenn")
        assert document["quotations"][0] == {
            "utterance": 1,
            "article": 0,
            "start": start,
            "end": start + len("The owl has moved in for good,"),
            "form": "direct",
            "speaker": "Mary Fenn",
            "speaker_span": {"article": 0, "start": name, "end": name + len("Mary Fenn")},
        }
        assert document["quotations"][2]["speaker"] is None
        assert document["quotations"][2]["speaker_span"] is None
        assert [one["utterance"] for one in document["quotations"]] == [1, 2, 1, 2]
        assert document["utterances"][0] == {
            "id": 1,
            "findings": [{"kind": "altered", "flagged": True, "articles": [0, 1], "why": WHY}],
        }

    def test_people_see_what_is_to_be_checked_first(
        self, copydesk: Copydesk, belfry: list[Path]
    ) -> None:
        lines = copydesk("quotes", *belfry).lines

        assert lines[0].startswith("1 quotation to check")
        assert lines[2:6] == [
            "Quotation altered",
            "  A ¶1 Mary Fenn: “~~The~~ owl has moved in for good,”",
            "  B ¶1 unnamed: “**This** owl has moved in for good,”",
            f"  {WHY}",
        ]
        assert lines[7] == "1 other quotation, nothing to check"
        assert lines[9].split("  ")[0] == "A ¶2, B ¶2"

    def test_without_arguments_the_only_story_is_meant(
        self, copydesk: Copydesk, kept: list[Path]
    ) -> None:
        assert copydesk("quotes").out == copydesk("quotes", *kept).out
        assert copydesk("quotes", "--story", "Belfry").out == copydesk("quotes").out

    def test_what_was_dismissed_is_among_the_others(
        self, copydesk: Copydesk, kept: list[Path]
    ) -> None:
        dismiss_all(library_of(copydesk))

        lines = copydesk("quotes").lines

        assert lines[0] == "3 quotations, nothing to check"
        assert copydesk("quotes", *kept).lines[0].startswith("1 quotation to check")

    @pytest.mark.usefixtures("kept")
    def test_what_was_confirmed_says_so(self, copydesk: Copydesk) -> None:
        dismiss_all(library_of(copydesk), "confirmed")

        assert "Quotation altered, confirmed" in copydesk("quotes").lines

    def test_several_stories_are_listed(self, copydesk: Copydesk, kept: list[Path]) -> None:
        copydesk("add", kept[0], "--story", "Owls")

        answer = copydesk("quotes")

        assert (answer.status, answer.out) == (2, "")
        assert answer.err.splitlines() == [
            "copydesk: More than one story; choose one with --story:",
            "  Belfry",
            "  Owls",
        ]

    def test_wrong_calls(self, copydesk: Copydesk, kept: list[Path]) -> None:
        assert is_wrong_call(copydesk("quotes", kept[0], "--story", "Belfry"))
        assert is_wrong_call(copydesk("quotes", "--allow-local"))
        assert is_wrong_call(copydesk("compare", kept[0], "--text"))
        assert copydesk("quotes", "--story", "Nothing").status == 1

    def test_an_empty_library_has_no_story(self, copydesk: Copydesk) -> None:
        sentence = "No stories yet. Make one with `copydesk add --story NAME FILE...`."

        assert failed(copydesk("quotes"), sentence)

    def test_a_file_that_cannot_be_read_is_told(
        self, copydesk: Copydesk, belfry: list[Path]
    ) -> None:
        missing = belfry[0].with_name("missing.txt")

        answer = copydesk("quotes", *belfry, missing, "--json")

        assert failed(answer, f"Cannot read {missing}: no such file.")
        assert len(answer.json["articles"]) == 2


class TestCompare:
    def test_json_says_what_is_stated(self, copydesk: Copydesk, belfry: list[Path]) -> None:
        document = copydesk("compare", *belfry, "--json").json

        assert list(document) == [
            *("schema", "articles", "passages", "groups"),
            *("quotations", "utterances", "disagreements", "origins"),
        ]
        assert document["articles"][1]["derivation"] == "not"
        assert document["articles"][1]["derived_words"] == 12
        assert document["articles"][1]["shared_words_in_quotations"] == 12
        left, right = FIRST.index("52"), SECOND.index("53")
        assert document["disagreements"] == [
            {
                "kind": "number",
                "severity": "conflict",
                "left": {"article": 0, "start": left, "end": left + 2},
                "right": {"article": 1, "start": right, "end": right + 2},
                "why": WHY_HIGH,
            }
        ]
        assert document["origins"] == [
            {"articles": [0], "kind": "outlet", "why": "A names no agency."},
            {"articles": [1], "kind": "outlet", "why": "B names no agency."},
        ]

    def test_passages_have_their_changes_and_on_demand_their_words(
        self, copydesk: Copydesk, belfry: list[Path]
    ) -> None:
        _, passage = copydesk("compare", *belfry, "--json").json["passages"]
        _, with_text = copydesk("compare", *belfry, "--json", "--text").json["passages"]

        left, right = FIRST.index("52"), SECOND.index("53")
        assert passage["changes"] == [
            {
                "left": {"article": 0, "start": left, "end": left + 2},
                "right": {"article": 1, "start": right, "end": right + 2},
            }
        ]
        assert "text" not in passage
        texts = {"left": FIRST, "right": SECOND}
        assert with_text["text"] == {
            side: text[passage[side]["start"] : passage[side]["end"]]
            for side, text in texts.items()
        }

    def test_people_see_it_in_short(self, copydesk: Copydesk, belfry: list[Path]) -> None:
        out = copydesk("compare", *belfry).out

        assert "\n2 articles, 2 independent origins.\n  A: A names" in out
        assert "An order, not a proof.\n" in out
        assert f"\n1 disagreement:\n  Number, conflict. {WHY_HIGH}\n" in out
        assert f"\n1 quotation to check:\n  Quotation altered. {WHY}\n" in out

    def test_the_manual_names_every_key(self, copydesk: Copydesk, belfry: list[Path]) -> None:
        manual = (MANUAL / "json.md").read_text("utf-8")

        def list_keys(value: object) -> set[str]:
            if isinstance(value, dict):
                return {*value, *(key for one in value.values() for key in list_keys(one))}
            return (
                {key for one in value for key in list_keys(one)}
                if isinstance(value, list)
                else set()
            )

        keys = list_keys(copydesk("compare", *belfry, "--json", "--text").json)
        assert [key for key in sorted(keys) if not re.search(rf'["`]{key}["`]', manual)] == []
