"""The stages of a scan that all engines have in common, each of which goes on where it was."""
