"""The terminal: command line, app, screens. The only place that knows Textual."""

__version__ = "0.1.0"
