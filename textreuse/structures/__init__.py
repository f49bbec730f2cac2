"""Data structures that know nothing of text."""
