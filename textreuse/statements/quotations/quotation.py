"""What a quotation is: words that somebody said or wrote, and who it was."""

from __future__ import annotations

from typing import Literal, NamedTuple

from textreuse.text.spans import Span

Form = Literal["direct", "indirect", "narration"]
"""Words between quotation marks or displayed as a statement, reported speech, or told as a fact."""

SpeakerKind = Literal["person", "organisation", "document", "anonymous", "unresolved"]
"""Anonymous is who the text does not name; unresolved, where it does not tell who spoke."""


class Speaker(NamedTuple):
    """Who said it, as far as the text tells."""

    kind: SpeakerKind
    name: str
    """The longest name that the text gives; of documents and of those who are not named, the words
    that stand for them; empty where it is unresolved."""
    span: Span | None
    """The words near the quotation that say who, if any do."""

    @property
    def is_sure(self) -> bool:
        """Whether it is somebody with a name."""
        return self.kind in ("person", "organisation")


UNRESOLVED = Speaker("unresolved", "", None)


class Quotation(NamedTuple):
    """One stretch of what somebody said."""

    span: Span
    """Of a direct quotation the text between the marks, the marks left out, or a sentence of a
    statement that is displayed without any."""
    form: Form
    speaker: Speaker
    turn: int
    """Segments that one sentence, or paragraphs opened anew by a mark, cut a speech into have the
    same number; turns count from 1 in each article."""
