"""What front matter says of an article, however clippers and note programs name its fields."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from storage.tables.article_fields import FIELDS, flatten, parse_address, parse_citation_key
from storage.wording.written_dates import describe_readings, read_date

if TYPE_CHECKING:
    from textreuse import FrontMatter  # the engine is not needed to list articles

_NOTHING = ("", "~", "null", "Null", "NULL")
_WIKILINK = re.compile(r"\[\[([^\[\]|#]+)(?:#[^\[\]|]*)?(?:\|([^\[\]]*))?\]\]")
_LINK = re.compile(r"\[([^\[\]]*)\]\(\s*<?([^\s()<>]+(?:\([^\s()]*\)[^\s()]*)?)>?[^()]*\)")
_ENTRY = re.compile(r"(?m)^(?=[^\s#\-\]}])")
_PROPERTY = re.compile(r"[ \t]*(?:[-*+][ \t]+)?([^:\n]+?)[ \t]*::?(?:\*\*|__)?(?:[ \t]+(.*))?$")
_CLIPPED = ("created", "created at", "created time", "date created", "date saved", "clipped")
"""Names for the day of an article that may be that on which it was kept."""
_TIMES = {
    "modified": ("modified", "updated", "lastmod", "last modified", "date modified"),
    "captured": (
        *("captured", "archived", "accessed", "clipped", "saved", "date saved", "saved at"),
        *("clipped at", "archived at", "access date", "retrieved", "abgerufen"),
    ),
}
"""Names for what tells versions apart, and nobody edits."""
_CHECKED = ("url", "published", "citation_key")
"""Fields of which not everything that is written there is taken."""
_SOURCES = ("source", "quelle", "fuente", "fonte", "bron")
"""Names for an outlet or an address, whichever it is."""
_LANGUAGE = ("lang", "language", "locale")
_MOST_AUTHORS = 20


class FrontMatterFields(NamedTuple):
    """What front matter says; nothing where it says nothing."""

    known: dict[str, str]
    """By the names of `FIELDS`, with `modified` and `captured`; dates are ISO 8601, addresses those
    of the web."""
    notice: str = ""
    """Words that follow the article's name, of what it says but cannot be taken as it stands."""


def read_front_matter(text: str) -> FrontMatterFields:
    """Read what stands at the top of a text."""
    from textreuse import find_front_matter

    found = find_front_matter(text)
    if found is None:
        return FrontMatterFields({})
    said = {_unify_key(key): value for key, value in _parse(found).items()}
    known: dict[str, str] = {}
    for name, keys in FIELDS.items():
        values = [item for key in keys for item in _list_items(said.get(key), name)]
        if name in _CHECKED:
            continue
        if name == "outlet":
            values = [value for value in values if parse_address(value) is None]
        value = ", ".join(values[:_MOST_AUTHORS]) if name == "author" else "".join(values[:1])
        if flatten(value):
            known[name] = value
    url = _find_address(said)
    if url:
        known["url"] = url
    known |= _find_citation_key(said)
    published, notice = _find_date(said, text[found.end :])
    if published:
        known["published"] = published
    for name, keys in _TIMES.items():
        written = (item for key in keys for item in _list_items(said.get(key), name))
        time = next(filter(None, (read_date(one).date for one in written)), "")
        if time:
            known[name] = time
    return FrontMatterFields(known, notice)


def _unify_key(key: object) -> str:
    return " ".join(str(key).lower().replace("_", " ").replace("-", " ").strip("*\"' ").split())


def _find_address(said: dict[str, Any]) -> str:
    """Return the article's address; a source may be one too, but an outlet as well."""
    values = (
        item for key in (*FIELDS["url"], *_SOURCES) for item in _list_items(said.get(key), "url")
    )
    return next((one for one in values if parse_address(one) is not None), "")


def _find_citation_key(said: dict[str, Any]) -> dict[str, str]:
    values = (item for key in FIELDS["citation_key"] for item in _list_items(said.get(key), ""))
    key = next(filter(None, map(parse_citation_key, values)), "")
    return {"citation_key": key} if key else {}


def _find_date(said: dict[str, Any], body: str) -> tuple[str, str]:
    """Return the date as ISO 8601 and what is to be told of it; either may be empty."""
    language = "".join(_list_items(next((said[key] for key in _LANGUAGE if key in said), ""), ""))
    notice = ""
    for key in FIELDS["published"]:
        for written in _list_items(said.get(key), "published"):
            found = read_date(written, language or _guess_language(body))
            if found.readings and not notice:
                readings = describe_readings(flatten(written), found.readings)
                notice = f"has no date: {readings}; edit it to say which"
            if found.date and key in _CLIPPED:
                return found.date, f"is dated by “{key}”, which may be the day it was kept"
            if found.date:
                return found.date, ""
    return "", notice


def _guess_language(text: str) -> str:
    from textreuse import guess_language_of, language_code

    return language_code(guess_language_of(text))


def _list_items(value: object, name: str) -> Iterator[str]:
    """Yield the texts of a value, whatever it is made of, without the signs of links."""
    if isinstance(value, list):
        for one in value:
            yield from _list_items(one, name)
    elif isinstance(value, dict):
        yield from _list_items(value.get("name", value.get("title")), name)
    elif isinstance(value, date):  # TOML has dates, and times are dates too
        yield value.isoformat()
    elif isinstance(value, str) and value.strip() not in _NOTHING:
        yield _take_out_of_links(value.strip(), name)


def _take_out_of_links(value: str, name: str) -> str:
    """Return what a reader sees of links, or where they lead for the field `url`."""
    value = _LINK.sub(r"\2" if name == "url" else r"\1", value)
    value = _WIKILINK.sub(lambda link: (link[2] or link[1].rpartition("/")[2]).strip(), value)
    return value.strip("<>") if name == "url" else value


def _parse(found: FrontMatter) -> dict[Any, Any]:
    return _PARSERS[found.syntax](found.content)


def _parse_properties(content: str) -> dict[Any, Any]:
    matches = map(_PROPERTY.match, content.split("\n"))
    return {match[1]: match[2] or "" for match in matches if match is not None}


def _parse_org(content: str) -> dict[Any, Any]:
    return _parse_properties(content.replace("#+", ""))


def _parse_pandoc(content: str) -> dict[Any, Any]:
    """Return title, authors and date; each goes on in lines that begin with white space."""
    blocks = re.split(r"(?m)^%", content)[1:]
    title, authors, date, *_ = [*map(flatten, blocks), "", "", ""]
    return {"title": title, "author": re.split(r"\s*;\s*", authors), "date": date}


def _parse_toml(content: str) -> dict[Any, Any]:
    import tomllib

    try:
        return tomllib.loads(content, parse_float=str)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def _parse_json(content: str) -> dict[Any, Any]:
    return dict(json.loads(content, parse_int=str, parse_float=str))


def _parse_yaml(content: str) -> dict[Any, Any]:
    """Return what YAML says; where it is none, what each entry by itself says.

    Clippers write titles and names as they find them, with colons, quotes and brackets.
    """
    whole = _load_yaml(content)
    if whole is not None:
        return whole
    said: dict[Any, Any] = {}
    for entry in _ENTRY.split(content):
        key, _, value = entry.partition(":")
        loaded = _load_yaml(entry)
        said |= {key: _take_as_written(value)} if loaded is None else loaded
    return said


def _take_as_written(value: str) -> str:
    """Return a value that is no YAML; empty where it is cut off."""
    line = " ".join(value.split())
    if line[:1] in ("'", '"'):
        return line[1:-1] if len(line) > 1 and line[-1] == line[0] else ""
    is_cut = line[:1] in ("[", "{") and not (_WIKILINK.match(line) or _LINK.match(line))
    return "" if is_cut else line


def _load_yaml(content: str) -> dict[Any, Any] | None:
    import yaml  # hardly any article has front matter

    try:
        # Every scalar as it is written: nothing is made of tags, dates or numbers.
        loaded = yaml.load(content, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        return None
    return loaded if isinstance(loaded, dict) else {}


_PARSERS: dict[str, Callable[[str], dict[Any, Any]]] = {
    "yaml": _parse_yaml,
    "toml": _parse_toml,
    "json": _parse_json,
    "pandoc": _parse_pandoc,
    "org": _parse_org,
    "properties": _parse_properties,
    "address": lambda content: {"url": content},
}
