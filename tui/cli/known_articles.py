"""Articles of a library, as they are named on the command line."""

from __future__ import annotations

from storage.article_import.web.urls import canonicalize, hide_user, is_address
from storage.errors import NotFoundError
from storage.library import Library
from storage.models import Article


def find_at_address(library: Library, name: str) -> Article | None:
    """Return the newest version of the article at an address; None without one.

    `ReadError` where it is no address.
    """
    return library.articles.find_at(canonicalize(name))


def find_known(library: Library, name: str) -> Article:
    """Return an article by its id, part of its title, or its address; `NotFoundError` without."""
    if not is_address(name):
        return library.articles.find(name)
    known = find_at_address(library, name)
    if known is None:
        raise NotFoundError(f"No article in the library has the address {hide_user(name)}.")
    return known
