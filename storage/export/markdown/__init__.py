"""Markdown files that can be exported again over what the user wrote into them."""
