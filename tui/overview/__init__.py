"""The overview of a story."""
