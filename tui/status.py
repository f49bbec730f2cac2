"""The status line of the compare view: where the reader is, in words."""

from __future__ import annotations

from storage.export.markdown import percent
from storage.visible import shortened, visible_line
from textreuse import Group, Passage
from tui.reading import Placed, Reading

_NOTE = 60
"""Characters of a note that leave room for the rest of the line."""


def status(reading: Reading) -> str:
    """Return the current item, where else it stands, and how much of this article is shared."""
    parts = [_item(reading)]
    if reading.selection is not None:
        start, end = reading.selection.extent
        count = len(reading.articles[reading.focus].text[start:end].split())
        parts.insert(0, f"selecting, {count} word{'s' if count != 1 else ''}")
    comparison = reading.comparison
    if comparison is not None:
        article = reading.focus
        words = comparison.word_count(article)
        shared = comparison.word_count(article, comparison.shared(article))
        count = len(reading.articles)
        of = f" of {count}" if count > 1 else ""
        parts.append(f"{reading.letters[article]}{of}, {percent(shared, words)} shared")
    return " │ ".join(part for part in parts if part)


def _item(reading: Reading) -> str:
    if reading.comparison is None:
        return "comparing…"
    things = reading.here()
    if things and isinstance(things[0], Placed):
        return _note(reading, things[0])
    group = reading.group_here()
    if group is not None:
        return _passage(reading, group)
    count = len(reading.groups)
    if not count:
        return "no shared passage"
    return f"{count} passage{'s' if count != 1 else ''}, J goes to the next"


def _passage(reading: Reading, group: Group) -> str:
    here = reading.span_here(group)
    others = [article for article in group.articles if article != here.article]
    parts = [f"passage {group.id} of {len(reading.groups)}"]
    if others:
        parts.append(f"also in {', '.join(reading.letters[article] for article in others)}")
    again = sum(span.article == here.article for span in group.spans) - 1
    if again:
        parts.append("again here" if again == 1 else f"{again} times more here")
    passage = reading.passage_here(group)
    if passage is not None:
        parts.append(_likeness(passage))
    return " · ".join(parts)


def _likeness(passage: Passage) -> str:
    if passage.kind == "verbatim":
        return "same words"
    # 99.6 % is not the same words.
    percent = min(99, round(100 * passage.similarity))
    same = f"{percent}% the same"
    return f"in other words, {same}" if passage.kind == "paraphrase" else same


def _note(reading: Reading, placed: Placed) -> str:
    number = reading.placed.index(placed) + 1
    tags = " ".join(f"#{tag}" for tag in placed.annotation.tags)
    kind = "note" if placed.annotation.note else "tag" if tags else "mark"
    parts = [f"{kind} {number} of {len(reading.placed)}", tags, placed.annotation.note]
    return shortened(" · ".join(visible_line(part) for part in parts if part), _NOTE)
