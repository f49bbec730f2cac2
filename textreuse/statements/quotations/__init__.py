"""Quotations of one text, with their speakers."""
