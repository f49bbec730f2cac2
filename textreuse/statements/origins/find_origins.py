"""Tell where the words of each article of a story came from, and in which order."""

from __future__ import annotations

from collections.abc import Sequence

from textreuse.comparison import Comparison
from textreuse.derivation import find_sources
from textreuse.statements.origins.article_derivations import derive_articles
from textreuse.statements.origins.common_text import find_common_texts
from textreuse.statements.origins.credits import find_credits
from textreuse.statements.origins.direction import find_later
from textreuse.statements.origins.independent_origins import OriginFinder
from textreuse.statements.origins.origin import Origins
from textreuse.statements.origins.overlaps import classify_overlaps
from textreuse.statements.origins.publication import order_articles
from textreuse.statements.origins.quoted_statements import QuotedStatements
from textreuse.statements.publication_order import rank_dates
from textreuse.statements.quotations.quotation import Quotation
from textreuse.statements.shared_quotations import SharedQuotations


def find_origins(
    comparison: Comparison,
    quotations: Sequence[Sequence[Quotation]],
    names: Sequence[str],
    published: Sequence[str | None],
    outlets: Sequence[str | None],
) -> Origins:
    """Return where words came from; see `Origins`.

    `quotations` are the direct ones of each article. Another order of the articles renumbers and
    changes nothing else.
    """
    ranks = rank_dates(published)
    credits_ = [find_credits(text, article) for article, text in enumerate(comparison.texts)]
    sources = tuple(find_sources(comparison))
    shared = SharedQuotations(comparison, quotations)
    statements = QuotedStatements(comparison.corpus, quotations)
    common = find_common_texts(comparison, sources, shared)
    later = {pair: find_later(one, ranks, outlets, credits_) for pair, one in common.items()}
    overlaps = classify_overlaps(comparison, common, shared, statements, later, names)
    return Origins(
        OriginFinder(comparison, common, overlaps, credits_, names, outlets).find(),
        derive_articles(comparison, sources, names, ranks),
        overlaps,
        order_articles(published),
    )
