"""The state of a story that is read. No module here knows Textual."""
