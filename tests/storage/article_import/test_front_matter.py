from __future__ import annotations

import pytest

from storage.article_import.front_matter import FrontMatterFields, read_front_matter
from tests.storage.desk import OWL

ADDRESS = "https://www.gazette.example/owl"
ALL = {"title": "Owl moves in", "author": "Nell Harker, Tom Ash", "url": ADDRESS}

CLIPPERS = {
    "Obsidian Web Clipper": f"""\
---
title: "Owl moves in"
source: "{ADDRESS}"
author:
  - "[[Nell Harker]]"
  - "[[people/Tom Ash|Tom Ash]]"
published: 2026-03-05
created: 2026-03-07
description: "A barn owl has moved into the belfry."
tags:
  - "clippings"
---
""",
    "Obsidian, links without quotes": f"""\
---
title: Owl moves in
source: {ADDRESS}
author: [[Nell Harker]], [[Tom Ash]]
published: 5 March 2026
---
""",
    "MarkDownload": f"""\
---
created: 2026-03-05T00:00:00
tags: []
source: {ADDRESS}
author: Nell Harker, Tom Ash
---

# Owl moves in
""",
    "Zettlr": f"""\
---
title: 'Owl moves in'
keywords: [bird]
author: [Nell Harker, Tom Ash]
date: 2026-03-05
url: {ADDRESS}
...
""",
    "Hugo, as JSON": f"""\
{{
  "title": "Owl moves in",
  "authors": ["Nell Harker", "Tom Ash"],
  "date": "2026-03-05",
  "params": {{"weight": 3, "draft": false}},
  "canonical": "{ADDRESS}"
}}
""",
    "Org": f"""\
#+TITLE: Owl moves in
#+AUTHOR: Nell Harker, Tom Ash
#+DATE: 2026-03-05
#+URL: {ADDRESS}
""",
    "in German": f"""\
---
titel: Owl moves in
autor: [Nell Harker, Tom Ash]
quelle: {ADDRESS}
datum: 5. März 2026
---
""",
    "in French": f"""\
---
titre: Owl moves in
auteur: Nell Harker, Tom Ash
source: {ADDRESS}
publié: 5 mars 2026
---
""",
    "in Spanish, without fences": f"""\
título: Owl moves in
autor: Nell Harker, Tom Ash
fuente: {ADDRESS}
fecha: 5 de marzo de 2026
""",
    "Notion": f"""\
# Owl moves in

Authors: Nell Harker, Tom Ash
Published: March 5, 2026
Tags: bird, belfry
URL: {ADDRESS}

""",
    "Readwise": f"""\
# Owl moves in

![rw-book-cover](https://readwise.example/article.png)

## Metadata
- Author: [[Nell Harker]], [[Tom Ash]]
- Full Title: Owl moves in
- Category: #articles
- Published Date: 2026-03-05
- URL: {ADDRESS}

## Highlights
""",
    "Hugo": f"""\
+++
title = "Owl moves in"
date = 2026-03-05
authors = ["Nell Harker", "Tom Ash"]
canonical_url = "{ADDRESS}"
+++
""",
}


@pytest.mark.parametrize("clipper", CLIPPERS)
def test_clippers_are_understood(clipper: str) -> None:
    known, notice = read_front_matter(f"{CLIPPERS[clipper]}\n{OWL}\n")

    assert {"title": "Owl moves in"} | known == ALL | {"published": "2026-03-05"}
    assert ("created" in notice) == (clipper == "MarkDownload")


def test_the_day_on_which_a_note_was_made_is_the_articles_only_where_none_is_told() -> None:
    text = f"---\ncreated: 2026-03-05 09:00:00Z\nsource: {ADDRESS}\n---\n{OWL}"

    assert read_front_matter(text) == FrontMatterFields(
        {"url": ADDRESS, "published": "2026-03-05T09:00:00Z"},
        "is dated by “created”, which may be the day it was kept",
    )


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("title: Owl: it moved in", "title", "Owl: it moved in"),
        ('title: "Owl "Hoot" moved in"', "title", 'Owl "Hoot" moved in'),
        ("author: @nell", "author", "@nell"),
        ("author: [Nell Harker](https://a.example/nell)", "author", "Nell Harker"),
        ("author: {name: Nell Harker}", "author", "Nell Harker"),
        ('author: "[[Nell Harker|N. Harker]]"', "author", "N. Harker"),
        ("author: [[Nell Harker]]", "author", "Nell Harker"),
        (f"source: [Gazette]({ADDRESS})", "url", ADDRESS),
        (f"source: <{ADDRESS}>", "url", ADDRESS),
        ("source: The Gazette", "outlet", "The Gazette"),
        ("Site-Name: The Gazette", "outlet", "The Gazette"),
        ('citekey: "@harker2026"', "citation_key", "harker2026"),
        ("citation-key: two words\nbibkey: harker2026", "citation_key", "harker2026"),
    ],
)
def test_what_stands_in_a_line_is_read(line: str, name: str, value: str) -> None:
    text = f"---\nmood: 'dark: and light'\n{line}\n---\n{OWL}"

    assert read_front_matter(text).known[name] == value


def test_of_an_address_and_a_source_both_are_kept() -> None:
    text = f"---\nurl: {ADDRESS}\nsource: Gazette\n---\n"

    assert read_front_matter(text).known == {"url": ADDRESS, "outlet": "Gazette"}


GERMAN = "Die Eule ist in den Turm gezogen und hält den ganzen Chor wach, wie es scheint."


@pytest.mark.parametrize(
    ("lines", "body", "published"),
    [
        ("date: 05/03/2026\nlang: en-GB", OWL, "2026-03-05"),
        ("date: 05/03/2026\nlang: en-US", OWL, "2026-05-03"),
        ("date: 05/03/2026", GERMAN, "2026-03-05"),
        ("date: 05.03.2026", OWL, "2026-03-05"),
        ("date: 05/03/2026\npubdate: 2026-05-03", OWL, "2026-05-03"),
    ],
)
def test_the_language_says_what_a_date_means(lines: str, body: str, published: str) -> None:
    known, notice = read_front_matter(f"---\n{lines}\n---\n{body}")

    assert (known["published"], notice) == (published, "")


def test_a_date_that_may_be_two_is_none_and_told() -> None:
    known, notice = read_front_matter(f"---\ndate: 05/03/2026\n---\n{OWL}")

    assert "published" not in known
    assert notice == (
        "has no date: “05/03/2026” may be 5 March 2026 (2026-03-05) or 3 May 2026 (2026-05-03);"
        " edit it to say which"
    )


def test_the_lines_of_pandoc_are_title_authors_and_date() -> None:
    text = f"% Owl\n  moves in\n% Nell Harker; Tom Ash\n% 5 March 2026\n\n{OWL}\n"

    assert read_front_matter(text).known == {
        "title": "Owl moves in",
        "author": "Nell Harker, Tom Ash",
        "published": "2026-03-05",
    }


def test_an_address_alone_below_the_headline_is_the_article_s() -> None:
    assert read_front_matter(f"Owl moves in\n<{ADDRESS}>\n\n{OWL}\n").known == {"url": ADDRESS}
