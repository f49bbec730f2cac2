"""Anchors: how an annotation finds its words again when the text has changed."""
