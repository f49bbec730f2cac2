"""Accuracy on a METER corpus: newspaper articles, and what of them comes from agency copy."""

from __future__ import annotations

import csv
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from pathlib import Path
from statistics import mean, median
from typing import NamedTuple, get_args

import textreuse
from benchmarks.measures import Overlap, auc, overlap
from benchmarks.tables import table
from textreuse import Derivation, Span, split_words

DERIVED = frozenset({"verbatim", "rewrite"})
"""The labels of spans that come from the agency; what is left is the newspaper's own."""

LABELS: dict[str, Derivation] = {"wholly": "wholly", "partially": "partly", "non": "not"}
"""What the corpus calls articles, in our words."""


class Article(NamedTuple):
    """A newspaper article with the agency's pieces on the same event."""

    text: str
    agency: tuple[str, ...]
    derivation: Derivation
    """What the corpus calls the article as a whole."""
    gold: frozenset[int] | None
    """The letters and digits that come from the agency, by offset; `None` if nobody marked any."""

    @property
    def derived(self) -> bool:
        """Whether anything of it is derived."""
        return self.derivation != "not"


class Outcome(NamedTuple):
    """What came of one article: the letters and digits marked, and by how many words."""

    ours: frozenset[int]
    yardstick: frozenset[int]
    share: float
    """The share of the article's words that `textreuse.derived` marks, 0..1."""
    derivation: Derivation
    seconds: float
    """CPU time of comparing and of marking."""


def recognises(corpus: Path) -> bool:
    """Tell whether the folder has METER's two tables."""
    return (corpus / "articles.tsv").is_file() and (corpus / "spans.tsv").is_file()


def articles(corpus: Path, every: int) -> Iterator[Article]:
    """Yield every so many of the articles for which there is agency copy."""
    spans: dict[str, list[Span]] = {}
    for row in _rows(corpus / "spans.tsv"):
        if row["label"] in DERIVED:
            start = int(row["offset"])
            spans.setdefault(row["file"], []).append(Span(0, start, start + int(row["length"])))
    having = [row for row in _rows(corpus / "articles.tsv") if row["pa_files"]]
    for row in having[::every]:
        text = _read(corpus / "newspapers" / row["file"])
        yield Article(
            text,
            tuple(_read(corpus / "pa" / name) for name in row["pa_files"].split(";")),
            LABELS[row["derived"]],
            _letters(text, spans.get(row["file"], [])) if row["annotation"] == "phrase" else None,
        )


def pairs_of_words(text: str, agency: Iterable[str]) -> frozenset[int]:
    """Mark the letters of every two neighbouring words that some agency piece has in a row too.

    The yardstick: the simplest thing that could be done.
    """
    known = {pair for piece in agency for pair in pairwise(split_words(piece).keys)}
    row = split_words(text)
    return _letters(
        text,
        [
            Span(0, row.starts[index], row.ends[index + 1])
            for index, pair in enumerate(pairwise(row.keys))
            if pair in known
        ],
    )


def run(corpus: Path, every: int, jobs: int) -> None:
    """Print how well letters are marked, and how well articles are told apart by the marks."""
    todo = list(articles(corpus, every))
    if jobs > 1:
        with ProcessPoolExecutor(jobs) as workers:
            outcomes = list(workers.map(_measure, todo, chunksize=8))
    else:
        outcomes = [_measure(article) for article in todo]
    both = list(zip(todo, outcomes, strict=True))
    marked = [(article.gold, outcome) for article, outcome in both if article.gold is not None]
    print(f"{len(marked)} articles marked by hand, their letters and digits:")
    print(
        table(
            ["marked by", "precision", "recall", "F1"],
            [
                _row("`derived`", overlap((outcome.ours, gold) for gold, outcome in marked)),
                _row(
                    "two words in a row",
                    overlap((outcome.yardstick, gold) for gold, outcome in marked),
                ),
            ],
        )
    )
    positive = [outcome.share for article, outcome in both if article.derived]
    negative = [outcome.share for article, outcome in both if not article.derived]
    print(
        f"share of words derived, {len(positive)} derived articles against {len(negative)}"
        f" that are not: AUC {auc(positive, negative):.3f}"
    )
    told = Counter((article.derivation, outcome.derivation) for article, outcome in both)
    right = sum(count for (wanted, found), count in told.items() if wanted == found)
    print(f"called what the corpus calls them: {right / len(both):.3f} of {len(both)} articles")
    print(confusion(told))
    spent = [1000 * outcome.seconds for outcome in outcomes]
    print(f"CPU ms an article: mean {mean(spent):.1f}, median {median(spent):.1f}")


def confusion(told: Counter[tuple[Derivation, Derivation]]) -> str:
    """Return the table of (what the corpus calls an article, what we call it)."""
    labels: tuple[Derivation, ...] = get_args(Derivation)
    return table(
        ["the corpus / ours", *labels],
        [[wanted, *(str(told[wanted, found]) for found in labels)] for wanted in labels],
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _read(path: Path) -> str:
    # Offsets count the characters of the file: line ends must stay what they are.
    return path.read_bytes().decode("utf-8")


def _letters(text: str, spans: Sequence[Span]) -> frozenset[int]:
    """Return where letters and digits stand in `spans`: nobody marked spaces and points alike."""
    return frozenset(
        at for span in spans for at in range(span.start, span.end) if text[at].isalnum()
    )


def _measure(article: Article) -> Outcome:
    start = time.process_time()
    comparison = textreuse.compare([article.text, *article.agency])
    derived = textreuse.derived(comparison, 0)
    seconds = time.process_time() - start
    return Outcome(
        _letters(article.text, derived),
        pairs_of_words(article.text, article.agency),
        comparison.word_count(0, derived) / max(1, comparison.word_count(0)),
        textreuse.classify_derivation(comparison, 0),
        seconds,
    )


def _row(name: str, result: Overlap) -> list[str]:
    figures = (result.precision, result.recall, result.f1)
    return [name, *(f"{value:.3f}" for value in figures)]
