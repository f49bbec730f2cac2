"""Scans: the passages of a corpus that travelled furthest, and the texts that they stand in."""
