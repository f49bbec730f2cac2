"""The index of a scan: one SQLite file from which it is read."""
