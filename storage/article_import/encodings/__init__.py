"""Texts that are no clean UTF-8: their encodings, their damage, and what was decoded wrongly."""
