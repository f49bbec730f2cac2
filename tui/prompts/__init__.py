"""Questions over a screen: a line, a name, tags, a note."""
