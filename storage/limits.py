"""How much is read of anything, and how long it is waited for: no article is beyond this.

Each limit holds for one file, address or document, and what is beyond is refused in a sentence.
"""

from __future__ import annotations

# Files and standard input

LARGEST_FILE = 64 * 2**20
"""Bytes of a file, or of what comes through standard input."""
LARGEST_ARCHIVE = 16 * 2**30
"""Bytes of a file that is never in memory as a whole."""
SECONDS_OF_FILE = 20.0
"""From the first byte of a file to the last. Who writes into standard input may take longer."""

# Uploads from a browser

LARGEST_UPLOAD = 256 * 2**20
"""Bytes of a file."""
LARGEST_UPLOADS = 512 * 2**20
"""Bytes of all files of a reader together."""
MOST_UPLOADS = 1000
"""Files of a reader."""

# The web

LARGEST_BODY = 10 * 2**20
"""Bytes of what a server sends, packed and unpacked."""
SECONDS_OF_FETCHING = 20.0
"""From the first look for the host to the last byte, over all redirects."""
MOST_REDIRECTS = 10
MOST_PACKINGS = 5
"""Packings of a body, one in the other."""

# Parsing, in a process of its own

SECONDS_OF_PARSING = 20.0
SECONDS_OF_PARSING_LONG = 60.0
"""For formats that may be as long as a book."""
SECONDS_OF_STARTING = 20.0
"""For the process to start, once, before any of that."""
LARGEST_MEMORY = 3 * 2**30
"""Bytes of its address space, where the system can limit that; libraries take a part of them."""
LARGEST_ANSWER = 256 * 2**20
"""Bytes of what a parser found, as JSON."""

# What is in a document

MOST_PAGES = 2000
"""Pages of a PDF."""
MOST_CHAPTERS = 2000
"""Parts of a book that its spine lists."""
MOST_PARTS = 20_000
"""Files in a book, of any kind."""
LARGEST_CHAPTER = 16 * 2**20
"""Bytes of a part of a book, unpacked."""
LARGEST_BOOK = 48 * 2**20
"""Bytes of all its parts together, unpacked; a book has one or two million."""
LARGEST_DOCUMENT = 2**30
"""Bytes of what a word processor wrote, unpacked; it may hold a thousand articles."""
LARGEST_PROJECT = 256 * 2**20
"""Bytes of the texts and codings of a project for qualitative analysis, unpacked."""
LARGEST_CODEBOOK = 8 * 2**20
"""Bytes of a file with a codebook."""
MOST_ENTRIES = 5000
"""Entries of a feed, or feeds of a list."""
MOST_RECORDS = 200_000
"""Rows of a table, or pages of an archive, that are listed."""
LARGEST_WORKBOOK = 2 * 2**30
"""Bytes of an Excel workbook, unpacked; its rows are never all in memory."""
LONGEST_ENTRY = 500_000
"""Characters of an entry's text in the feed; a longer one is had from its page alone."""

# Comparing

MOST_WORDS_COMPARED = 1_000_000
"""Words of all the articles that are compared with each other; they take 400 MB."""
