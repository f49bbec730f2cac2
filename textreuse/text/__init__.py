"""Text as the engine reads it: words, sentences, places in texts, and all of it as one row."""
