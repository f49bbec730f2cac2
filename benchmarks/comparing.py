"""Comparing five articles of one story beside others who do it: time, and what is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from benchmarks import rivals
from benchmarks.clock import medians
from benchmarks.rivals import Match
from benchmarks.tables import table
from benchmarks.texts import KINDS, Copy, Story, story

ROUNDS = 7

Word = tuple[int, int, int]
"""An article, a word of it, and the article where it was found to stand too."""


def run() -> None:
    """Print a row for each: median CPU time, its ratio to difflib's, the share found, and errors.

    A copied word counts as found where it is matched with the article that it was copied to or
    from. Wrong are matched words outside everything that was copied between the two.
    """
    made = story(5, 700, 40)
    everyone: dict[str, Callable[[list[str]], Iterator[Match]]] = {
        "Copydesk, every kind": partial(rivals.engine, sensitivity=3),
        "Copydesk, no paraphrase": partial(rivals.engine, sensitivity=2),
        "difflib": rivals.difflib,
        "rapidfuzz, Indel": rivals.rapidfuzz,
    }
    if rivals.has_sim_text():
        everyone["sim_text, with its start"] = rivals.sim_text
    times = dict(
        zip(
            everyone,
            medians([partial(job, made.texts) for job in everyone.values()], ROUNDS),
            strict=True,
        )
    )
    print(
        "5 articles of 700 words, with themselves (rapidfuzz: without);"
        " copied words found, by how they were copied:"
    )
    rows = [
        [
            name,
            f"{1000 * times[name]:.1f} ms",
            f"{times[name] / times['difflib']:.2f}",
            *_found(made, _words(job(made.texts))),
        ]
        for name, job in everyone.items()
    ]
    print(table(["", "CPU", "to difflib", *KINDS, "wrong words"], rows))
    if not rivals.has_sim_text():
        print("sim_text: not installed (Debian's package similarity-tester)")


def _words(matches: Iterable[Match]) -> set[Word]:
    found: set[Word] = set()
    for match in matches:
        found.update((match.left, word, match.right) for word in match.left_words)
        found.update((match.right, word, match.left) for word in match.right_words)
    return found


def _found(made: Story, found: set[Word]) -> Iterator[str]:
    for kind in KINDS:
        copied = {word for copy in made.copies if copy.kind == kind for word in _kept(copy)}
        yield f"{len(copied & found) / len(copied):.0%}"
    # Neither right nor wrong: words that were changed inside what was copied.
    yield str(len(found.difference(*(_whole(copy) for copy in made.copies))))


def _kept(copy: Copy) -> Iterator[Word]:
    for ours, theirs in copy.kept:
        yield copy.source.article, ours, copy.target.article
        yield copy.target.article, theirs, copy.source.article


def _whole(copy: Copy) -> set[Word]:
    source, target = copy.source, copy.target
    return {
        (here.article, word, there.article)
        for here, there in ((source, target), (target, source))
        for word in range(here.first, here.last)
    }
