"""Origins of METER's stories: whether reports wholly taken from one agency's copy are joined.

The newspapers of a story stand beside each other, with the agency's copy and without it; nobody's
date is given. Halves are told by the name of the story; the rules were chosen on the first.
"""

from __future__ import annotations

import csv
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from benchmarks.tables import table
from textreuse import compare, find_statements


class Story(NamedTuple):
    """The newspapers of one story, what the corpus calls each, and the agency's pieces."""

    name: tuple[str, str, str]
    texts: list[str]
    labels: list[str]
    agency: list[str]


def run(arguments: Sequence[str]) -> None:
    """Print for each half which wholly taken reports are joined, and which others wrongly."""
    if len(arguments) != 1:
        print("origins FOLDER: one METER corpus.")
        return
    stories = list(_read_stories(Path(arguments[0])))
    halves: dict[str, list[Story]] = {"tuned on": [], "kept apart": []}
    for one in stories:
        is_apart = zlib.crc32(repr(one.name).encode()) % 2
        halves["kept apart" if is_apart else "tuned on"].append(one)
    rows = [
        [half, "with the copy" if with_agency else "without it", *measured]
        for half, chosen in halves.items()
        for with_agency in (False, True)
        for measured in [_measure(chosen, with_agency=with_agency)]
    ]
    print(table(["half", "story", "whole stories", "pairs", "joined wrongly"], rows))


def _measure(stories: Sequence[Story], *, with_agency: bool) -> list[str]:
    """Count stories and pairs of wholly taken reports in one origin, and others joined to taken."""
    whole = all_whole = pairs = all_pairs = wrong = others = 0
    for story in stories:
        texts = [*story.texts, *(story.agency if with_agency else ())]
        found = find_statements(compare(texts), names=[str(at) for at in range(len(texts))]).origins
        of = {article: at for at, one in enumerate(found.independent) for article in one.articles}
        wholly = [at for at, label in enumerate(story.labels) if label == "wholly"]
        if len(wholly) > 1:
            all_whole += 1
            whole += len({of[at] for at in wholly}) == 1
            both = list(combinations(wholly, 2))
            all_pairs += len(both)
            pairs += sum(of[one] == of[other] for one, other in both)
        taken = {of[at] for at, label in enumerate(story.labels) if label != "non"}
        for at, label in enumerate(story.labels):
            if label == "non":
                others += 1
                wrong += of[at] in taken
    return [f"{whole} of {all_whole}", f"{pairs} of {all_pairs}", f"{wrong} of {others}"]


def _read_stories(corpus: Path) -> Iterator[Story]:
    """Yield the stories that two newspapers or more have."""
    stories: dict[tuple[str, str, str], list[dict[str, str]]] = defaultdict(list)
    with (corpus / "articles.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            stories[row["domain"], row["date"], row["catchline"]].append(row)
    for name, rows in stories.items():
        if len(rows) > 1:
            copies = sorted({one for row in rows for one in row["pa_files"].split(";") if one})
            yield Story(
                name,
                [(corpus / "newspapers" / row["file"]).read_text("utf-8") for row in rows],
                [row["derived"] for row in rows],
                [(corpus / "pa" / copy).read_text("utf-8") for copy in copies],
            )
