"""The schemas of what `--json` prints fit it to the last key, and are those in the manual."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from docs.pages import MANUAL, ROOT
from docs.written.schemas import close, write_schemas
from tests.tui.cli.calling import Answer, Copydesk
from tui.cli.main import main

SCHEMAS = {name.removesuffix(".json"): json.loads(text) for name, text in write_schemas().items()}
SAMPLE = ROOT / "storage" / "sample"
FILES = [str(path) for path in sorted(SAMPLE.glob("*.txt"))]
CALLS = {
    "compare": ["compare", *FILES, "--text"],
    "quotes": ["quotes", *FILES],
    "diff": ["diff", FILES[0], FILES[2]],
    "codebook": ["codebook", "list"],
    "counts": ["counts"],
    "agreement": ["agreement"],
    "scan": ["scan", str(SAMPLE), "--workers", "1", "-o", "scan"],
    "list": ["list"],
    "stories": ["stories"],
    "notes": ["notes"],
    "search": ["search", "gates"],
    "where": ["where", "wrong number"],
}


@pytest.fixture
def copydesk(capsys: pytest.CaptureFixture[str]) -> Copydesk:
    """Call the command line inside this process."""

    def call(*arguments: object) -> Answer:
        return Answer(main([str(one) for one in arguments]), *capsys.readouterr())

    return call


def coded(copydesk: Copydesk) -> None:
    """Fill a library with the sample, as two coders have it who do not agree."""
    for call in (
        ["add", *FILES, "--story", "Barrier"],
        ["--coder", "Anna", "annotate", "wrong number", "--quote", "six phone calls", "--tag", "a"],
        ["--coder", "Ben", "annotate", "wrong number", "--quote", "harbour", "--tag", "a/b"],
        [
            "--coder",
            "Anna",
            "edit",
            "wrong number",
            "--memo",
            "Rewritten.",
            "--url",
            "https://a.example",
        ],
        ["--coder", "Anna", "coded", "wrong number"],
        ["--coder", "Ben", "coded", "wrong number"],
        ["codebook", "edit", "a", "--definition", "What is told", "--colour", "blue", "--key", "1"],
    ):
        assert copydesk(*call).status == 0, call


def test_what_is_printed_fits_to_the_last_key(copydesk: Copydesk) -> None:
    coded(copydesk)
    assert CALLS.keys() == SCHEMAS.keys()
    for name, call in CALLS.items():
        printed = copydesk(*call, "--json").json
        assert [*Draft202012Validator(close(SCHEMAS[name])).iter_errors(printed)] == [], name
        promised = Draft202012Validator(SCHEMAS[name])
        assert promised.is_valid(told_more(printed))
        assert not any(map(promised.is_valid, without_each_key(printed))), name


def without_each_key(printed: Any) -> Iterator[Any]:
    """Yield the document without each of its keys, or of those of its first entry."""
    entry = printed[0] if isinstance(printed, list) else printed
    for key in entry:
        less = {name: value for name, value in entry.items() if name != key}
        yield [less] if isinstance(printed, list) else less


def told_more(printed: Any) -> Any:
    """Return the document with a key of a later version."""
    if isinstance(printed, list):
        return [told_more(one) for one in printed]
    return printed | {"later": 1}


def test_the_manual_has_them() -> None:
    kept = {path.name: path.read_text("utf-8") for path in (MANUAL / "schemas").glob("*.json")}

    assert kept == write_schemas(), "run `make pages`"
    for schema in SCHEMAS.values():
        Draft202012Validator.check_schema(schema)


def test_every_key_is_told_on_the_page() -> None:
    page = (MANUAL / "json.md").read_text("utf-8")
    assert {key for key in list_keys([*SCHEMAS.values()]) if f"`{key}`" not in page} == set()


def list_keys(schema: object) -> Iterator[str]:
    if isinstance(schema, list):
        for one in schema:
            yield from list_keys(one)
    elif isinstance(schema, dict):
        properties = schema.get("properties")
        if isinstance(properties, dict):
            yield from properties
        for one in schema.values():
            yield from list_keys(one)
