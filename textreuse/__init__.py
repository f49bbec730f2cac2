"""What texts share: copied and edited passages, repeats, and what stands only here.

Pure functions over text: no files, no clock, no screen.
"""

from textreuse.boilerplate import Verdicts
from textreuse.comparison import Comparison, compare
from textreuse.copies import Copy, copies
from textreuse.derived import Derivation, derivation, derived
from textreuse.framing import everyday_words
from textreuse.groups import Group
from textreuse.passages import Kind, Passage
from textreuse.regions import Region, regions
from textreuse.sentences import paragraphs, sentences
from textreuse.settings import Settings
from textreuse.spans import Span, merge
from textreuse.words import Words, words

__all__ = [
    "Comparison",
    "Copy",
    "Derivation",
    "Group",
    "Kind",
    "Passage",
    "Region",
    "Settings",
    "Span",
    "Verdicts",
    "Words",
    "compare",
    "copies",
    "derivation",
    "derived",
    "everyday_words",
    "merge",
    "paragraphs",
    "regions",
    "sentences",
    "words",
]
