"""`copydesk import`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from storage.annotation_import.annotation_formats import list_formats
from storage.library import Library
from storage.open_library import open_library
from tests.storage.annotation_import.written_elsewhere import (
    PAGE,
    brought,
    quote_selector,
    row,
    rows,
    web_annotation,
)
from tests.storage.article_import.services.pretending import Api
from tests.storage.article_import.serving import serving
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, story
from tests.tui.cli.calling import Buffer, Copydesk
from tests.tui.driver import at_the_screen


class TestImport:
    def test_what_was_exported_comes_into_another_library(
        self, copydesk: Copydesk, annotated: list[str], tmp_path: Path
    ) -> None:
        copydesk("export", "--format", "jsonld")
        other = ("--library", tmp_path / "other.db")
        copydesk("add", tmp_path / "first.txt", tmp_path / "second.txt", *other)

        answer = copydesk("import", "owls.jsonld", *other)

        assert answer == (
            0,
            "2 annotations added.\nPlaces: 2 exact, 0 moved, 0 changed, 0 orphan.\n",
            "",
        )
        notes = json.loads(copydesk("notes", "--json", *other).out)
        assert [one["id"] for one in notes] == annotated
        again = copydesk("import", "owls.jsonld", *other)
        assert again.out == "0 annotations added; 2 already in the library.\n"

    @pytest.mark.usefixtures("articles")
    def test_standard_input_is_read(
        self, copydesk: Copydesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stdin", Buffer(json.dumps(rows(row())).encode()))

        answer = copydesk("import", "-")

        assert answer.out.startswith("1 annotation added.\n")

    @pytest.mark.usefixtures("articles")
    def test_a_format_that_is_named_is_not_guessed(self, copydesk: Copydesk) -> None:
        Path("rows.json").write_text(json.dumps(rows(row())))

        answer = copydesk("import", "rows.json", "--format", "jsonld")

        why = "the document has no Web Annotation “type”"
        assert answer == (1, "", f"copydesk: Cannot import rows.json: {why}.\n")

    @pytest.mark.usefixtures("articles")
    def test_those_without_their_article_are_named_once_a_reason(self, copydesk: Copydesk) -> None:
        lost = {"source": "https://herald.example/x", "selector": quote_selector("honey")}
        several = [web_annotation(id=f"urn:x:{number}", target=lost) for number in range(7)]
        Path("notes.jsonld").write_text(json.dumps([*several, web_annotation()]))

        answer = copydesk("import", "notes.jsonld")

        assert answer.status == 1
        assert answer.out.startswith("1 annotation added.\n")
        named = ", ".join(f"annotation {number + 1} (urn:x:{number})" for number in range(5))
        why = "is on https://herald.example/x, which is not in the library"
        assert answer.err == f"copydesk: Left out: {named} and 2 more — {why}.\n"

    @pytest.mark.usefixtures("articles")
    def test_one_changed_here_is_told_and_stays(self, copydesk: Copydesk) -> None:
        Path("rows.json").write_text(json.dumps(rows(row())))
        copydesk("import", "rows.json")
        Path("rows.json").write_text(json.dumps(rows(row(text="It is not."))))

        answer = copydesk("import", "rows.json")

        assert answer.out == (
            "0 annotations added; 1 already in the library, 1 of them different in the file"
            " (left as it is here).\n"
        )
        assert json.loads(copydesk("notes", "--json").out)[0]["note"] == "Is it?"

    @pytest.mark.parametrize("name", ["missing.json", "~nobody-of-that-name/x.json", "."])
    def test_a_file_that_cannot_be_read_is_told(self, copydesk: Copydesk, name: str) -> None:
        answer = copydesk("import", name)

        assert (answer.status, answer.out) == (1, "")
        assert name in answer.err
        assert "internal error" not in answer.err

    @pytest.mark.usefixtures("articles")
    def test_a_hostile_file_sends_no_control_characters(self, copydesk: Copydesk) -> None:
        hostile = "\x1b]0;owned\x07\x9b31m"
        lost = {"source": {"id": f"https://x.example/{hostile}", "title": hostile}}
        Path("notes.jsonld").write_text(
            json.dumps([web_annotation(id=f"urn:{hostile}", target=lost)])
        )
        Path("bad.jsonld").write_text(json.dumps([web_annotation(motivation=hostile)]))

        for name in ("notes.jsonld", "bad.jsonld"):
            answer = copydesk("import", name)
            assert answer.status == 1
            assert not {"\x1b", "\x07", "\x9b"}.intersection(answer.out + answer.err)

    @pytest.mark.usefixtures("articles")
    def test_a_group_of_hypothesis_is_fetched_and_the_token_stays_nowhere(
        self, copydesk: Copydesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with serving() as site:
            api = Api(site)
            elsewhere = row("b", group="Qx7Rb2Mn", uri="urn:x", target=[], document={})
            api.search(row(group="Qx7Rb2Mn"), elsewhere)
            monkeypatch.setenv("HYPOTHESIS_API_URL", api.address)
            monkeypatch.setenv("HYPOTHESIS_TOKEN", "6879-secret")

            answer = copydesk("import", "hypothesis:Qx7Rb2Mn")
            again = copydesk("import", "hypothesis:Qx7Rb2Mn")

        assert answer.status == 1
        assert answer.out.startswith("1 annotation added.\n")
        assert answer.err == (
            "copydesk: Left out: annotation 2 (b) — is on urn:x, which is not in the library.\n"
        )
        assert again.out == "0 annotations added; 1 already in the library.\n"
        folder = Path(copydesk("locate").out.splitlines()[0].partition(" ")[2]).parent
        kept = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
        assert kept
        assert not any(b"6879-secret" in data for data in kept)

    def test_a_service_that_does_not_answer_is_told(
        self, copydesk: Copydesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("ZOTERO_API_URL", "http://127.0.0.1:9/api")

        answer = copydesk("import", "zotero:")

        told = "http://127.0.0.1:9/api refuses the connection; open Zotero and try again"
        assert answer == (1, "", f"copydesk: {told}.\n")

    def test_help_names_formats_and_services(self, copydesk: Copydesk) -> None:
        told = " ".join(copydesk("import", "--help").out.split())

        assert "hypothesis:GROUP, zotero:[COLLECTION]" in told
        assert all(one.called in told and one.name in told for one in list_formats())

    @pytest.mark.usefixtures("annotated")
    def test_undo_takes_an_import_back(self, copydesk: Copydesk) -> None:
        Path("rows.json").write_text(json.dumps(rows(row("a"), row("b", "choir"))))
        copydesk("import", "rows.json")
        path = Path(copydesk("locate").out.splitlines()[0].partition(" ")[2])

        with open_library(path) as library:
            assert library.undo_log.undo() == "annotations imported"
            assert len(library.annotations.list_all()) == 2

    async def test_what_is_not_surely_found_comes_to_the_review(self, library: Library) -> None:
        made = story(library, f"{OWL}\n\n{MILL}\n\n{HONEY}", BRIDGE)
        (article, _) = library.articles.get_all(made.articles)
        library.articles.edit(article.id, {"url": PAGE})
        was = MILL.replace("in spring", "next summer")
        around = {"prefix": f"{OWL}\n\n"[-32:], "suffix": f"\n\n{HONEY}"[:32]}
        changed = row("a", target=[{"selector": [quote_selector(was, **around)]}])
        gone = row("b", target=[{"selector": [quote_selector(PARADE)]}])

        brought(library, rows(changed, gone))

        async with at_the_screen(library, made) as reader:
            await reader.press("R")
            reader.sees("review 1 of 2")
            reader.sees("text gone")
            await reader.press("d")
            reader.sees("[-summer-]{+spring+}")

    def test_it_does_not_import_textual(self, tmp_path: Path) -> None:
        (tmp_path / "a.json").write_text("[]")
        script = (
            "import sys\nfrom tui.cli.main import main\n"
            "main(['import', 'a.json'])\nmain(['export', '--format', 'csv'])\n"
            "sys.exit('textual' in sys.modules or 'trafilatura' in sys.modules)"
        )

        done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)

        assert done.returncode == 0, done.stderr
