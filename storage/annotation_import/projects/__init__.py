"""Projects of programs for qualitative analysis, into the library: texts, codes and codings."""
