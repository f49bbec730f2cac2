"""Scans: which passages stand in several documents of a corpus that is no library."""
