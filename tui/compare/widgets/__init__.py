"""The widgets of the compare view."""
