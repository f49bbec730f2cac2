"""Who else carried a text, and which articles belong together."""
