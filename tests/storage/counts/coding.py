"""Articles and annotations to count, made of a few words."""

from __future__ import annotations

from collections.abc import Sequence

from storage.anchoring.anchors import make_anchor
from storage.ids import make_text_id
from storage.models import Annotation, Article, Target


def write_article(text: str, title: str = "Title", outlet: str = "", date: str = "") -> Article:
    """Return an article of that text."""
    return Article(
        *(make_text_id(text), text, title, outlet, None, date or None, None, None),
        len(text.split()),
        "2026-01-01",
    )


def mark(number: int, tags: Sequence[str], *places: tuple[Article, str]) -> Annotation:
    """Return an annotation on the words that are named."""
    targets = []
    for article, words in places:
        start = article.text.index(words)
        anchor = make_anchor(article.text, start, start + len(words))
        targets.append(Target(article.id, anchor))
    return Annotation(f"note{number}", tuple(targets), tuple(tags), "", "2026", "2026")
