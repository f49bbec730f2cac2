"""Markup as a tree and as text, whatever holds it: pages, books, mails, feeds."""
