"""Words of an article in quotation marks of ours."""

from __future__ import annotations


def bare_quote(text: str) -> str:
    """Return `text` without the double quotation marks that it begins and ends with."""
    from textreuse import DOUBLE_QUOTES  # the engine is not needed to list articles

    return text.lstrip(DOUBLE_QUOTES).rstrip(DOUBLE_QUOTES)


def quote_words(text: str) -> str:
    """Return `text` between quotation marks; those at its ends are not doubled."""
    return f"“{bare_quote(text)}”"
