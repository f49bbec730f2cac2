from __future__ import annotations

from pathlib import Path

import pytest

from storage.article_import.file_types import describe_formats
from storage.article_import.gather import gather
from tests.storage.article_import import made
from tests.storage.article_import.made import write
from tests.storage.article_import.serving import Site
from tests.storage.desk import MILL, OWL

pytestmark = pytest.mark.usefixtures("shared_process")


def test_files_become_drafts_in_the_order_given(folder: Path) -> None:
    names = [write(folder / "owl.txt"), write(folder / "mill.md", f"# The mill\n\n{MILL}")]

    gathered = gather(reversed(names))

    assert [draft.title for draft in gathered.articles] == ["The mill", "owl"]
    assert [draft.path for draft in gathered.articles] == names[::-1]
    assert gathered.notices == gathered.problems == []


def test_a_tilde_is_the_users_home(home: Path) -> None:
    write(home / "owl.txt")

    assert len(gather(["~/owl.txt"]).articles) == 1


def test_the_outlet_is_that_of_all(folder: Path) -> None:
    write(folder / "owl.txt", f"---\nsource: Gazette\n---\n{OWL}")
    write(folder / "page.html", made.page())

    drafts = gather([str(folder)], outlet="Herald").articles

    assert [draft.outlet for draft in drafts] == ["Herald", "Herald"]


def test_one_that_cannot_be_read_keeps_no_other_out(folder: Path) -> None:
    names = [
        write(folder / "owl.txt"),
        str(folder / "missing.txt"),
        write(folder / "empty.txt", ""),
        write(folder / "zeros.txt", b"\0\0\0"),
        write(folder / "cut.pdf", made.pdf([OWL])[:200]),
        write(folder / "scan.pdf", made.pdf([])),
        write(folder / "mill.txt", MILL),
    ]

    gathered = gather(names)

    assert [draft.title for draft in gathered.articles] == ["owl", "mill"]
    assert gathered.problems == [
        f"Cannot read {folder}/missing.txt: no such file.",
        f"{folder}/empty.txt is empty.",
        f"{folder}/zeros.txt is a binary file, not text.",
        f"{folder}/cut.pdf cannot be read as a PDF: it seems to be damaged.",
        f"{folder}/scan.pdf has no text, only images; run a scan through OCR first.",
    ]


def test_an_older_encoding_is_told(folder: Path) -> None:
    path = write(folder / "owl.txt", "The sexton didn’t mind the owl’s nest.".encode("cp1252"))

    gathered = gather([path])

    assert gathered.notices == [f"{path} was read as Windows-1252."]
    assert gathered.problems == []


@pytest.mark.parametrize(
    "name", ["~nobody-of-that-name/owl.txt", "owl\0.txt", "o" * 300, f"{'o' * 300}.html"]
)
def test_an_impossible_name_is_a_problem_like_any_other(name: str) -> None:
    gathered = gather([name])

    assert gathered.articles == []
    assert len(gathered.problems) == 1


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("memo.AZW3", f"a Kindle book; Copydesk reads {describe_formats()}"),
        ("memo.DOC", "an old Word document; save it as .docx"),
    ],
)
def test_other_kinds_of_files_are_refused(folder: Path, name: str, told: str) -> None:
    path = write(folder / name)

    assert gather([path]).problems == [f"{path} is {told}."]
    assert "no such file" in gather([f"{folder}/missing.doc"]).problems[0]


def test_what_is_only_called_a_word_document_is_read_as_what_it_is(folder: Path) -> None:
    names = [
        write(folder / "owl.doc", made.rtf(OWL)),
        write(folder / "mill.doc", made.docx(made.w_p(MILL))),
        write(folder / "page.doc", made.page()),
    ]
    gathered = gather(names)

    assert gathered.problems == []
    assert [one.text for one in gathered.articles][:2] == [OWL, MILL]


@pytest.mark.parametrize("name", ["notes.json", "notes.JSONLD"])
def test_annotations_are_told_from_articles(folder: Path, name: str) -> None:
    path = write(folder / name)

    (problem,) = gather([path]).problems

    assert problem.startswith(f"{path} is not an article")
    assert "`copydesk import`" in problem


def test_without_an_ending_it_is_what_it_looks_like(folder: Path) -> None:
    names = [write(folder / "owl.article"), write(folder / "saved", made.page())]

    assert [draft.title for draft in gather(names).articles] == ["owl", made.HEADLINE]


def test_a_feed_is_no_article(folder: Path) -> None:
    path = write(folder / "feed.xml", made.rss(made.item("Owl", "https://gazette.example/")))

    assert gather([path]).problems == [
        f"{path} is a feed, not an article; use `copydesk add` to list its entries."
    ]
    assert "is XML but not a feed" in gather([write(folder / "a.xml", "<a>owl</a>")]).problems[0]


def test_progress_is_told(folder: Path) -> None:
    write(folder / "owl.txt")
    write(folder / "mill.txt", MILL)
    told = []

    gather([str(folder)], progress=lambda done, total: told.append((done, total)))

    assert told == [(0, 2), (1, 2)]


class TestAddresses:
    def test_a_page_knows_where_it_came_from(self, site: Site) -> None:
        address = site.put("/owl?utm_source=x", made.page()) + "#top"

        (draft,) = gather([address], allow_local=True).articles

        assert (draft.title, draft.url, draft.path) == (
            made.HEADLINE,
            f"{site.address}/owl",
            None,
        )
        assert draft.outlet == "The Belfry Gazette"

    def test_a_text_is_called_after_its_address(self, site: Site) -> None:
        from tests.storage.article_import.serving import answering

        address = site.put("/2026-03-05-owl.txt", answering(OWL.encode(), "text/plain"))

        (draft,) = gather([address], allow_local=True).articles

        assert (draft.title, draft.outlet) == ("2026-03-05-owl", "127.0.0.1")
        assert (draft.published, draft.url) == ("2026-03-05", address)

    def test_what_a_server_mislabels_is_read_as_what_it_is(self, site: Site) -> None:
        pdf, feed = site.put("/a", made.pdf([OWL])), site.put("/b", made.rss())

        gathered = gather([pdf, feed], allow_local=True)

        assert [draft.text for draft in gathered.articles] == [OWL]
        assert "is a feed" in gathered.problems[0]

    def test_addresses_of_this_machine_are_refused_unless_allowed(self, site: Site) -> None:
        (problem,) = gather([site.put("/owl", made.page())]).problems

        assert problem == (
            f"{site.address}/owl is on a private network;"
            " use `copydesk add --allow-local` to read it."
        )
        assert site.asked == []

    def test_another_scheme_is_refused(self) -> None:
        assert gather(["file:///etc/passwd"]).problems == [
            "file:///etc/passwd is not a web address; use http or https."
        ]


def test_a_table_that_has_to_be_chosen_from_is_no_feed(folder: Path) -> None:
    rows = "".join(f"Owl {number},An owl, it is number {number}.\n" for number in range(60))
    path = made.write(folder / "owls.csv", f"title,text\n{rows}")

    assert gather([path]).problems == [
        f"{path} has many articles; use `copydesk add` to list its entries."
    ]
