"""Readers of annotations, one module a format, and what several of them share."""
