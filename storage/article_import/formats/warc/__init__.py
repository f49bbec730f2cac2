"""Web archives as crawlers and libraries keep them: WARC (ISO 28500), and WACZ around it."""
