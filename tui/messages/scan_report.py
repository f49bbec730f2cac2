"""What is told of a scan: how far it is, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from storage.scan.work.progress import Progress, Stage
from storage.wording.plural import inflect, pluralize
from storage.wording.terminal_text import reveal_path

_STAGES: Mapping[Stage, tuple[str, str]] = {
    "reading": ("Reading", "document"),
    "fingerprints": ("Making fingerprints", "document"),
    "candidates": ("Finding what to compare", "step"),
    "comparing": ("Comparing", "pair"),
    "clusters": ("Putting passages together", "cluster"),
    "writing": ("Writing", "row"),
}


def describe_progress(progress: Progress, seconds: float | None) -> str:
    """Say how far a stage is, and when it will be done where that can be told."""
    doing, what = _STAGES[progress.stage]
    if not progress.total:
        return f"{doing}: {pluralize(progress.done, what)} …" if progress.done else f"{doing} …"
    if not progress.done:
        return f"{doing}: {pluralize(progress.total, what)} …"
    told = f"{doing}: {progress.done:,} of {pluralize(progress.total, what)}"
    return f"{told} …" if seconds is None else f"{told}, about {describe_seconds(seconds)} left …"


def describe_cost(progress: Progress, seconds: float) -> str:
    """Say what a stage will take before it begins."""
    pairs = pluralize(progress.total - progress.done, "pair")
    return (
        f"{pairs} to compare, which takes about {describe_seconds(seconds)}; ctrl+c ends it, and"
        " the same command goes on."
    )


def describe_seconds(seconds: float) -> str:
    """Return a time in the largest unit that it has one of."""
    if seconds < 60:
        return pluralize(max(1, round(seconds)), "second")
    if seconds < 3600:
        return pluralize(round(seconds / 60), "minute")
    return pluralize(round(seconds / 3600), "hour")


def describe_scan(found: Mapping[str, str], out: Path) -> Iterator[str]:
    """Yield sentences about a scan that is done; `found` is what its index says of the whole."""
    count = {key: int(value) for key, value in found.items() if value.isdigit()}
    yield (
        f"{pluralize(count['documents'], 'document')}, {pluralize(count['candidates'], 'pair')}"
        f" compared: {pluralize(count['passages'], 'passage')} in"
        f" {pluralize(count['clusters'], 'cluster')}."
    )
    if count["skipped"]:
        skipped = pluralize(count["skipped"], "line or file was", "lines and files were")
        yield f"{skipped} skipped; {reveal_path(out / 'skipped.jsonl')} says why."
    if count["renamed"]:
        renamed = count["renamed"]
        yield (
            f"{pluralize(renamed, 'document')} {inflect(renamed, 'has', 'have')} an id that another"
            " had before; a number was added to it."
        )
    if count["clusters"]:
        yield f"Read it with `copydesk open {reveal_path(out)}`."
