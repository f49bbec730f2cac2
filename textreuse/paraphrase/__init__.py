"""The same statement in other words: sentences weighed by rare terms, matched and fitted."""
