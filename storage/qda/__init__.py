"""Projects of programs for qualitative data analysis, as files."""
