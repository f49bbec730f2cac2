from __future__ import annotations

from pathlib import Path

import pytest

from tests.storage.desk import HONEY, OWL
from tests.tui.cli.calling import FIRST, HEADLINE, SECOND, Buffer, Copydesk, failed


class TestCompare:
    def test_json_has_the_keys_that_are_promised(self, copydesk: Copydesk, folder: Path) -> None:
        paths = [str(folder / "first.txt"), str(folder / "second.txt")]

        document = copydesk("compare", *paths, "--json").json

        assert list(document)[:4] == ["schema", "articles", "passages", "groups"]
        assert document["articles"] == [
            {
                "id": 0,
                "path": paths[0],
                "title": HEADLINE,
                "characters": len(FIRST),
                "words": 32,
                "shared_words": 14,
                "only_here_words": 18,
                "repeated_words": 0,
                "boilerplate_words": 0,
                "derivation": "partly",
                "derived_words": 19,
                "shared_words_in_quotations": 0,
            },
            {
                "id": 1,
                "path": paths[1],
                "title": "The choir and its lodger",
                "characters": len(SECOND),
                "words": 32,
                "shared_words": 14,
                "only_here_words": 18,
                "repeated_words": 0,
                "boilerplate_words": 0,
                "derivation": "partly",
                "derived_words": 14,
                "shared_words_in_quotations": 0,
            },
        ]
        left, right = (
            {"article": article, "start": text.index(OWL), "end": text.index(OWL) + len(OWL)}
            for article, text in enumerate((FIRST, SECOND))
        )
        assert document["passages"] == [
            {"left": left, "right": right, "kind": "verbatim", "similarity": 1.0, "changes": []}
        ]
        assert document["groups"] == [{"id": 1, "spans": [left, right]}]

    def test_people_see_who_shares_what(self, copydesk: Copydesk, folder: Path) -> None:
        lines = copydesk("compare", folder).lines

        assert lines[1].split() == ["A", "32", "44%", "56%", "0%", "first.txt"]
        assert lines[2].split() == ["B", "32", "44%", "56%", "0%", "second.txt"]
        assert lines[5].split()[:5] == ["1", "verbatim", "14", "A", "B"]
        assert OWL[:50] in lines[5]

    def test_repeats_are_counted(self, copydesk: Copydesk, folder: Path) -> None:
        (folder / "again.txt").write_text(f"{OWL}\n\n{HONEY}\n\n{OWL}\n")

        (article,) = copydesk("compare", folder / "again.txt", "--json").json["articles"]

        assert (article["repeated_words"], article["shared_words"]) == (28, 0)

    def test_one_of_them_may_be_standard_input(
        self, copydesk: Copydesk, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("sys.stdin", Buffer(SECOND.encode()))

        first, given = copydesk("compare", folder / "first.txt", "-", "--json").json["articles"]

        assert (first["shared_words"], given["shared_words"]) == (14, 14)
        assert (given["path"], given["title"]) == (None, "The choir and its lodger")

    def test_texts_without_anything_in_common(self, copydesk: Copydesk, folder: Path) -> None:
        answer = copydesk("compare", folder / "first.txt")

        assert answer.status == 0
        assert answer.lines[-1] == "No shared passages."

    def test_the_library_is_not_touched(self, copydesk: Copydesk, folder: Path, home: Path) -> None:
        copydesk("compare", folder)
        copydesk("compare", folder, "--json", "--library", folder / "desk.db")

        assert list(home.iterdir()) == []
        assert not (folder / "desk.db").exists()

    def test_a_bad_file_keeps_the_good_ones_not_out(self, copydesk: Copydesk, folder: Path) -> None:
        answer = copydesk("compare", folder, folder / "missing.txt", "--json")

        assert failed(answer, f"Cannot read {folder}/missing.txt: no such file.")
        assert len(answer.json["articles"]) == 2

    def test_without_a_file_that_can_be_read_there_is_no_document(self, copydesk: Copydesk) -> None:
        answer = copydesk("compare", "missing.txt", "--json")

        assert failed(answer, "Cannot read missing.txt: no such file.")
        assert answer.out == ""

    def test_what_is_too_long_is_named_and_the_others_are_compared(
        self, copydesk: Copydesk, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("storage.comparable.MOST_WORDS_COMPARED", 70)
        (folder / "third.txt").write_text(f"The shelf\n\n{HONEY * 9}", encoding="utf-8")

        answer = copydesk("compare", folder, "--json")

        assert answer.err == (
            "copydesk: Too long to compare, left out: third. The limit is 70 words in all.\n"
        )
        assert [one["shared_words"] for one in answer.json["articles"]] == [14, 14, 0]
