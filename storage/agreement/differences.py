"""Where two coders differ, place by place, and where they agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from storage.anchoring.anchors import make_anchor
from storage.anchoring.located_targets import LocatedTarget, locate_targets
from storage.library import Library
from storage.models import Article
from storage.tables.decisions import Choice, Coding, Decision
from storage.wording.terminal_text import reveal_line

DifferenceKind = Literal["article tags", "one coder only", "extent", "tags"]


class Difference(NamedTuple):
    """Something that two coders coded otherwise."""

    article: Article
    kind: DifferenceKind
    first: tuple[Coding, ...]
    second: tuple[Coding, ...]

    @property
    def extent(self) -> tuple[int, int] | None:
        """The stretch of the article on which they differ; None for the whole article."""
        anchors = [one.anchor for one in (*self.first, *self.second) if one.anchor is not None]
        if not anchors:
            return None
        return min(one.start for one in anchors), max(one.end for one in anchors)

    def list_codings(self, chosen: Choice) -> tuple[Coding, ...]:
        """Return what a choice comes to; what is edited is not known here."""
        if chosen == "first":
            return self.first
        if chosen == "second":
            return self.second
        return _unite(self.first, self.second) if chosen == "both" else ()


@dataclass(frozen=True)
class CodedPair:
    """What two coders made of the articles that both are done with."""

    first: str
    second: str
    articles: Sequence[Article]
    agreed: Sequence[Coding]
    """What both have with the same extent and tags."""
    differences: Sequence[Difference]
    """By article and place; what is about a whole article first."""

    def make_decision(
        self, difference: Difference, chosen: Choice, codings: Sequence[Coding]
    ) -> Decision:
        """Return a decision on a difference, as `Decisions.settle` takes it."""
        start, end = difference.extent or (None, None)
        return Decision(
            "",
            difference.article.id,
            start,
            end,
            self.first,
            self.second,
            describe_codings(difference.first),
            describe_codings(difference.second),
            chosen,
            describe_codings(codings),
            "",
            "",
        )

    def list_open(self, decisions: Iterable[Decision]) -> list[Difference]:
        """Return the differences that were not decided on as they are now."""
        known = {_name_question(one) for one in decisions}
        return [
            one
            for one in self.differences
            if _name_question(self.make_decision(one, "neither", ())) not in known
        ]

    def list_not_taken(self, settled: Iterable[Coding]) -> list[Coding]:
        """Return what both agree on and is not among the codings that are settled."""
        known = {(one.article, one.tags, _place(one)) for one in settled}
        given = {(one.article, tag) for one in settled if one.anchor is None for tag in one.tags}
        return [
            one
            for one in self.agreed
            if (one.article, one.tags, _place(one)) not in known
            and (one.anchor is not None or any((one.article, tag) not in given for tag in one.tags))
        ]


def describe_codings(codings: Iterable[Coding]) -> str:
    """Return what codings say, in one line: `12–40 #bird #night`; `#report` of a whole article."""
    said = []
    for one in sorted(codings, key=lambda one: (_place(one) or (-1, -1), one.tags)):
        place = _place(one)
        where = [f"{place[0]}–{place[1]}"] if place else []
        said.append(" ".join([*where, *(f"#{tag}" for tag in one.tags)]) or "marked")
    return reveal_line("; ".join(said))


def compare_coders(
    library: Library, articles: Sequence[Article], first: str, second: str
) -> CodedPair:
    """Hold the codings of two coders against each other where both are done."""
    done = library.coded_articles.find_coders()
    common = [one for one in articles if {first, second} <= set(done.get(one.id, ()))]
    agreed: list[Coding] = []
    differences: list[Difference] = []
    codings: dict[tuple[str, str], list[Coding]] = {}
    for name in (first, second):
        for coding in collect_codings(library, common, name):
            codings.setdefault((name, coding.article), []).append(coding)
    for article in common:
        ours, theirs = (codings.get((name, article.id), []) for name in (first, second))
        for kind, one, other in _split_pair(ours, theirs):
            if kind is None:
                agreed += one
            else:
                differences.append(Difference(article, kind, tuple(one), tuple(other)))
    return CodedPair(first, second, common, agreed, differences)


def collect_codings(library: Library, articles: Sequence[Article], coder: str) -> list[Coding]:
    """Return what a coder says of these articles, one coding for each tag of a whole article."""
    annotations = [
        one
        for one in library.annotations.find_on(article.id for article in articles)
        if one.coder == coder
    ]
    codings = [
        Coding(one.article, (one.tag,))
        for one in library.all_coders.find_tags(article.id for article in articles)
        if one.coder == coder
    ]
    located = [one for one in locate_targets(annotations, articles) if one.stands]
    return codings + sorted(map(_make_coding, located), key=lambda one: _place(one) or (-1, -1))


def _make_coding(located: LocatedTarget) -> Coding:
    annotation, span = located.annotation, located.span
    anchor = make_anchor(located.article.text, span.start, span.end)
    return Coding(located.article.id, tuple(sorted(annotation.tags)), anchor, annotation.note)


Split = tuple[DifferenceKind | None, list[Coding], list[Coding]]
"""What kind of difference, None for none, with the codings of both."""


def _split_pair(first: Sequence[Coding], second: Sequence[Coding]) -> Iterator[Split]:
    yield from _split_article_tags(
        {one.tags for one in first if one.anchor is None},
        {one.tags for one in second if one.anchor is None},
        (first or second)[0].article if first or second else "",
    )
    for ours, theirs in _group_overlapping(
        [one for one in first if one.anchor is not None],
        [one for one in second if one.anchor is not None],
    ):
        yield _name_kind(ours, theirs), ours, theirs


def _split_article_tags(
    first: set[tuple[str, ...]], second: set[tuple[str, ...]], article: str
) -> Iterator[Split]:
    both = sorted(first & second)
    if both:
        yield None, [Coding(article, tags) for tags in both], []
    ours, theirs = sorted(first - second), sorted(second - first)
    # Values of one variable, say: what stands below one parent is one question.
    for parent in dict.fromkeys(_parent(tags) for tags in (*ours, *theirs)):
        yield (
            "article tags",
            [Coding(article, tags) for tags in ours if _parent(tags) == parent],
            [Coding(article, tags) for tags in theirs if _parent(tags) == parent],
        )


def _parent(tags: tuple[str, ...]) -> str:
    """Return the parent of a tag; a tag without one stands for itself."""
    parent, slash, _ = tags[0].rpartition("/")
    return parent if slash else tags[0]


def _group_overlapping(
    first: Sequence[Coding], second: Sequence[Coding]
) -> Iterator[tuple[list[Coding], list[Coding]]]:
    """Yield the codings of both, those together that overlap, or that others lead to."""
    every = sorted(
        [(_place(one) or (0, 0), 0, one) for one in first]
        + [(_place(one) or (0, 0), 1, one) for one in second],
        key=lambda one: one[:2],
    )
    groups: list[tuple[list[Coding], list[Coding]]] = []
    end = -1
    for (start, stop), side, coding in every:
        if not groups or start >= end:
            groups.append(([], []))
            end = stop
        groups[-1][side].append(coding)
        end = max(end, stop)
    # Within a group, what is the same on both sides is no question.
    for ours, theirs in groups:
        said = [{(_place(one), one.tags) for one in side} for side in (ours, theirs)]
        same = said[0] & said[1]
        agreed = [one for one in ours if (_place(one), one.tags) in same]
        if agreed:
            yield agreed, agreed
        rest = [
            [one for one in side if (_place(one), one.tags) not in same] for side in (ours, theirs)
        ]
        if rest[0] or rest[1]:
            yield rest[0], rest[1]


def _name_kind(first: Sequence[Coding], second: Sequence[Coding]) -> DifferenceKind | None:
    if first is second:
        return None
    if not first or not second:
        return "one coder only"
    places = [[_place(one) for one in side] for side in (first, second)]
    return "tags" if places[0] == places[1] else "extent"


def _unite(first: Sequence[Coding], second: Sequence[Coding]) -> tuple[Coding, ...]:
    """Return the codings of both; on the same place they are one with the tags of both."""
    united: dict[object, Coding] = {}
    for one in (*first, *second):
        key = (one.article, _place(one)) if one.anchor is not None else one
        known = united.get(key)
        if known is None:
            united[key] = one
        else:
            tags = tuple(dict.fromkeys([*known.tags, *one.tags]))
            notes = dict.fromkeys(filter(None, [known.note, one.note]))
            united[key] = known._replace(tags=tags, note="\n\n".join(notes))
    return tuple(united.values())


def _place(coding: Coding) -> tuple[int, int] | None:
    return None if coding.anchor is None else (coding.anchor.start, coding.anchor.end)


def _name_question(decision: Decision) -> tuple[object, ...]:
    """Return what a decision is about: whatever was decided, this is decided."""
    return (
        decision.article,
        decision.start,
        decision.end,
        frozenset([(decision.first, decision.first_has), (decision.second, decision.second_has)]),
    )
