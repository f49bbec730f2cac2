"""A table of agreement as CSV and for JSON, and what was decided where coders differ as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from storage.agreement.measuring import AgreementTable
from storage.coder import name_coder
from storage.models import Article
from storage.tables.decisions import Decision
from storage.wording.csv_cells import defuse

HIDDEN = "Who codes blind does not see how far coders agree; use --no-blind."
"""What is said instead to whom the codings of others are hidden."""
_MEASURES = (
    *("percentage", "alpha", "low", "high", "kappa", "f1"),
    *("alpha_u", "exact_f1", "overlap_f1"),
)
_NAMES = {"percentage": "agreement", "low": "alpha_low", "high": "alpha_high"}
_ARTICLES = ("articles", "left_out", "complete")
_DIGITS = 4
_DECISION_HEADS = (
    *("article_id", "article_title", "outlet", "start", "end"),
    *("first", "first_has", "second", "second_has", "chosen", "result", "decided_by", "decided"),
)


def write_agreement_csv(table: AgreementTable) -> str:
    """Return the table as CSV, RFC 4180; what is not defined is empty.

    A row a tag; each row has the coders and how many articles counted, were left out and were
    complete.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_NONNUMERIC)
    names = [_NAMES.get(name, name) for name in _MEASURES]
    marked = [f"marked_by_{number}" for number, _ in enumerate(table.coders, 1)]
    writer.writerow(["tag", "unit", "units", *marked, *names, "coders", *_ARTICLES])
    coders = defuse(", ".join(map(name_coder, table.coders)))
    for row in table.rows:
        measures = [_round(getattr(row, name)) for name in _MEASURES]
        first = [defuse(row.tag), row.unit, row.units, *row.marked]
        writer.writerow([*first, *measures, coders, *(getattr(table, one) for one in _ARTICLES)])
    return written.getvalue()


def write_decisions_csv(decisions: Iterable[Decision], articles: Iterable[Article]) -> str:
    """Return decisions as CSV, RFC 4180, with what is known of their articles."""
    known = {article.id: article for article in articles}
    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(_DECISION_HEADS)
    for one in decisions:
        article = known.get(one.article)
        about = [one.article, article.title if article else "", article.outlet if article else ""]
        said = [one.first, one.first_has, one.second, one.second_has, one.chosen, one.result]
        words = [*map(defuse, about), one.start, one.end, *map(defuse, said)]
        writer.writerow([*words, defuse(one.coder), one.made])
    return written.getvalue()


def describe_agreement(table: AgreementTable) -> dict[str, Any]:
    """Return the table as values of JSON; what is not defined is null."""
    return {
        "coders": list(table.coders),
        **{one: getattr(table, one) for one in _ARTICLES},
        "rows": [
            {
                "tag": row.tag,
                "unit": row.unit,
                "units": row.units,
                "marked": list(row.marked),
                **{_NAMES.get(name, name): _round(getattr(row, name)) for name in _MEASURES},
            }
            for row in table.rows
        ],
    }


def _round(measure: float | None) -> float | None:
    return None if measure is None else round(measure, _DIGITS)
