"""Notes out of the library."""
