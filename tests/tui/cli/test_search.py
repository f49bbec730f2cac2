from __future__ import annotations

import json
from pathlib import Path

import pytest

from storage.open_library import open_library
from tui.cli.main import main

LEAD = "Nobody had rung the right telephone on the night that the gates stayed open."


@pytest.fixture
def shelf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Put two articles that share a sentence, and one that does not, into the usual library."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in {
        "first": f"{LEAD} The mayor was asked.",
        "second": f"A week later. {LEAD}",
        "third": "Chess players met beside a lake.",
    }.items():
        (folder / f"{name}.md").write_text(f"---\ntitle: {name}\nsource: Gazette\n---\n{text}\n")
    assert main(["add", str(folder)]) == 0
    capsys.readouterr()
    return folder


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(list(arguments))
    return status, *capsys.readouterr()


@pytest.mark.usefixtures("shelf")
class TestSearch:
    def test_json_has_the_keys_that_are_promised(self, capsys: pytest.CaptureFixture[str]) -> None:
        status, out, _ = answer(capsys, "search", "mayor", "--json")
        (found,) = json.loads(out)
        assert status == 0
        assert list(found) == ["article", "start", "end", "snippet", "in"]
        assert found["article"]["title"] == "first"
        assert found["in"] == "text"
        assert found["end"] - found["start"] == len("mayor")
        assert "mayor was asked" in found["snippet"]

    def test_people_see_a_table_or_a_sentence(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert "Chess players" in answer(capsys, "search", "chess")[1]
        assert answer(capsys, "search", "zebra")[1] == (
            "Nothing in the library has all these words.\n"
        )

    @pytest.mark.parametrize(
        "call",
        [
            ["chess", "-mayor"],
            ["-mayor", "chess", "--json"],
            ["--json", "chess", "-outlet:herald"],
            ["--json", "--", "chess", "-mayor"],
        ],
    )
    def test_a_word_with_a_minus_is_no_option(
        self, capsys: pytest.CaptureFixture[str], call: list[str]
    ) -> None:
        status, out, err = answer(capsys, "search", *call)
        assert (status, err) == (0, "")
        assert "Chess players" in out

    def test_without_words_nothing_fits(self, capsys: pytest.CaptureFixture[str]) -> None:
        status, out, err = answer(capsys, "search", "after:2999")
        assert (status, out) == (0, "Nothing in the library fits.\n")
        assert "“after:” finds articles dated on 2999-01-01 or later" in err

    @pytest.mark.parametrize("words", ['"', "NEAR(", "* AND", "a:b", "' OR 1=1 --"])
    def test_any_words_are_a_legal_search(
        self, capsys: pytest.CaptureFixture[str], words: str
    ) -> None:
        status, out, err = answer(capsys, "search", "--json", "--", words)
        assert (status, err) == (0, "")
        assert isinstance(json.loads(out), list)


@pytest.mark.usefixtures("shelf")
class TestWhere:
    def test_json_has_the_keys_that_are_promised(self, capsys: pytest.CaptureFixture[str]) -> None:
        _, out, _ = answer(capsys, "where", "second", "--json")
        (found,) = json.loads(out)
        assert list(found) == ["article", "words", "share", "passages"]
        assert found["article"]["title"] == "first"
        assert found["words"] >= 14
        assert 0 < found["share"] <= 1
        assert found["passages"] == 1

    def test_people_see_a_table_or_a_sentence(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert "first" in answer(capsys, "where", "second")[1]
        assert answer(capsys, "where", "third")[1] == (
            "No other article in the library carries this text.\n"
        )

    def test_an_unknown_article_is_a_failure(self, capsys: pytest.CaptureFixture[str]) -> None:
        status, _, err = answer(capsys, "where", "nowhere")
        assert status == 1
        assert "nowhere" in err


@pytest.mark.usefixtures("shelf")
class TestEdit:
    def test_what_is_named_is_changed_and_the_rest_stays(
        self, capsys: pytest.CaptureFixture[str], home: Path
    ) -> None:
        date = ("--published", "2026-03-05T10:00+01:00")
        call = ("edit", "first", "--title", "One", *date, "--key", "harker2026")
        assert answer(capsys, *call) == (0, "", "")
        library = home / "data" / "copydesk" / "library.db"
        with open_library(library) as found:
            article = found.articles.find("One")
            assert (article.outlet, article.published) == ("Gazette", "2026-03-05T09:00:00Z")
            assert article.citation_key == "harker2026"
            found.undo_log.undo()
            assert found.articles.get(article.id).title == "first"

    @pytest.mark.parametrize("option", ["--outlet", "--source"])
    @pytest.mark.parametrize("outlet", ["The Coast", ""])
    def test_the_outlet_may_be_called_a_source_as_in_earlier_versions(
        self, capsys: pytest.CaptureFixture[str], option: str, outlet: str
    ) -> None:
        assert answer(capsys, "edit", "first", option, outlet) == (0, "", "")
        _, listed, _ = answer(capsys, "list", "--json")
        assert [one["outlet"] for one in json.loads(listed) if one["title"] == "first"] == [outlet]

    @pytest.mark.parametrize(
        ("arguments", "status", "said"),
        [
            (["--published", "yesterday"], 1, "“yesterday” is not a date"),
            (["--title", " "], 1, "An article needs a title"),
            (["--url", "javascript:alert(1)"], 1, "needs http:// or https://"),
            (["--key", "two words"], 1, "“two words” is not a citation key"),
            ([], 2, "--url, --key, --memo."),
        ],
    )
    def test_what_cannot_be_is_told_in_a_sentence(
        self, capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, said: str
    ) -> None:
        got, _, err = answer(capsys, "edit", "first", *arguments)
        assert got == status
        assert said in err
        assert err.count("\n") == 1


@pytest.mark.usefixtures("shelf")
def test_what_was_asked_for_at_length_is_told_in_short(capsys: pytest.CaptureFixture[str]) -> None:
    for call in (["where", "o" * 9000], ["export", "--search", "o " * 9000], ["export", "--story"]):
        status, _, told = answer(capsys, *call, *(["o" * 9000] if call[-1] == "--story" else []))

        assert status == 1
        assert len(told) < 200
        assert "ooo…”" in told or "o o…”" in told
