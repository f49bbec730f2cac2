"""What lists articles that are to be fetched: feeds, sitemaps, bookmarks, addresses."""
