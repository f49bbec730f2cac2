"""Dates and times of day of a text, and where two of them differ."""
