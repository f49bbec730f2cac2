"""`python -m textreuse`: the engine's own command line."""

from __future__ import annotations

import errno
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from storage.article_import.gather import gather
from tests.textreuse.stories import DAM, FERRY, KEEPER, ROAD
from textreuse.__main__ import is_closed_pipe, main
from tui.cli.compare import compare_as_json


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Write two texts that share a sentence, one of them as Windows does."""
    texts = [f"{KEEPER} {FERRY} “{DAM}”\n", f"\ufeff{ROAD}\r\n\r\n{FERRY}\r\n"]
    paths = [tmp_path / "first.txt", tmp_path / "second.txt"]
    for path, text in zip(paths, texts, strict=True):
        path.write_bytes(text.encode())
    return list(map(str, paths))


@pytest.mark.parametrize("with_text", [False, True])
def test_json_is_that_of_copydesk_but_for_the_titles(
    files: list[str], with_text: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *files, "--json", *(["--text"] if with_text else [])]) == 0

    document = json.loads(capsys.readouterr().out)
    theirs = compare_as_json(gather(files).articles, with_text=with_text)
    assert [one.pop("title") for one in document["articles"]] == ["first", "second"]
    for article in theirs["articles"]:
        del article["title"]
    assert document == theirs
    assert len(document["passages"]) == 1


def test_people_see_each_passage(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *files]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"0: 38 words, 13 shared: {files[0]}"
    assert lines[3] == f"verbatim, 13 words, in 0 1: {FERRY[:60]}"


def test_texts_without_anything_in_common_from_standard_input(
    files: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ROAD.encode())))

    assert main(["compare", files[0], "-"]) == 0
    assert capsys.readouterr().out.endswith("\n\nNo shared passages.\n")


def test_no_text_acts_on_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hostile = tmp_path / "a\x1b[2J\u202e.txt"
    hostile.write_text(f"\x1b]0;owned\x07 \x7f \x9b31m {FERRY} \u202e {FERRY}", "utf-8")

    for call in (["--json", "--text"], []):
        assert main(["compare", str(hostile), *call]) == 0
        assert all(sign.isprintable() for sign in capsys.readouterr().out.replace("\n", ""))


def test_what_cannot_be_read_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textreuse.__main__._LARGEST", 2**20)
    large = tmp_path / "large.txt"
    large.write_bytes(b" " * (2**20 + 1))
    for name, told, why in (
        (str(tmp_path), tmp_path, "Is a directory"),
        ("", "“”", "Is a directory"),
        (str(large), large, "it has more than 1 MB"),
    ):
        assert main(["compare", name]) == 1
        said = capsys.readouterr()
        assert (said.out, said.err) == ("", f"textreuse: Cannot read {told}: {why}.\n")


def test_a_wrong_call_is_told_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(["compare"])

    assert leaving.value.code == 2
    assert capsys.readouterr().err == (
        "textreuse: the following arguments are required: FILE"
        " (see `python -m textreuse compare --help`)\n"
    )


def test_a_reader_that_has_had_enough_is_no_failure(
    files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_line: str) -> int:
        raise BrokenPipeError

    done = []
    monkeypatch.setattr("os.dup2", lambda *ends: done.append(ends[1]))
    monkeypatch.setattr("sys.stdout.write", refuse)

    assert main(["compare", *files]) == 0
    assert done == [1]


@pytest.mark.parametrize(("call", "status"), [(["no such file"], 1), ([], 2)])
def test_what_it_complains_of_need_not_be_read(call: list[str], status: int) -> None:
    reading, writing = os.pipe()
    os.close(reading)

    with open(writing, "wb") as closed:  # noqa: PTH123
        command = [sys.executable, "-m", "textreuse", "compare", *call]
        assert subprocess.run(command, stderr=closed, check=False).returncode == status


def test_windows_says_otherwise_that_a_pipe_is_closed() -> None:
    invalid = OSError(errno.EINVAL, "Invalid argument")

    assert is_closed_pipe(invalid, "win32")
    assert not is_closed_pipe(invalid, "linux")
    assert is_closed_pipe(BrokenPipeError(), "linux")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk at hand")
def test_a_full_disk_is_told(files: list[str]) -> None:
    call = [sys.executable, "-m", "textreuse", "compare", *files]
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(call, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    told = "textreuse: Cannot write the output: No space left on device.\n"
    assert (ended.returncode, ended.stderr) == (1, told)
