"""Annotations for other programs: JSON-LD, Hypothesis, CSV, SQLite."""
