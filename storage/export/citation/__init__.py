"""Quotes as citations, and links that lead to the very words."""
