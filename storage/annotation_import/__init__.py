"""Annotations in the formats of other programs, into the library."""
