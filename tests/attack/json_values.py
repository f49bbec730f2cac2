"""JSON of annotations as other programs write it, and as none does."""

from __future__ import annotations

import json
import random
from typing import Any

from tests.attack.words import SENTENCES, choose_field, choose_hostile, encodable
from tests.storage.annotation_import.written_elsewhere import (
    PAGE,
    position_selector,
    quote_selector,
    row,
    rows,
    web_annotation,
)

_ODD: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    "\ud800",
    2**63,
    10**400,
    0.5,
    1e308,
    [],
    {},
    "",
    [[]],
    {"value": None},
    [None],
)
_NAMES = (
    *("type", "id", "@context", "items", "rows", "target", "source", "selector", "exact", "start"),
    *("end", "body", "value", "purpose", "motivation", "tags", "text", "uri", "created", "updated"),
    *("references", "prefix", "suffix", "document", "title", "first", "next", "user", "total"),
)


def choose_json(chance: random.Random, depth: int = 4) -> Any:
    """Return anything that JSON can say, in the words of annotations."""
    kind = chance.random()
    if kind < 0.4 or not depth:
        return chance.choice((chance.choice(_ODD), choose_field(chance)))
    if kind < 0.7:
        return [choose_json(chance, depth - 1) for _ in range(chance.randrange(4))]
    names = chance.sample(_NAMES, chance.randrange(6))
    return {name: choose_json(chance, depth - 1) for name in names}


def choose_web_annotation(chance: random.Random, source: str = PAGE) -> Any:
    """Return a Web Annotation that can be taken in, with any words as its note, tags and quote."""
    words = chance.choice(SENTENCES).split()
    begin = chance.randrange(len(words))
    exact = " ".join(words[begin : begin + chance.randrange(1, 9)])
    if chance.random() < 0.15:
        exact = encodable(choose_hostile(chance))
    around = [encodable(choose_field(chance)) for _ in range(2)]
    selectors: list[Any] = [quote_selector(exact, *around)]
    if chance.random() < 0.4:
        selectors.append(position_selector(chance.choice((0, 3, 10)), chance.choice((10, 10**9))))
    body: list[Any] = [{"type": "TextualBody", "value": encodable(choose_hostile(chance))}]
    body += [
        {"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in _choose_tags(chance)
    ]
    return web_annotation(
        exact,
        id=f"urn:x:{chance.random()}",
        body=body,
        target={"source": source, "selector": selectors},
    )


def choose_row(chance: random.Random) -> Any:
    """Return a row of the Hypothesis API with anything as its note and tags."""
    words = chance.choice(SENTENCES).split()
    return row(
        f"id{chance.random()}",
        " ".join(words[: chance.randrange(1, 9)]),
        text=encodable(choose_hostile(chance)),
        tags=_choose_tags(chance),
    )


def _choose_tags(chance: random.Random) -> list[str]:
    return [encodable(choose_field(chance))[:100] for _ in range(chance.randrange(4))]


def spoil(chance: random.Random, value: Any) -> Any:
    """Return a value with one of its parts exchanged, or gone."""
    if not isinstance(value, dict | list) or not value or chance.random() < 0.15:
        return choose_json(chance)
    if isinstance(value, list):
        at = chance.randrange(len(value))
        return [*value[:at], spoil(chance, value[at]), *value[at + 1 :]]
    name = chance.choice([*value])
    if chance.random() < 0.2:
        return {key: one for key, one in value.items() if key != name}
    return value | {name: spoil(chance, value[name])}


def choose_annotations(chance: random.Random) -> bytes:
    """Return a document of annotations, in one of the formats, sound or spoilt."""
    many = range(chance.choice((1, 2, 5, 30)))
    value: Any
    if chance.random() < 0.5:
        made = [choose_web_annotation(chance) for _ in many]
        value = chance.choice((made, {"type": "AnnotationPage", "items": made}, made[0]))
    else:
        value = rows(*(choose_row(chance) for _ in many))
    for _ in range(chance.choice((0, 0, 1, 3))):
        value = spoil(chance, value)
    text = json.dumps(value, ensure_ascii=chance.random() < 0.5)
    return text.encode(chance.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16")), "surrogatepass")
