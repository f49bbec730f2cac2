"""Mails: one, one in another, and boxes of them."""
