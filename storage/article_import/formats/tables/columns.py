"""Which column of a table tells what of an article: by its name, or by what a person said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from storage.errors import ReadError
from storage.tables.article_fields import FIELDS

Columns = Mapping[str, str]
"""The column, by its name, that has each of the `NAMES`, as far as there is one."""

_TEXT = (
    *("text", "body", "full text", "maintext", "plaintext", "body text", "article text"),
    *("article body", "main text", "plain text", "content", "content text", "story text"),
    *("text content", "transcript", "article", "story", "content html", "html content"),
    *("volltext", "artikeltext", "inhalt", "texte", "contenu", "texto", "contenido", "cuerpo"),
    *("testo", "contenuto", "tekst", "inhoud"),
)
"""Names of the column that has the texts, the surest first; news-please calls it maintext, fundus
plaintext, passim text."""
_MORE: Mapping[str, Sequence[str]] = {
    "title": ("hed", "article title", "web title", "subject"),
    "outlet": (
        *("media name", "newspaper", "publication title", "source domain", "domain", "series"),
        *("journal", "media"),
    ),
    "author": ("writer", "autor/a", "creators"),
    "published": (
        *("publishing date", "date publish", "datepublished", "published on", "seendate"),
        *("web publication date", "first publication date", "timestamp"),
    ),
    "url": ("address", "web url", "href", "requested url", "resolved url", "weburl", "title url"),
    "citation_key": (),
}
NAMES = ("text", *FIELDS)
"""What columns can be said to have."""


def choose_columns(names: Sequence[str], said: str = "") -> dict[str, str]:
    """Return which of the columns with these names tells what; `said` is `text=body,date=pub`.

    Neither case nor what joins words counts: `Publish_Date` is `publish date`. `ReadError`, in
    words that follow a file's name, where a column that is said is not there.
    """
    # Of what stands in objects of JSON, as in `fields.bodyText`, its own name tells too.
    by_form = {_fold(name.rpartition(".")[2]): name for name in reversed(names)}
    by_form |= {_fold(name): name for name in reversed(names)}
    chosen = dict(_read_said(said, by_form, names))
    for field, known in _list_known():
        if field not in chosen:
            free = (by_form[one] for one in map(_fold, known) if one in by_form)
            found = next((name for name in free if name not in chosen.values()), None)
            if found is not None:
                chosen[field] = found
    return chosen


def describe_columns(columns: Columns) -> str:
    """Return what was chosen, as it can be said: `text=body, title=headline`."""
    return ", ".join(f"{field}={columns[field]}" for field in NAMES if field in columns)


def _read_said(
    said: str, by_form: Mapping[str, str], names: Sequence[str]
) -> Iterator[tuple[str, str]]:
    for part in filter(None, map(str.strip, said.split(","))):
        field, _, name = (one.strip() for one in part.partition("="))
        field = _ALIASES.get(field.lower(), field.lower())
        if field not in NAMES or not name:
            raise ReadError(f"is a table; say its columns as text=NAME,title=NAME, not “{part}”")
        if _fold(name) not in by_form:
            raise ReadError(f"has no column “{name}”, only {', '.join(names)}")
        yield field, by_form[_fold(name)]


_ALIASES = {
    "date": "published",
    "source": "outlet",
    "address": "url",
    "link": "url",
    "key": "citation_key",
}


def _list_known() -> Iterator[tuple[str, Sequence[str]]]:
    yield "text", _TEXT
    for field, known in FIELDS.items():
        yield field, (*known, *_MORE[field])


def _fold(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()
