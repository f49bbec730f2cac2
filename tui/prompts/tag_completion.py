"""Completing a line of tags, or a name, from those in use."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process

MOST = 6
"""Tags that are offered at once."""
_LEAST_LIKENESS = 60
"""Of 100: below it nobody would have meant that tag."""


def suggest_tags(line: str, tags: Sequence[str], most: int = MOST) -> list[str]:
    """Return which of `tags` may complete the last of the tags in `line`, likeliest first.

    See `rank_names`. What the line has already is not offered again.
    """
    given, begun = _split(line)
    had = {tag.casefold() for tag in given}
    return rank_names(begun, [tag for tag in tags if tag.casefold() not in had], most)


def rank_names(begun: str, names: Sequence[str], most: int = MOST) -> list[str]:
    """Return which of `names` may be meant by what was begun, likeliest first.

    Those that begin so come first, then those of which a word or a part of the path does, then
    those that are spelled alike (rapidfuzz, weighted ratio); equals in the order given. Nothing
    begun yet: the first of `names`.
    """
    wanted = begun.casefold()
    if not wanted:
        return list(names[:most])
    keys = [name.casefold() for name in names]
    whole = [i for i, key in enumerate(keys) if key.startswith(wanted)]
    part = [i for i, key in enumerate(keys) if f"/{wanted}" in f"/{key}" or f" {wanted}" in key]
    alike = process.extract(
        wanted, keys, scorer=fuzz.WRatio, limit=most, score_cutoff=_LEAST_LIKENESS
    )
    ranked = dict.fromkeys([*whole, *part, *(index for _, _, index in alike)])
    return [names[index] for index in ranked][:most]


def complete_tag(line: str, tag: str) -> str:
    """Return `line` with `tag` in place of the last one in it, ready for another."""
    given, _ = _split(line)
    return "".join(f"{one}, " for one in (*given, tag))


def _split(line: str) -> tuple[list[str], str]:
    """Return the tags that are written, and the one that is being written."""
    *given, begun = line.split(",")
    return [tag for tag in map(_strip, given) if tag], _strip(begun)


def _strip(written: str) -> str:
    return written.strip().lstrip("# ")
