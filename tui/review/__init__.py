"""The review of annotations whose text has changed."""
