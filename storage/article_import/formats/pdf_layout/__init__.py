"""From the words of a PDF's pages, each with its place, to paragraphs in reading order."""
