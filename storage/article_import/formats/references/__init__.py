"""Exports of reference managers: records of articles, and the files that are attached to them."""
