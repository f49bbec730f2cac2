"""Services that are asked for annotations, one module each."""
