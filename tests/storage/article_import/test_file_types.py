from __future__ import annotations

from collections import Counter
from importlib import import_module
from pkgutil import walk_packages

import pytest

from storage import article_import
from storage.article_import.file_types import (
    NOT_READ,
    find_by_ending,
    find_by_name,
    find_by_type,
    guess_by_look,
    list_formats,
    may_be_read,
)
from storage.article_import.input_format import InputFormat
from tests.storage.article_import import made
from tests.storage.desk import OWL


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(made.page(), "page", id="page"),
        (b"\xef\xbb\xbf\n<html lang=en><body>", "page"),
        pytest.param(made.page().decode().encode("utf-16"), "page", id="page in UTF-16"),
        (b"<?xml version='1.0'?><!DOCTYPE html><html xmlns='x'>", "page"),
        (b"<p>An owl", "page"),
        pytest.param(made.pdf(["An owl"]), "pdf", id="pdf"),
        pytest.param(made.epub("<p>An owl</p>"), "epub", id="epub"),
        pytest.param(made.mhtml(b"<p>An owl"), "mhtml", id="MHTML"),
        pytest.param(made.webarchive(b"<p>An owl"), "webarchive", id="web archive"),
        pytest.param(made.mail(), "mail", id="mail"),
        pytest.param(
            b"From nell@gazette.example Thu Mar 05\n" + made.mail(), "mailbox", id="mailbox"
        ),
        pytest.param(made.rss(), "feed", id="RSS"),
        pytest.param(made.ATOM, "feed", id="Atom"),
        (b"<rdf:RDF xmlns='x'>", "feed"),
        pytest.param(made.OPML, "outlines", id="OPML"),
        pytest.param(OWL.encode(), "text", id="prose"),
        (b"# An owl\n\n<p>in Markdown", "text"),
        (b"From: the belfry\n\nAn owl has moved in.", "text"),
        (b"Date: today\nAn owl: it has moved in.\n", "text"),
        (b"<prose> is what this is", "text"),
        (b"", "text"),
    ],
)
def test_what_bytes_look_like(data: bytes, name: str) -> None:
    assert guess_by_look(data).name == name


@pytest.mark.parametrize(
    ("file", "name"),
    [("owl.HTML", "page"), ("owl.tar.md", "text"), ("owl.eml", "mail"), ("owl.OPML", "outlines")],
)
def test_what_an_ending_says(file: str, name: str) -> None:
    assert find_by_ending(file) == find_by_name(name)
    assert find_by_ending("owl") is None


@pytest.mark.parametrize(
    ("content_type", "name", "is_read"),
    [
        ("text/HTML; charset=utf-8", "page", True),
        ("application/octet-stream", None, True),
        ("text/xml", None, True),
        ("", None, True),
        ("image/png", None, False),
        ("video/mp4; codecs=x", None, False),
    ],
)
def test_what_a_server_says(content_type: str, name: str | None, is_read: bool) -> None:
    assert find_by_type(content_type) == (find_by_name(name) if name else None)
    assert may_be_read(content_type) == is_read


class TestRegistry:
    def test_every_format_that_is_described_is_in_it(self) -> None:
        modules = walk_packages(article_import.__path__, f"{article_import.__name__}.")
        described = {
            f"{module.name}.{name}"
            for module in modules
            for name, value in vars(import_module(module.name)).items()
            if isinstance(value, InputFormat) and value not in list_formats()
        }
        assert described == set()

    @pytest.mark.parametrize("part", ["names", "endings", "content_types"])
    def test_no_two_formats_claim_the_same(self, part: str) -> None:
        claims = Counter(
            claim
            for one in list_formats()
            for claim in ([one.name] if part == "names" else getattr(one, part))
        )
        assert [claim for claim, count in claims.items() if count > 1] == []
        assert all(claim == claim.lower() for claim in claims)

    def test_what_is_read_is_not_refused(self) -> None:
        assert [
            ending for one in list_formats() for ending in one.endings if ending in NOT_READ
        ] == []

    @pytest.mark.parametrize("name", made.VALID)
    def test_no_format_is_taken_for_another_by_its_look(self, name: str) -> None:
        assert {guess_by_look(data).name for data in made.VALID[name]} == {name}
