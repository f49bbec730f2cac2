"""Numbers, dates and texts as people read them in a terminal."""
