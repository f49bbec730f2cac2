"""Who said what, which values disagree, who had it first: what a comparison is asked about."""
