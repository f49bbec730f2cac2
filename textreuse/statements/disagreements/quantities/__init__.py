"""Numbers of a text with what they measure or count, and where two of them differ."""
