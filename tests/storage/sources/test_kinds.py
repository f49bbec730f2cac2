from __future__ import annotations

import pytest

from storage.sources.kinds import Kind, by_ending, by_look, by_type
from tests.storage.desk import OWL
from tests.storage.sources import made


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (made.page(), "page"),
        (b"\xef\xbb\xbf\n<html lang=en><body>", "page"),
        (made.page().decode().encode("utf-16"), "page"),
        (b"<?xml version='1.0'?><!DOCTYPE html><html xmlns='x'>", "page"),
        (b"<p>An owl", "page"),
        (made.pdf(["An owl"]), "pdf"),
        (made.epub("<p>An owl</p>"), "epub"),
        (made.mail(), "mail"),
        (b"From nell@gazette.example Thu Mar 05\n" + made.mail(), "mail"),
        (made.rss(), "feed"),
        (made.ATOM, "feed"),
        (b"<rdf:RDF xmlns='x'>", "feed"),
        (made.OPML, "outlines"),
        (OWL.encode(), "text"),
        (b"# An owl\n\n<p>in Markdown", "text"),
        (b"From: the belfry\n\nAn owl has moved in.", "text"),
        (b"Date: today\nAn owl: it has moved in.\n", "text"),
        (b"<prose> is what this is", "text"),
        (b"", "text"),
    ],
)
def test_what_bytes_look_like(data: bytes, kind: Kind) -> None:
    assert by_look(data) == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [("owl.HTML", "page"), ("owl.tar.md", "text"), ("owl.eml", "mail"), ("owl", None)],
)
def test_what_an_ending_says(name: str, kind: Kind | None) -> None:
    assert by_ending(name) == kind


@pytest.mark.parametrize(
    ("content_type", "kind"),
    [
        ("text/HTML; charset=utf-8", "page"),
        ("application/octet-stream", "unknown"),
        ("text/xml", "unknown"),
        ("", "unknown"),
        ("image/png", None),
        ("video/mp4; codecs=x", None),
    ],
)
def test_what_a_server_says(content_type: str, kind: str | None) -> None:
    assert by_type(content_type) == kind
