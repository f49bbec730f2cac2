"""How sure a measure is: its spread where other articles of the kind had been coded."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Hashable, Sequence
from operator import mul

from storage.agreement.nominal import Pattern, find_alpha, sum_coincidences

DRAWS = 1000
_SEED = 1
_TAIL = 0.025


class ArticleDraws:
    """Articles drawn again and again, as many as there are, each as often as chance has it.

    Sentences of one article are no independent units, articles are: so these are drawn (B. Efron,
    R. J. Tibshirani, An Introduction to the Bootstrap, 1993, percentiles). All tags have the same
    draws, and so has every run.
    """

    def __init__(self, articles: int) -> None:
        dice = random.Random(_SEED)
        numbers = range(articles)
        draws = DRAWS if articles > 1 else 0
        self._draws = [[0] * articles for _ in range(draws)]
        for times in self._draws:
            for at in dice.choices(numbers, k=articles):
                times[at] += 1
        self._sums: dict[tuple[int, ...], list[int]] = {}

    def find_interval(self, by_article: Sequence[Counter[Pattern]]) -> tuple[float, float] | None:
        """Return between which values of Krippendorff's alpha 95 % of the draws lie.

        None with fewer than two articles, or where alpha is mostly not defined.
        """
        parts = [sum_coincidences(patterns) for patterns in by_article]
        every: Counter[Hashable] = Counter()
        for _, values in parts:
            every.update(values)
        # Most articles have nothing but the commonest value: of these the sizes alone matter.
        usual = every.most_common(1)[0][0] if every else None
        telling = [at for at, (_, values) in enumerate(parts) if values.keys() - {usual}]
        sizes = tuple(int(values.total()) for _, values in parts)
        differing = [parts[at][0] for at in telling]
        others = [[parts[at][1][value] for at in telling] for value in every if value != usual]
        found = []
        for times, size in zip(self._draws, self._sum_sizes(sizes), strict=True):
            drawn = [times[at] for at in telling]
            counts = [sum(map(mul, drawn, each)) for each in others]
            counts.append(size - sum(counts))
            alpha = find_alpha(sum(map(mul, drawn, differing)), counts)
            if alpha is not None:
                found.append(alpha)
        if len(found) <= DRAWS / 2:
            return None
        found.sort()
        tail = int(len(found) * _TAIL)
        return found[tail], found[-1 - tail]

    def _sum_sizes(self, sizes: tuple[int, ...]) -> list[int]:
        if sizes not in self._sums:
            self._sums[sizes] = [sum(map(mul, times, sizes)) for times in self._draws]
        return self._sums[sizes]
