"""What an import leaves as the library has it, in a sentence."""

from __future__ import annotations

from storage.wording.plural import pluralize


def tell_what_stays(differing: int) -> list[str]:
    """Say how many memos, and values of variables, were not changed; empty where none differs."""
    if not differing:
        return []
    many = pluralize(differing, "memo or value of a variable", "memos or values of variables")
    return [f"Not changed: {many} of which the coder has another here."]
