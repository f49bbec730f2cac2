"""Searching the whole library, and who else carries a text."""
