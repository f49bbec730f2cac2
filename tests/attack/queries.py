"""Whatever is typed to find something: each is a query, and none is a pattern, SQL or a fault."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from storage.article_import.add_articles import add_articles
from storage.errors import CopydeskError
from storage.export.selection import select_search, select_tag
from storage.library import Library
from storage.open_library import open_library
from storage.paths import library_path
from tests.attack.commands import check_library, try_call
from tests.attack.desks import make_desk
from tests.attack.words import SENTENCES, choose_hostile, choose_signs, choose_snippet
from tests.storage.desk import draft
from tui.library.contents import LibraryContents
from tui.story.page import Page
from tui.story.text_search import TextSearch

_PIECES = (
    *(
        '"',
        "*",
        "(",
        ")",
        "^",
        ":",
        "-",
        "+",
        "{",
        "}",
        "\\",
        "%",
        "_",
        "'",
        ";",
        "--",
        "/*",
        "[",
        "?",
    ),
    *(
        " AND ",
        " OR ",
        " NOT ",
        "NEAR(",
        ", 10)",
        "title:",
        "outlet:",
        "tag:",
        "story:",
        "after:",
        "before:",
    ),
    *(
        'outlet:"',
        "after:2026",
        "before:9999-99-99",
        "after:2026-02-30",
        "after:0000",
        "source:x",
        "tag:*",
    ),
    *(
        "rowid:",
        "article_search",
        "owl*",
        "*owl",
        '"owl',
        'owl"',
        "天地",
        "天",
        "\0",
        "\ud800",
        "a" * 3_000,
    ),
)


def attack(rng: random.Random, _folder: Path) -> str:
    """Ask a library everything that takes what is typed; what is known to be there is found."""
    make_desk(rng, library_path())
    with open_library(library_path()) as library:
        (known, _), *_ = add_articles(library, [draft("\n\n".join(SENTENCES), "Six known ones")])
        contents = LibraryContents()
        contents.take(library.articles.list_all(), library.stories.list_all())
        inside = TextSearch([Page(known.text)])
        for _ in range(rng.randrange(10, 25)):
            typed = choose_query(rng)
            for ask in (*_list_questions(library), contents.filter, inside.look_for):
                with suppress(CopydeskError):
                    ask(typed)
        words = rng.choice(SENTENCES).rstrip(".").split()
        asked = " ".join(rng.sample(words, rng.randrange(1, 5)))
        found = {one.article for one in library.search.find(asked)}
        assert known.id in found, f"{asked!r} is not found"
    typed = choose_query(rng)
    answer = try_call("search", "--json", "--", typed, statuses=(0, 1))
    assert answer.status or isinstance(json.loads(answer.out), list)
    try_call("search", "--", typed, terminal=True)
    try_call("export", f"--search={typed or 'x'}", "--format", "csv", "-o", "-", statuses=(0, 1, 2))
    check_library(library_path())
    return "queries"


def _list_questions(library: Library) -> tuple[Callable[[str], object], ...]:
    return (
        library.search.find,
        library.articles.find,
        library.stories.find,
        library.stories.find_named,
        lambda typed: select_tag(library, typed),
        lambda typed: select_search(library, typed),
    )


def choose_query(rng: random.Random) -> str:
    """Return something that somebody may type, or that a program may send."""
    kind = rng.random()
    if kind < 0.5:
        return "".join(
            rng.choice((rng.choice(_PIECES), rng.choice(rng.choice(SENTENCES).split()), " "))
            for _ in range(rng.randrange(1, 12))
        )
    if kind < 0.65:
        return " ".join(rng.choice(_PIECES) for _ in range(rng.choice((3, 100, 2_000))))[:50_000]
    return rng.choice((choose_hostile, choose_signs, choose_snippet))(rng)
