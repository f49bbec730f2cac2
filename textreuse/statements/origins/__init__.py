"""Where words that several articles share came from, and who had them first."""
