"""Services that are asked for annotations, one module each, and what both of them ask with."""
