"""Feeds and pages that a test's server has."""

from __future__ import annotations

from collections.abc import Iterable


def make_page(title: str, text: str) -> bytes:
    """Make a page of one paragraph."""
    head = f"<head><title>{title}</title></head>"
    return f"<html>{head}<article><h1>{title}</h1><p>{text}</p></article></html>".encode()


def make_feed(addresses: Iterable[str]) -> bytes:
    """Make a feed of entries that are called after their addresses."""
    items = "".join(f"<item><title>{one}</title><link>{one}</link></item>" for one in addresses)
    channel = f"<channel><title>Village news</title>{items}</channel>"
    return f'<?xml version="1.0"?><rss version="2.0">{channel}</rss>'.encode()
