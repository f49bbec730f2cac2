"""Reasons: one sentence for people on how two articles give an utterance."""

from __future__ import annotations

from textreuse.statements.utterances.cuts import Misleading

_MOST_WORDS = 12
"""Words of an article that a sentence shows."""


def show(words: str) -> str:
    """Return words of an article between marks, on one line and not too many."""
    listed = words.split()
    if len(listed) > _MOST_WORDS:
        listed = [*listed[:_MOST_WORDS], "…"]
    return f"“{' '.join(listed)}”"


def tell_same(one: str, other: str, *, written_alike: bool) -> str:
    """Say that two articles quote the same words."""
    how = "" if written_alike else ", written differently"
    return f"{one} and {other} quote the same words{how}."


def tell_cut(shorter: str, longer: str) -> str:
    """Say that one quotes part of what another does."""
    return f"{shorter} quotes part of what {longer} quotes."


def tell_overlap(one: str, other: str) -> str:
    """Say that two quotations have a part in common."""
    return f"{one} and {other} each quote words of it that the other leaves out."


def tell_open(one: str, other: str) -> str:
    """Say that a change is told by the article that made it."""
    return f"{one} and {other} differ where an ellipsis or brackets tell of it."


def tell_misleading(why: Misleading, shorter: str, longer: str, left_out: str) -> str:
    """Say why a cut may mislead."""
    if why == "full stop":
        return (
            f"{shorter} ends with a full stop where in {longer} the sentence goes on: {left_out}."
        )
    where = "follows" if why == "turn" else "stands before it"
    return f"{shorter} leaves out what {where} in {longer}: {left_out}."


def tell_left_out(shorter: str, longer: str, left_out: str) -> str:
    """Say that words vanished inside a quotation."""
    return f"{shorter} leaves out {left_out}, which {longer} quotes, and no ellipsis tells of it."


def tell_altered(one: str, ours: str, other: str, theirs: str, more: int) -> str:
    """Say which words differ inside the marks; `ours` or `theirs` may be empty; `more` others."""
    if ours and theirs:
        said = f"{one} quotes {show(ours)} where {other} quotes {show(theirs)}"
    elif ours:
        said = f"{one} quotes {show(ours)}, which {other} has not"
    else:
        said = f"{other} quotes {show(theirs)}, which {one} has not"
    return f"{said}{_tell_more(more)}."


def tell_spoken(one: str, other: str) -> str:
    """Say that only contractions and filling words differ."""
    return f"{one} and {other} differ in contractions or filling words alone."


def tell_extended(longer: str, moved: str, shorter: str) -> str:
    """Say that narration moved inside the marks."""
    return f"{longer} puts {show(moved)} inside the quotation marks; in {shorter} it is narration."


def tell_narrated(quoting: str, words: str, telling: str) -> str:
    """Say that a quotation is narration elsewhere."""
    return f"{quoting} quotes {show(words)}; in {telling} it is narration that nobody says."


def tell_reported(quoting: str, telling: str, *, in_same_words: bool) -> str:
    """Say that what one article quotes another reports."""
    how = "without quotation marks" if in_same_words else "in its own words"
    return f"{telling} tells {how} what {quoting} quotes."


def tell_added(quoting: str, words: str, telling: str) -> str:
    """Say that a quotation which is narration elsewhere goes on with words that nobody has."""
    return (
        f"{quoting} adds {show(words)} to a quotation that is narration in {telling}; "
        "no other article has anything of it."
    )


def tell_reattributed(one: str, speaker: str, other: str, another: str) -> str:
    """Say that the same words have two speakers."""
    return f"{one} gives these words to {speaker}, {other} to {another}."


def _tell_more(count: int) -> str:
    if not count:
        return ""
    return ", and one more change" if count == 1 else f", and {count} more changes"
