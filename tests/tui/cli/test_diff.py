from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.models import NewArticle
from storage.open_library import open_library
from tests.storage.article_import import made
from tests.storage.article_import.serving import Site, serving
from tests.storage.desk import MILL, OWL, PARADE
from tests.tui.cli.calling import ESCAPES, Copydesk, controls, failed, is_wrong_call, library_of

OLD = f"{OWL}\n\n{MILL} It cost 12 million euros."
NEW = f"{OWL}\n\n{MILL} It cost 1.2 million euros.\n\n{PARADE}"
NEWEST = f"{NEW}\n\nCorrection: An earlier version gave another sum."
SIGNS = "~~removed~~, **added**"
URL = "https://gazette.example/owl"

pytestmark = pytest.mark.usefixtures("shared_process")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / name for name in ("old.txt", "new.txt")]
    for path, text in zip(paths, (OLD, NEW), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.fixture
def versions(copydesk: Copydesk) -> list[str]:
    """Add three versions of an article; returns their ids."""
    with open_library(library_of(copydesk)) as library:
        return [
            library.articles.add(NewArticle(text, title, "Gazette", url=URL, modified=day))[0].id
            for text, title, day in (
                (OLD, "Owl moves", "2026-03-02"),
                (NEWEST, "Owl moves in", "2026-03-04"),
                (NEW, "Owl moves in", "2026-03-03"),
            )
        ]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def test_files_are_held_against_each_other(copydesk: Copydesk, files: list[Path]) -> None:
    answer = copydesk("diff", *files)

    assert (answer.status, answer.err) == (0, "")
    assert answer.lines[2:] == [
        f"3 changes: title changed, 1 figure or date, 1 added; {SIGNS}",
        "",
        "Title",
        "  ~~old~~ **new**",
        "",
        "Figure or date",
        "  ¶2: It cost ~~12~~ **1.2** million euros.",
        "",
        "Added",
        f"  ¶3: **{PARADE}**",
    ]


def test_files_that_say_the_same_have_no_changes(copydesk: Copydesk, files: list[Path]) -> None:
    assert copydesk("diff", files[0], files[0]).lines[2:] == ["No changes."]


def test_json_has_the_keys_that_are_promised(copydesk: Copydesk, files: list[Path]) -> None:
    document = copydesk("diff", *files, "--json").json

    assert list(document) == ["schema", "articles", "revisions"]
    assert document["schema"] == 2
    assert [one["path"] for one in document["articles"]] == list(map(str, files))
    assert document["articles"][0]["library_id"] is None
    (revision,) = document["revisions"]
    assert (revision["old"], revision["new"]) == (0, 1)
    assert revision["fields"] == [{"name": "title", "old": "old", "new": "new"}]
    figure, added = revision["changes"]
    sentence = OLD.index("It cost")
    start = OLD.index("12")
    assert figure["kind"] == "figure"
    assert figure["old"] == {"article": 0, "start": sentence, "end": len(OLD)}
    assert figure["words"] == [
        {
            "kind": "figure",
            "old": {"article": 0, "start": start, "end": start + 2},
            "new": {"article": 1, "start": start, "end": start + 3},
        }
    ]
    begin = NEW.index(PARADE)
    assert added == {
        "kind": "added",
        "old": None,
        "new": {"article": 1, "start": begin, "end": len(NEW)},
        "words": [],
    }


def test_all_versions_of_an_article_follow_upon_each_other(
    copydesk: Copydesk, versions: list[str]
) -> None:
    old, newest, new = versions

    for name in (old, newest, "owl moves in", URL, f"{URL}?utm_source=x"):
        document = copydesk("diff", name, "--json").json
        assert [one["library_id"] for one in document["articles"]] == [old, new, newest]
        kinds = [[one["kind"] for one in each["changes"]] for each in document["revisions"]]
        assert kinds == [["figure", "added"], ["correction"]]
    last = document["revisions"][1]["changes"][0]["new"]
    assert last["article"] == 2


def test_two_of_them_may_be_named(copydesk: Copydesk, versions: list[str]) -> None:
    lines = copydesk("diff", versions[0], versions[1]).lines

    assert lines[:3] == [
        "old: Owl moves, Gazette, modified 2026-03-02",
        "new: Owl moves in, Gazette, modified 2026-03-04",
        "4 changes: title changed, 1 correction, 1 figure or date, 1 added; ~~removed~~, **added**",
    ]


def test_a_file_is_held_against_an_article(
    copydesk: Copydesk, versions: list[str], files: list[Path]
) -> None:
    document = copydesk("diff", versions[1], files[0], "--json").json

    assert [one["library_id"] for one in document["articles"]] == [versions[1], None]
    assert len(copydesk("list", "--json").json) == 3


def test_an_address_that_is_not_in_the_library_is_fetched(
    copydesk: Copydesk, versions: list[str], site: Site
) -> None:
    address = site.put("/owl", made.page())

    refused = copydesk("diff", versions[0], address)
    assert refused.status == 1
    assert "private network" in refused.err
    answer = copydesk("diff", versions[0], address, "--allow-local", "--json")
    assert answer.json["articles"][1]["url"] == address


def test_markdown_is_a_page_with_headings(copydesk: Copydesk, versions: list[str]) -> None:
    page = copydesk("diff", versions[0], "--markdown").out

    assert page.count("# Changes in [Owl moves in](<https://gazette.example/owl>)") == 2
    assert "- title: ~~Owl moves~~ **Owl moves in**" in page
    assert "\n## Figure or date\n\n- ¶2: It cost ~~12~~ **1.2** million euros.\n" in page


def test_nothing_in_an_article_is_obeyed(copydesk: Copydesk, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"# Owl {ESCAPES}\n\n{OWL}", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"# Owl\n\n{OWL}\n\n# Head {ESCAPES} <b>`", encoding="utf-8")

    for form in ([], ["--json"], ["--markdown"]):
        answer = copydesk("diff", tmp_path / "a.txt", tmp_path / "b.txt", *form)
        assert answer.status == 0
        assert not controls(answer.out)
    assert "\n# Head" not in copydesk("diff", tmp_path / "a.txt", tmp_path / "b.txt").out


def test_wrong_calls(copydesk: Copydesk, files: list[Path], versions: list[str]) -> None:
    assert is_wrong_call(copydesk("diff", files[0]))
    assert is_wrong_call(copydesk("diff", *files, "--json", "--markdown"))
    assert is_wrong_call(copydesk("diff", versions[0], ""))
    assert failed(
        copydesk("diff", "https://gazette.example/mill"),
        "No article in the library has the address https://gazette.example/mill.",
    )


def test_one_version_alone_is_told(copydesk: Copydesk, files: list[Path]) -> None:
    copydesk("add", files[0])

    assert failed(
        copydesk("diff", "old"),
        "“old” has only one version; name another article to compare it with.",
    )
