"""Values on which two articles do not agree."""
