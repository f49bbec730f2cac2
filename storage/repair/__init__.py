"""Finding damage in a library, and saving what can be had."""
