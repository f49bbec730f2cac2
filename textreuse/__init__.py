"""What texts share: copied and edited passages, repeats, and what stands only here.

Pure functions over text: no files, no clock, no screen. All that others use of it is named here;
what lies in its modules is its own.
"""

from textreuse.boilerplate import NO_VERDICTS, Verdicts, find_boilerplate
from textreuse.changes import (
    CopyPair,
    DiffKind,
    DiffPiece,
    align_spans,
    diff_words,
    find_shared_words,
    pair_copies,
)
from textreuse.comparison import Comparison, compare
from textreuse.copies import Copy, copies
from textreuse.covering import SpanIndex
from textreuse.derived import Derivation, derivation, derived
from textreuse.fold import APOSTROPHES, DASHES, DOUBLE_QUOTES, fold_punctuation
from textreuse.framing import everyday_words
from textreuse.groups import Group, group_passages
from textreuse.passages import Kind, Passage
from textreuse.regions import Region, regions
from textreuse.sentences import paragraphs, sentences
from textreuse.settings import EDITED, PARAPHRASE, VERBATIM, Settings
from textreuse.spans import Span, merge
from textreuse.words import Words, words

__all__ = [
    "APOSTROPHES",
    "DASHES",
    "DOUBLE_QUOTES",
    "EDITED",
    "NO_VERDICTS",
    "PARAPHRASE",
    "VERBATIM",
    "Comparison",
    "Copy",
    "CopyPair",
    "Derivation",
    "DiffKind",
    "DiffPiece",
    "Group",
    "Kind",
    "Passage",
    "Region",
    "Settings",
    "Span",
    "SpanIndex",
    "Verdicts",
    "Words",
    "align_spans",
    "compare",
    "copies",
    "derivation",
    "derived",
    "diff_words",
    "everyday_words",
    "find_boilerplate",
    "find_shared_words",
    "fold_punctuation",
    "group_passages",
    "merge",
    "pair_copies",
    "paragraphs",
    "regions",
    "sentences",
    "words",
]
