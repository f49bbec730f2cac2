"""The tables of the index of a scan."""

from __future__ import annotations

APPLICATION_ID = 0x436F7053  # "CopS": tells the index of a scan from a library
VERSION = 2
"""`user_version` of the file; another one is of another Copydesk."""

TABLES = """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE source (
        number INTEGER PRIMARY KEY, path TEXT NOT NULL, kind TEXT NOT NULL,
        size INTEGER NOT NULL, modified REAL NOT NULL
    );
    CREATE TABLE document (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, series TEXT NOT NULL,
        title TEXT NOT NULL, date TEXT, url TEXT, source INTEGER NOT NULL, place INTEGER NOT NULL,
        length INTEGER NOT NULL, words INTEGER NOT NULL, digest TEXT NOT NULL, other TEXT NOT NULL
    );
    CREATE TABLE passage (
        left INTEGER NOT NULL, left_begin INTEGER NOT NULL, left_end INTEGER NOT NULL,
        right INTEGER NOT NULL, right_begin INTEGER NOT NULL, right_end INTEGER NOT NULL,
        kind TEXT NOT NULL, similarity REAL NOT NULL
    );
    CREATE TABLE cluster (
        number INTEGER PRIMARY KEY, documents INTEGER NOT NULL, outlets INTEGER NOT NULL,
        words INTEGER NOT NULL, first_date TEXT, last_date TEXT, days INTEGER,
        excerpt TEXT NOT NULL
    );
    CREATE TABLE cluster_text (cluster INTEGER PRIMARY KEY, passage TEXT NOT NULL);
    CREATE TABLE cluster_span (
        cluster INTEGER NOT NULL, document INTEGER NOT NULL,
        begin INTEGER NOT NULL, end INTEGER NOT NULL
    );
"""

INDEX_OF_SPANS = """
    CREATE INDEX IF NOT EXISTS span_by_cluster ON cluster_span (cluster, document, begin);
"""
INDEXES = """
    CREATE INDEX IF NOT EXISTS passage_by_left ON passage (left, right);
    CREATE INDEX IF NOT EXISTS passage_by_right ON passage (right, left);
    CREATE INDEX IF NOT EXISTS cluster_by_outlets ON cluster (outlets, documents, words, number);
    CREATE INDEX IF NOT EXISTS cluster_by_documents ON cluster (documents, words, number);
    CREATE INDEX IF NOT EXISTS cluster_by_words ON cluster (words, number);
    CREATE INDEX IF NOT EXISTS cluster_by_days ON cluster (coalesce(days, -1), number);
    CREATE INDEX IF NOT EXISTS cluster_by_first_date ON cluster (coalesce(first_date, ''), number);
    CREATE INDEX IF NOT EXISTS span_by_document ON cluster_span (document, begin);
    CREATE VIRTUAL TABLE cluster_words USING fts5(
        passage, content='cluster_text', content_rowid='cluster',
        tokenize='unicode61 remove_diacritics 2'
    );
    INSERT INTO cluster_words (cluster_words) VALUES ('rebuild');
"""
"""Made last: rows are written faster without."""
