"""Web pages: the text of the article, what the page says of it, and the files they are saved in."""
