"""Words that differ in one statement: opposites, negations, what was quoted."""
