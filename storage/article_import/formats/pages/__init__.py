"""Web pages: the text of their article, and the files that browsers save them in."""
