"""The manual, and what writes those parts of it that the program knows best."""
