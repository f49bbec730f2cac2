"""A table of agreement: a row a tag, and a row for all tags of a kind together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from storage.agreement.coded_material import CodedMaterial, collect_material
from storage.agreement.intervals import ArticleDraws
from storage.agreement.nominal import (
    Pattern,
    add_patterns,
    calculate_alpha,
    calculate_f1,
    calculate_kappa,
    calculate_percentage,
)
from storage.agreement.unitizing import (
    Disagreement,
    SpanMatches,
    calculate_alpha_u,
    match_spans,
    measure_disagreement,
)
from storage.agreement.units import NO_VALUE, UnitKind, Units
from storage.coder import name_coder
from storage.library import Library
from storage.models import Article
from storage.tables.tag_names import is_within
from storage.wording.joined_words import join_words
from storage.wording.plural import pluralize

ALL_ARTICLE_TAGS = "(all tags of articles)"
ALL_PLACES = "(all tags of places)"


class AgreementRow(NamedTuple):
    """How far the coders agree on one tag, or variable; None where a measure is not defined."""

    tag: str
    unit: Literal["article", UnitKind]
    units: int
    marked: tuple[int, ...]
    """By coder how many units have the tag, or a value of the variable."""
    percentage: float | None
    """The share, 0..1, of units of which all say the same."""
    alpha: float | None
    """Krippendorff's, for units."""
    low: float | None
    high: float | None
    """Between these lies alpha in 95 % of draws of such articles."""
    kappa: float | None
    f1: float | None
    alpha_u: float | None = None
    """Krippendorff's, for spans; this and the rest for places alone."""
    exact_f1: float | None = None
    overlap_f1: float | None = None


@dataclass(frozen=True)
class AgreementTable:
    """How far coders agree, by tag; variables first, then tags of articles, then of places."""

    coders: Sequence[str]
    articles: int
    """How many two coders or more are done with."""
    complete: int
    """How many of them all coders are done with."""
    left_out: int
    rows: Sequence[AgreementRow]

    @property
    def note(self) -> str:
        """What was measured, in sentences: the table is not to be read without them."""
        told = [self._tell_articles()]
        if self.left_out:
            which = "only some did" if len(self.coders) == 2 else "fewer than two did"
            told.append(f"{pluralize(self.left_out, 'article')} left out, which {which}.")
        if any(row.alpha is None for row in self.rows):
            told.append("Alpha and kappa are not defined where all units have one value.")
        if self.rows and len(self.coders) > 2:
            told.append("Kappa is the mean of all pairs of coders, if each pair has one.")
        return " ".join(told)

    def _tell_articles(self) -> str:
        articles = pluralize(self.articles, "article")
        if not self.articles:
            coders = join_words(map(name_coder, self.coders))
            least = "both" if len(self.coders) == 2 else "two of"
            return f"No article is marked as coded by {least} {coders}."
        if self.complete == self.articles:
            return f"{articles} that all coders marked as coded."
        by_all = f"{self.complete or 'none'} of them by all"
        spans = "leave these out" if self.complete else "are not defined"
        missing = "In the others, values are missing" if self.complete else "Values are missing"
        return (
            f"{articles} that two coders or more marked as coded, {by_all}."
            f" {missing}; alpha_u, exact and overlap F1 {spans}."
        )


def measure_agreement(
    library: Library,
    articles: Iterable[Article],
    coders: Sequence[str],
    unit: UnitKind = "sentence",
    tag: str | None = None,
) -> AgreementTable:
    """Measure the agreement of coders on those articles that two of them or more are done with.

    Values of the others are missing there; spans are measured where none is. With a `tag`, on that
    and what lies below it alone.
    """
    material = collect_material(library, articles, coders)
    rows = _Measuring(material, unit).list_rows(tag)
    complete = len(material.complete)
    return AgreementTable(coders, len(material.articles), complete, material.left_out, rows)


class _Measuring:
    def __init__(self, material: CodedMaterial, unit: UnitKind) -> None:
        self._material = material
        self._unit: UnitKind = unit
        self._units = Units(material, unit)
        self._draws = ArticleDraws(len(material.articles))

    def list_rows(self, wanted: str | None) -> list[AgreementRow]:
        material = self._material
        chosen = {
            kind: [tag for tag in tags if wanted is None or is_within(tag, wanted)]
            for kind, tags in (
                ("values", material.values),
                ("tags", material.article_tags),
                ("places", material.places),
            )
        }
        rows = [self._measure_variable(tag) for tag in chosen["values"]]
        rows += self._measure_article_tags(chosen["tags"])
        return rows + self._measure_places(chosen["places"])

    def _measure_variable(self, variable: str) -> AgreementRow:
        by_article = self._units.count_of_values(variable)
        return self._make_row(
            variable, "article", by_article, lambda value: value not in (None, NO_VALUE)
        )

    def _measure_article_tags(self, tags: Sequence[str]) -> list[AgreementRow]:
        counted = {tag: self._units.count_of_tags(tag) for tag in tags}
        rows = [self._make_row(tag, "article", counted[tag], bool) for tag in tags]
        used = [counted[tag] for tag in tags if tag in self._material.used]
        if len(used) > 1:
            rows.append(self._make_row(ALL_ARTICLE_TAGS, "article", _add(used), bool))
        return rows

    def _measure_places(self, tags: Sequence[str]) -> list[AgreementRow]:
        counted = {tag: self._units.count_of_places(tag) for tag in tags}
        spans = {tag: self._material.list_on_continuum(tag) for tag in tags}
        length = self._material.length
        differing = {tag: measure_disagreement(spans[tag], length) for tag in tags}
        matches = {tag: match_spans(spans[tag]) for tag in tags}
        rows = [
            self._add_spans(
                self._make_row(tag, self._unit, counted[tag], bool),
                [differing[tag]],
                [matches[tag]],
            )
            for tag in tags
        ]
        used = [tag for tag in tags if tag in self._material.used]
        if len(used) > 1:
            row = self._make_row(ALL_PLACES, self._unit, _add(counted[tag] for tag in used), bool)
            ours = [differing[tag] for tag in used], [matches[tag] for tag in used]
            rows.append(self._add_spans(row, *ours))
        return rows

    def _make_row(
        self,
        tag: str,
        unit: Literal["article", UnitKind],
        by_article: Sequence[Counter[Pattern]],
        has: Callable[[Hashable], bool],
    ) -> AgreementRow:
        patterns = add_patterns(by_article)
        interval = self._draws.find_interval(by_article)
        coders = range(len(self._material.coders))
        return AgreementRow(
            tag,
            unit,
            patterns.total(),
            tuple(
                sum(times for pattern, times in patterns.items() if has(pattern[coder]))
                for coder in coders
            ),
            calculate_percentage(patterns),
            calculate_alpha(patterns),
            interval[0] if interval else None,
            interval[1] if interval else None,
            calculate_kappa(patterns),
            calculate_f1(patterns, True) if has is bool else None,
        )

    def _add_spans(
        self, row: AgreementRow, differing: Sequence[Disagreement], matches: Sequence[SpanMatches]
    ) -> AgreementRow:
        if not self._material.complete:
            return row
        together = SpanMatches(*map(sum, zip(*matches, strict=True)))
        return row._replace(
            alpha_u=calculate_alpha_u(differing),
            exact_f1=together.exact_f1,
            overlap_f1=together.overlap_f1,
        )


def _add(tags: Iterable[Sequence[Counter[Pattern]]]) -> list[Counter[Pattern]]:
    """Return by article what was counted of all tags."""
    return [add_patterns(counted) for counted in zip(*tags, strict=True)]
