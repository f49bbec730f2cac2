"""Texts that attack whoever shows, stores or exports them."""

from __future__ import annotations

from storage.library import Library
from storage.models import Story
from tests.storage.desk import BRIDGE, MILL, OWL, annotate, done, story

ESCAPES = "\x1b]52;c;b3du\x07\x1b[2J\x1b]8;;x:\x1b\\\x9b31m\x90q\x9c\u202eowl\u2066\x00\x7f\u2028"
"""Would write the clipboard, clear the screen, make a link, and turn what follows around."""
HOSTILE_TEXTS = (
    ESCAPES,
    f"One line {ESCAPES}\nand another\r\n\r\n",
    "[bold red]markup[/] [link=x]y[/] {braces} {{ jinja }} {% raw %} <b>html</b> `code` [a](b)",
    "'; DROP TABLE article; -- \" OR 1=1 AND NEAR(a b) a* ^b title:c",
    "../../etc/passwd ~root /dev/zero file:///etc/passwd javascript:alert(1)",
    "\ud800 half a pair",
    "é̂̃̄ 👩‍👩‍👧‍👦 🇩🇪 天地人 ไทย سلام שלום \u200b\ufeff\u00ad",
    "a" * 5_000,
    "word " * 2_000,
    "\n" * 300,
    "",
)
"""Texts for every field."""


def add_hostile_story(library: Library) -> Story:
    """Make a story as an earlier version or another program stored it: nothing in it is clean."""
    made = story(library, f"{OWL} {ESCAPES}\n\n{MILL}", f"{BRIDGE}\n\n{OWL} {ESCAPES}", MILL)
    for name in made.articles[:2]:
        annotate(library, library.articles.get(name), OWL, ESCAPES, "bird", "nest")
        library.tags.set_on_article(name, ["desk"])
    columns = [
        *(("article", name) for name in ("title", "outlet", "author", "url", "path")),
        *(("story", "name"), ("tag", "name"), ("tag", "description")),
        *(("target", name) for name in ("quote", "prefix", "suffix")),
    ]
    code = "||".join(f"char({ord(sign)})" for sign in ESCAPES)
    done(
        library.path,
        *(f"UPDATE {table} SET {name} = {code} || {name}" for table, name in columns),
        "UPDATE tag SET key = name",
    )
    return library.stories.get(made.id)
