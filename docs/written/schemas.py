"""What each command prints with `--json`, as JSON Schema (2020-12): files in `docs/schemas/`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, get_args

from storage.agreement.units import UNIT_KINDS
from storage.anchoring.locate import State
from storage.scan.engines.engines import ENGINES
from storage.tables.article_details import DETAILS
from textreuse import (
    CHANGE_KINDS,
    JSON_SCHEMA,
    KINDS,
    Derivation,
    DisagreementKind,
    Form,
    OriginKind,
    Relation,
    Severity,
)

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
YES_OR_NO: Schema = {"type": "boolean"}


def write_schemas() -> dict[str, str]:
    """Return the text of each file by its name."""
    return {
        f"{name}.json": json.dumps(_head(name) | schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in _SCHEMAS.items()
    }


def write_list() -> str:
    """Return the links to all of them."""
    return "\n".join(
        f"- [`copydesk {_call(name)} --json`](schemas/{name}.json)" for name in _SCHEMAS
    )


def close(schema: object) -> Any:
    """Return the schema of the same document without keys of which it does not tell."""
    if isinstance(schema, list):
        return [close(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: close(one) for key, one in schema.items()}
    if "properties" in schema and isinstance(schema["properties"], dict):
        closed["additionalProperties"] = False
    return closed


def _head(name: str) -> Schema:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"copydesk {_call(name)} --json, version {JSON_SCHEMA}",
    }


def _call(name: str) -> str:
    return "codebook list" if name == "codebook" else name


def _record(keys: Mapping[str, Schema], **optional: Schema) -> Schema:
    """Return an object that has all the keys, and may have others."""
    return {"type": "object", "properties": {**keys, **optional}, "required": [*keys]}


def _list(one: Schema) -> Schema:
    return {"type": "array", "items": one}


def _maybe(one: Schema) -> Schema:
    return {"anyOf": [one, {"type": "null"}]}


def _one_of(values: tuple[str, ...]) -> Schema:
    return {"enum": [*values]}


def _by_name(one: Schema) -> Schema:
    return {"type": "object", "additionalProperties": one}


_VERSIONED = {"schema": {"const": JSON_SCHEMA}}
_PLACE = _record({"article": COUNT, "start": COUNT, "end": COUNT})
_SIDES = {"left": _PLACE, "right": _PLACE}

_COMPARED_ARTICLE = _record(
    {
        "id": COUNT,
        "path": _maybe(TEXT),
        "title": TEXT,
        **dict.fromkeys(("characters", "words", "shared_words", "only_here_words"), COUNT),
        **dict.fromkeys(("repeated_words", "boilerplate_words", "derived_words"), COUNT),
        "derivation": _one_of(get_args(Derivation)),
        "shared_words_in_quotations": COUNT,
    }
)
_QUOTATIONS = {
    "quotations": _list(
        _record(
            {
                "utterance": COUNT,
                **_PLACE["properties"],
                "form": _one_of(get_args(Form)),
                "speaker": _maybe(TEXT),
                "speaker_span": _maybe(_PLACE),
            }
        )
    ),
    "utterances": _list(
        _record(
            {
                "id": COUNT,
                "findings": _list(
                    _record(
                        {
                            "kind": _one_of(get_args(Relation)),
                            "flagged": YES_OR_NO,
                            "articles": _list(COUNT),
                            "why": TEXT,
                        }
                    )
                ),
            }
        )
    ),
}
_COMPARE = _record(
    {
        **_VERSIONED,
        "articles": _list(_COMPARED_ARTICLE),
        "passages": _list(
            _record(
                {
                    **_SIDES,
                    "kind": _one_of(KINDS),
                    "similarity": SHARE,
                    "changes": _list(_record(_SIDES)),
                },
                text=_record({"left": TEXT, "right": TEXT}),
            )
        ),
        "groups": _list(_record({"id": COUNT, "spans": _list(_PLACE)})),
        **_QUOTATIONS,
        "disagreements": _list(
            _record(
                {
                    "kind": _one_of(get_args(DisagreementKind)),
                    "severity": _one_of(get_args(Severity)),
                    **_SIDES,
                    "why": TEXT,
                }
            )
        ),
        "origins": _list(
            _record({"articles": _list(COUNT), "kind": _one_of(get_args(OriginKind)), "why": TEXT})
        ),
    }
)

_TOLD_CHANGE = {
    "kind": _one_of(CHANGE_KINDS),
    "old": _maybe(_PLACE),
    "new": _maybe(_PLACE),
}
_DIFF = _record(
    {
        **_VERSIONED,
        "articles": _list(
            _record(
                {
                    "id": COUNT,
                    **dict.fromkeys(("library_id", "path", "url", "published"), _maybe(TEXT)),
                    **dict.fromkeys(("title", "outlet"), TEXT),
                    **dict.fromkeys(("modified", "captured", "added"), _maybe(TEXT)),
                    "words": COUNT,
                }
            )
        ),
        "revisions": _list(
            _record(
                {
                    "old": COUNT,
                    "new": COUNT,
                    "fields": _list(_record({"name": TEXT, "old": TEXT, "new": TEXT})),
                    "changes": _list(
                        _record({**_TOLD_CHANGE, "words": _list(_record(_TOLD_CHANGE))})
                    ),
                }
            )
        ),
    }
)

_ARTICLE = _record({"id": TEXT, "title": TEXT, "outlet": TEXT, "url": _maybe(TEXT)})
_DATED_ARTICLE = _record({**_ARTICLE["properties"], "published": _maybe(TEXT)})
_NOTE_PLACE = {"article": _ARTICLE, "start": COUNT, "end": COUNT}

_SCHEMAS: Mapping[str, Schema] = {
    "compare": _COMPARE,
    "quotes": _record({**_VERSIONED, "articles": _list(_COMPARED_ARTICLE), **_QUOTATIONS}),
    "diff": _DIFF,
    "codebook": _record(
        {
            **_VERSIONED,
            "strict": YES_OR_NO,
            "tags": _list(
                _record(
                    {
                        **dict.fromkeys(("name", "definition", "inclusion"), TEXT),
                        **dict.fromkeys(("exclusion", "example"), TEXT),
                        "colour": _maybe(TEXT),
                        "key": _maybe(COUNT),
                        "variable": YES_OR_NO,
                        "annotations": COUNT,
                        "articles": COUNT,
                    }
                )
            ),
        }
    ),
    "counts": _record(
        {
            **_VERSIONED,
            "note": TEXT,
            "columns": _list(TEXT),
            "rows": _list(_record({"tag": TEXT, "counts": _list(COUNT), "total": COUNT})),
        }
    ),
    "agreement": _record(
        {
            **_VERSIONED,
            "coders": _list(TEXT),
            "articles": COUNT,
            "left_out": COUNT,
            "complete": COUNT,
            "rows": _list(
                _record(
                    {
                        "tag": TEXT,
                        "unit": _one_of((*UNIT_KINDS, "article")),
                        "units": COUNT,
                        "marked": _list(COUNT),
                        **dict.fromkeys(
                            (
                                *("agreement", "alpha", "alpha_low", "alpha_high", "kappa", "f1"),
                                *("alpha_u", "exact_f1", "overlap_f1"),
                            ),
                            _maybe({"type": "number"}),
                        ),
                    }
                )
            ),
        }
    ),
    "scan": _record(
        {
            **_VERSIONED,
            **dict.fromkeys(("documents", "candidates", "passages", "clusters"), COUNT),
            **dict.fromkeys(("skipped", "renamed"), COUNT),
            "paraphrase": YES_OR_NO,
            "engine": _one_of(tuple(engine.name for engine in ENGINES)),
            **dict.fromkeys(("version", "made"), TEXT),
        }
    ),
    "list": _list(
        _record(
            {
                **dict.fromkeys(("id", "title", "outlet"), TEXT),
                **dict.fromkeys(("author", "published", "url", "citation_key"), _maybe(TEXT)),
                "words": COUNT,
                "tags": _list(TEXT),
                "annotations": COUNT,
                "stories": _list(TEXT),
                "coded": _list(TEXT),
                "details": {"type": "object", "properties": dict.fromkeys(DETAILS, TEXT)},
                "memos": _by_name(TEXT),
            }
        )
    ),
    "stories": _list(
        _record({"id": TEXT, "name": TEXT, "articles": _list(TEXT), "annotations": COUNT})
    ),
    "notes": _list(
        _record(
            {
                "id": TEXT,
                **_NOTE_PLACE,
                "quote": TEXT,
                "tags": _list(TEXT),
                **dict.fromkeys(("note", "created", "updated", "coder"), TEXT),
                "anchor": _one_of(get_args(State)),
                "also_in": _list(_record({**_NOTE_PLACE, "similarity": SHARE})),
            },
            targets=_list(_record(_NOTE_PLACE)),
        )
    ),
    "search": _list(
        _record(
            {
                "article": _DATED_ARTICLE,
                "start": COUNT,
                "end": COUNT,
                "snippet": TEXT,
                "in": _one_of(("text", "title", "note", "tag")),
            }
        )
    ),
    "where": _list(
        _record({"article": _DATED_ARTICLE, "words": COUNT, "share": SHARE, "passages": COUNT})
    ),
}
