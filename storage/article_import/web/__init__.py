"""Fetching from the web, and from nowhere that is not public."""
