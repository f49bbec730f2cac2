"""Join the articles that rest on the same, and tell what that is.

Two articles rest on the same where enough of their own voice is alike (`common_text`). An article
that has its words from several earlier ones rests on the one that gave it most: a round-up does not
make one report of those that it was made of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from textreuse.comparison import Comparison
from textreuse.statements.origins.common_text import CommonText
from textreuse.statements.origins.credits import Credit, find_release_cues, find_statement_cues
from textreuse.statements.origins.origin import Origin, Overlap, OverlapKind
from textreuse.statements.wording import join_names
from textreuse.structures.union_find import UnionFind
from textreuse.text.spans import Span, merge

_Pair = tuple[int, int]
_STRONG = ("signature", "dateline")

_STATED = 1 / 3
"""Share of the words alike, in sentences that speak of a press release or a statement, from which
on these words come of it."""


class OriginFinder:
    """The origins of one story."""

    def __init__(
        self,
        comparison: Comparison,
        common: Mapping[_Pair, CommonText],
        overlaps: Sequence[Overlap],
        credits_: Sequence[Sequence[Credit]],
        names: Sequence[str],
        outlets: Sequence[str | None],
    ) -> None:
        self._comparison, self._credits = comparison, credits_
        self._names, self._outlets = names, outlets
        self._common = {pair: one for pair, one in common.items() if one.rests_on_same}
        self._overlaps = {one.articles: one for one in overlaps}
        self._kinds: list[set[OverlapKind]] = [set() for _ in names]
        for one in overlaps:
            for article in one.articles:
                self._kinds[article].add(one.kind)
        self._kept = _drop_weaker_sources(self._common, self._overlaps)

    def find(self) -> tuple[Origin, ...]:
        """Return the origins, by their first article; every article is in exactly one."""
        count = len(self._names)
        joined = UnionFind(count)
        for pair in self._kept:
            joined.union(*pair)
        members: dict[int, list[int]] = {}
        for article in range(count):
            members.setdefault(joined.find(article), []).append(article)
        return tuple(
            self._describe_group(tuple(group)) if len(group) > 1 else self._describe_one(group[0])
            for group in sorted(members.values())
        )

    def _describe_group(self, group: tuple[int, ...]) -> Origin:
        pairs = [pair for pair in self._kept if pair[0] in group]
        alike = [span for pair in pairs for span in self._common[pair].evidence]
        credited = [credit for article in group for credit in self._credits[article]]
        evidence = merge([*alike, *(credit.span for credit in credited)])
        all_ = join_names(self._names[article] for article in group)
        have = f"{all_} have words alike outside quotations"
        agency, by = self._choose_agency(group)
        root = self._find_root(group, pairs)
        strong = any(c.kind in _STRONG and c.name in agency for c in credited)
        if agency and (strong or root is None or len(by) > 1):
            says = "names" if len(by) == 1 else "name"
            whose = join_names(self._names[article] for article in by)
            why = f"{have}, and {whose} {says} {agency} as where they are from."
            return Origin(group, "wire", agency, evidence, why)
        release = self._find_release(group, pairs)
        if release:
            says = "speaks" if len(release) == 1 else "speak"
            whose = join_names(self._names[article] for article in release)
            why = f"{have}, and {whose} {says} of a press release or statement there."
            return Origin(group, "release", "", evidence, why)
        if root is not None:
            others = join_names(self._names[article] for article in group if article != root)
            has = "has" if len(group) == 2 else "have"
            first = self._names[root]
            why = f"{others} {has} words from {first}, which was published first."
            return Origin(group, "outlet", self._outlets[root] or "", evidence, why)
        why = f"{have}, and nothing tells whether one has them from another, or all from elsewhere."
        return Origin(group, "unknown", "", evidence, why)

    def _describe_one(self, article: int) -> Origin:
        name = self._names[article]
        own = self._credits[article]
        spans = tuple(credit.span for credit in own)
        signed = [credit.name for credit in own if credit.kind == "signature"]
        if signed:
            agency = join_names(sorted(set(signed)))
            why = f"{name} names {agency} as where it is from; no other article rests on the same."
            return Origin((article,), "wire", agency, spans, why)
        if any(credit.kind == "release" for credit in own):
            service = next((credit.name for credit in own if credit.name), "")
            why = f"{name} has the form of a press release; no other article rests on the same."
            return Origin((article,), "release", service, spans, why)
        return Origin(
            (article,), "outlet", self._outlets[article] or "", spans, self._explain_one(article)
        )

    def _explain_one(self, article: int) -> str:
        name = self._names[article]
        if len(self._names) == 1:
            return f"{name} is the only article."
        kinds = self._kinds[article]
        given = [credit.name for credit in self._credits[article] if credit.kind == "contribution"]
        told = f"; it says that {join_names(sorted(set(given)))} gave a part" if given else ""
        if kinds == {"none"}:
            return f"{name} has little in common with the others{told}."
        if kinds <= {"none", "quotations"}:
            return f"{name} shares quotations with others, and little else{told}."
        return (
            f"{name} shares passages with others, but too little of it to rest on the same{told}."
        )

    def _choose_agency(self, group: tuple[int, ...]) -> tuple[str, list[int]]:
        """Return the agency that most articles of a group credit, and these; empty if none does."""
        by: dict[str, set[int]] = {}
        weight: Counter[str] = Counter()
        for article in group:
            for credit in self._credits[article]:
                if credit.kind == "release" or (
                    credit.kind == "dateline" and credit.name == self._outlets[article]
                ):
                    continue
                by.setdefault(credit.name, set()).add(article)
        for name, articles in by.items():
            strong = {
                article
                for article in articles
                for credit in self._credits[article]
                if credit.name == name and credit.kind in _STRONG
            }
            weight[name] = 2 * len(strong) + len(articles)
        if not weight:
            return "", []
        most = max(weight.values())
        chosen = sorted(name for name, count in weight.items() if count == most)
        return join_names(chosen), sorted(set().union(*(by[name] for name in chosen)))

    def _find_root(self, group: tuple[int, ...], pairs: Sequence[_Pair]) -> int | None:
        """Return the article that all others have their words from, directly or not, if one is."""
        sources: dict[int, list[int]] = {}
        for pair in pairs:
            later = self._overlaps[pair].later
            if later is None:
                return None
            sources.setdefault(later, []).append(pair[0] if later == pair[1] else pair[1])
        roots = [article for article in group if article not in sources]
        return roots[0] if len(roots) == 1 else None

    def _find_release(self, group: tuple[int, ...], pairs: Sequence[_Pair]) -> list[int]:
        """Return the articles that have the form of a press release, or report from one.

        These are articles whose sentences that speak of a release or statement have a good part of
        the words alike: one such sentence in a long text that was copied tells nothing of the text.
        Where less than half of the articles do, none is returned.
        """
        formed = [
            article
            for article in group
            if any(credit.kind == "release" for credit in self._credits[article])
        ]
        if formed:
            return formed
        alike = merge(span for pair in pairs for span in self._common[pair].evidence)
        found = []
        for article in group:
            ours = [span for span in alike if span.article == article]
            stated = [
                Span(article, max(span.start, place.start), min(span.end, place.end))
                for place in self._list_stated(article)
                for span in ours
                if span.overlap(place)
            ]
            count = self._comparison.word_count
            if stated and count(article, stated) >= _STATED * count(article, ours):
                found.append(article)
        return found if 2 * len(found) >= len(group) else []

    def _list_stated(self, article: int) -> tuple[Span, ...]:
        """Return the sentences that speak of a press release or a statement, merged."""
        corpus = self._comparison.corpus
        text = corpus.texts[article]
        cues = (*find_release_cues(text, article), *find_statement_cues(text, article))
        places = filter(None, map(corpus.positions, cues))
        return merge(corpus.span(*corpus.sentence(place.start)) for place in places)


def _drop_weaker_sources(
    common: Mapping[_Pair, CommonText], overlaps: Mapping[_Pair, Overlap]
) -> list[_Pair]:
    """Return the pairs without those of a later article with all but its main source.

    Several that gave it equally much are all its main source.
    """
    most: dict[int, float] = {}
    for pair, one in common.items():
        later = overlaps[pair].later
        if later is not None:
            most[later] = max(most.get(later, 0), one.alike)
    return [
        pair
        for pair, one in common.items()
        if overlaps[pair].later is None or one.alike == most[overlaps[pair].later or 0]
    ]
