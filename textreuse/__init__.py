"""What texts share: copied and edited passages, repeats, and what stands only here.

Pure functions over text: no files, no clock, no screen, but for the command `python -m textreuse`.
All that others use of it is named here; what lies in its modules is its own.
"""

from textreuse.article_letters import name_letters
from textreuse.comparison import Comparison, compare
from textreuse.copies import Copy, find_copies
from textreuse.derivation import Derivation, classify_derivation, derived
from textreuse.json_document import (
    JSON_SCHEMA,
    ArticleLabel,
    describe_articles,
    describe_comparison,
    describe_quotations,
)
from textreuse.merged_regions.regions import Region, regions
from textreuse.passages.groups import Group, group_passages
from textreuse.passages.passages import KINDS, REWORDED, Kind, Passage
from textreuse.revisions.change import CHANGE_KINDS, Change, ChangedWords, ChangeKind
from textreuse.revisions.find_changes import find_changes
from textreuse.settings import EDITED, PARAPHRASE, VERBATIM, WEAK, Settings
from textreuse.statements.disagreements.disagreement import (
    Disagreement,
    DisagreementKind,
    Severity,
)
from textreuse.statements.origins.origin import (
    ArticleDerivation,
    Carrier,
    Missing,
    Origin,
    OriginKind,
    Origins,
    Overlap,
    OverlapKind,
    Trace,
)
from textreuse.statements.origins.timeline import Edge, EdgeKind, Mark, Timeline
from textreuse.statements.publication_order import has_time, rank_dates
from textreuse.statements.quotations.quotation import Form, Quotation, Speaker, SpeakerKind
from textreuse.statements.shared_quotations import SharedQuotations, find_quotation_passages
from textreuse.statements.statements import Statements, find_statements
from textreuse.statements.utterances.utterance import QuotationFinding, Relation, Utterance
from textreuse.text.boilerplate import NO_VERDICTS, Verdicts, find_boilerplate
from textreuse.text.framing_words import list_everyday_words
from textreuse.text.front_matter import FrontMatter, find_front_matter
from textreuse.text.language import guess_language_of, language_code
from textreuse.text.normalize import (
    APOSTROPHES,
    DASHES,
    DOUBLE_QUOTES,
    fold_punctuation,
    unify_line_breaks,
)
from textreuse.text.paragraphs import split_paragraphs
from textreuse.text.parted_words import join_parted_words
from textreuse.text.prepared_text import PreparedText
from textreuse.text.sentences import split_paragraph, split_sentences
from textreuse.text.span_index import SpanIndex
from textreuse.text.spans import Span, merge
from textreuse.text.words import WordPlaces, Words, find_words, split_words
from textreuse.word_diff import (
    CopyPair,
    DiffKind,
    DiffPiece,
    align_spans,
    diff_words,
    find_shared_words,
    locate_pieces,
    pair_copies,
)

__all__ = [
    "APOSTROPHES",
    "CHANGE_KINDS",
    "DASHES",
    "DOUBLE_QUOTES",
    "EDITED",
    "JSON_SCHEMA",
    "KINDS",
    "NO_VERDICTS",
    "PARAPHRASE",
    "REWORDED",
    "VERBATIM",
    "WEAK",
    "ArticleDerivation",
    "ArticleLabel",
    "Carrier",
    "Change",
    "ChangeKind",
    "ChangedWords",
    "Comparison",
    "Copy",
    "CopyPair",
    "Derivation",
    "DiffKind",
    "DiffPiece",
    "Disagreement",
    "DisagreementKind",
    "Edge",
    "EdgeKind",
    "Form",
    "FrontMatter",
    "Group",
    "Kind",
    "Mark",
    "Missing",
    "Origin",
    "OriginKind",
    "Origins",
    "Overlap",
    "OverlapKind",
    "Passage",
    "PreparedText",
    "Quotation",
    "QuotationFinding",
    "Region",
    "Relation",
    "Settings",
    "Severity",
    "SharedQuotations",
    "Span",
    "SpanIndex",
    "Speaker",
    "SpeakerKind",
    "Statements",
    "Timeline",
    "Trace",
    "Utterance",
    "Verdicts",
    "WordPlaces",
    "Words",
    "align_spans",
    "classify_derivation",
    "compare",
    "derived",
    "describe_articles",
    "describe_comparison",
    "describe_quotations",
    "diff_words",
    "find_boilerplate",
    "find_changes",
    "find_copies",
    "find_front_matter",
    "find_quotation_passages",
    "find_shared_words",
    "find_statements",
    "find_words",
    "fold_punctuation",
    "group_passages",
    "guess_language_of",
    "has_time",
    "join_parted_words",
    "language_code",
    "list_everyday_words",
    "locate_pieces",
    "merge",
    "name_letters",
    "pair_copies",
    "rank_dates",
    "regions",
    "split_paragraph",
    "split_paragraphs",
    "split_sentences",
    "split_words",
    "unify_line_breaks",
]
