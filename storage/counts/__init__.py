"""Counts of what is coded: tags by outlet, story, date and article, and tags with each other."""
