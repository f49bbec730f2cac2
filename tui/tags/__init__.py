"""The screen of all tags."""
