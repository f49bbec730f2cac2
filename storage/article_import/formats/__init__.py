"""One module a format: what reads it, and how it is told from others."""
