"""The compare view: articles side by side."""
