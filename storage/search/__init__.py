"""Full text, fingerprints and rare terms: what finds an article by its words."""
