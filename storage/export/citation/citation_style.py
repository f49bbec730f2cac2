"""How a citation is written: templates with placeholders, which the user may write too.

What belongs to a placeholder is written into it, with `{}` for the value itself, and goes with it
where nothing is known: `{outlet:, {}}`, `{date: ({})}`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from string import Formatter
from typing import Literal, NamedTuple

PLACEHOLDERS = (
    "quote",
    "title",
    "outlet",
    "author",
    "date",
    "url",
    "quote_url",
    "link",
    "paragraph",
    "key",
)
_FORMER = {"source": "outlet"}
"""Placeholders by the names that earlier versions had for them, which are understood."""

Value = Callable[[str, str], str]
"""Gives the value of a placeholder, empty where it is not known, and what its line begins with."""

_OWN = ""
"""The name of the value inside its own placeholder."""


class CitationStyle(NamedTuple):
    """A template, and what its values are escaped for."""

    template: str
    markup: Literal["markdown", "plain"] = "markdown"


STYLES = {
    # For notes and drafts in Markdown; Pandoc finds the key in a bibliography.
    "markdown": CitationStyle(
        "> {quote}\n\n— {link}{author:, {}}{outlet:, {}}{date:, {}}{key: [@{}]}"
    ),
    # For mail and word processors.
    "plain": CitationStyle(
        "“{quote}”\n{title}{author:, {}}{outlet:, {}}{date:, {}}{quote_url:\n{}}", "plain"
    ),
    # For running text, as Pandoc and Obsidian read it.
    "footnote": CitationStyle("“{quote}”^[{author:{}, }{link}{outlet:, {}}{date:, {}}.]"),
    # For a list of articles, without the quote.
    "reference": CitationStyle("{author:{}. }{link}.{outlet: *{}*.}{date: {}.}"),
}
"""The styles that have a name."""
DEFAULT_STYLE = STYLES["markdown"]


class TemplateError(ValueError):
    """A template cannot be read; the message says why, without a full stop."""


def find_unknown(template: str) -> list[str]:
    """Return the placeholders of a template that there are not; `TemplateError` for its braces."""
    try:
        known = {*PLACEHOLDERS, *_FORMER}
        return [name for name in _find_names(template, inside=False) if name not in known]
    except RecursionError as error:
        raise TemplateError("its placeholders are nested too deep") from error


def fill(template: str, value_of: Value) -> str:
    """Return a template with its values."""
    return _fill(template, value_of, None)


def _fill(template: str, value_of: Value, own: str | None) -> str:
    text = ""
    for literal, name, inside, _ in Formatter().parse(template):
        text += literal
        if name is None:
            continue
        begun = text.rpartition("\n")[2]
        name = _FORMER.get(name, name)
        value = own if name == _OWN and own is not None else value_of(name, begun)
        text += _fill(inside, value_of, value) if inside and value else value
    return text


def _find_names(template: str, *, inside: bool) -> Iterator[str]:
    try:
        parts = list(Formatter().parse(template))
    except ValueError as error:
        raise TemplateError(
            "a brace is unmatched; write “{{” or “}}” for a literal brace"
        ) from error
    for _, name, content, conversion in parts:
        if name is None:
            continue
        if conversion:
            name = f"{name}!{conversion}"
        if not (inside and name == _OWN):
            yield name
        if content:
            yield from _find_names(content, inside=True)
