"""Utterances: what was said, over all articles that give it."""
