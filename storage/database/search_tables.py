"""The migration 0005: what finds things in a library. Never change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

WORDS_TOKENIZER = "porter unicode61 remove_diacritics 2"
"""FTS5's tokenizer of `article_words` and `note_words`: English stems, no accents."""
_EAST_ASIAN = "*[⺀-〿぀-ヿ㄀-ㆿ㐀-䶿一-鿿ꥠ-꥿가-힣豈-﫿ｦ-ﾟ]*"
"""SQLite's GLOB for a text with a sign of Chinese, Japanese or Korean writing."""


def make_search(db: Database) -> None:
    """Number articles and annotations, index their words, and make room for fingerprints."""
    # Indexes need small integers that stay as they are; SQLite's own row ids may change.
    db.execute(
        """
        CREATE TABLE article_number (
            number INTEGER PRIMARY KEY,
            article TEXT NOT NULL UNIQUE REFERENCES article(id) ON DELETE CASCADE
        ) STRICT
        """
    )
    db.execute(
        """
        CREATE TABLE annotation_number (
            number INTEGER PRIMARY KEY,
            annotation TEXT NOT NULL UNIQUE REFERENCES annotation(id) ON DELETE CASCADE
        ) STRICT
        """
    )
    db.execute(
        """
        CREATE VIEW numbered_article AS
        SELECT number, id, title, source, coalesce(author, '') AS author, text
        FROM article_number JOIN article ON article.id = article_number.article
        """
    )
    db.execute(
        """
        CREATE VIEW numbered_annotation AS
        SELECT number, id, note
        FROM annotation_number JOIN annotation ON annotation.id = annotation_number.annotation
        """
    )
    # Full text without a copy of the texts: FTS5 reads them through the views.
    db.execute(
        f"""
        CREATE VIRTUAL TABLE article_words USING fts5(
            title, source, author, text, content='numbered_article', content_rowid='number',
            tokenize='{WORDS_TOKENIZER}', prefix='2 3'
        )
        """
    )
    # Chinese and Japanese have no spaces between words: any three signs in a row are found there.
    db.execute(
        """
        CREATE VIRTUAL TABLE article_signs USING fts5(
            title, source, author, text, content='numbered_article', content_rowid='number',
            tokenize='trigram'
        )
        """
    )
    db.execute("CREATE TABLE signs_indexed (number INTEGER PRIMARY KEY) STRICT")
    db.execute(
        f"""
        CREATE VIRTUAL TABLE note_words USING fts5(
            note, content='numbered_annotation', content_rowid='number',
            tokenize='{WORDS_TOKENIZER}', prefix='2 3'
        )
        """
    )
    columns = "title, source, author, text"
    for statement in (
        # Numbers come and go with their rows; the index follows the number.
        """
        CREATE TRIGGER article_is_numbered AFTER INSERT ON article BEGIN
            INSERT INTO article_number (article) VALUES (new.id);
        END
        """,
        f"""
        CREATE TRIGGER article_is_indexed AFTER INSERT ON article_number BEGIN
            INSERT INTO article_words (rowid, {columns})
            SELECT number, {columns} FROM numbered_article WHERE number = new.number;
            INSERT INTO signs_indexed (number)
            SELECT number FROM numbered_article
            WHERE number = new.number AND title || text GLOB '{_EAST_ASIAN}';
            INSERT INTO article_signs (rowid, {columns})
            SELECT numbered_article.number, {columns} FROM numbered_article
            JOIN signs_indexed ON signs_indexed.number = numbered_article.number
            WHERE numbered_article.number = new.number;
        END
        """,
        f"""
        CREATE TRIGGER article_leaves_index BEFORE UPDATE OF title, source, author ON article
        BEGIN
            INSERT INTO article_words (article_words, rowid, {columns})
            SELECT 'delete', number, {columns} FROM numbered_article WHERE id = old.id;
            INSERT INTO article_signs (article_signs, rowid, {columns})
            SELECT 'delete', numbered_article.number, {columns} FROM numbered_article
            JOIN signs_indexed ON signs_indexed.number = numbered_article.number
            WHERE id = old.id;
        END
        """,
        f"""
        CREATE TRIGGER article_is_indexed_anew AFTER UPDATE OF title, source, author ON article
        BEGIN
            INSERT INTO article_words (rowid, {columns})
            SELECT number, {columns} FROM numbered_article WHERE id = new.id;
            INSERT INTO article_signs (rowid, {columns})
            SELECT numbered_article.number, {columns} FROM numbered_article
            JOIN signs_indexed ON signs_indexed.number = numbered_article.number
            WHERE id = new.id;
        END
        """,
        """
        CREATE TRIGGER annotation_is_numbered AFTER INSERT ON annotation BEGIN
            INSERT INTO annotation_number (annotation) VALUES (new.id);
        END
        """,
        """
        CREATE TRIGGER note_is_indexed AFTER INSERT ON annotation_number BEGIN
            INSERT INTO note_words (rowid, note)
            SELECT number, note FROM numbered_annotation WHERE number = new.number;
        END
        """,
        """
        CREATE TRIGGER note_leaves_index BEFORE UPDATE OF note ON annotation BEGIN
            INSERT INTO note_words (note_words, rowid, note)
            SELECT 'delete', number, note FROM numbered_annotation WHERE id = old.id;
        END
        """,
        """
        CREATE TRIGGER note_is_indexed_anew AFTER UPDATE OF note ON annotation BEGIN
            INSERT INTO note_words (rowid, note)
            SELECT number, note FROM numbered_annotation WHERE id = new.id;
        END
        """,
        """
        CREATE TRIGGER annotation_is_gone BEFORE DELETE ON annotation BEGIN
            INSERT INTO note_words (note_words, rowid, note)
            SELECT 'delete', number, note FROM numbered_annotation WHERE id = old.id;
            DELETE FROM annotation_number WHERE annotation = old.id;
        END
        """,
        f"""
        CREATE TRIGGER article_is_gone BEFORE DELETE ON article BEGIN
            INSERT INTO article_words (article_words, rowid, {columns})
            SELECT 'delete', number, {columns} FROM numbered_article WHERE id = old.id;
            INSERT INTO article_signs (article_signs, rowid, {columns})
            SELECT 'delete', numbered_article.number, {columns} FROM numbered_article
            JOIN signs_indexed ON signs_indexed.number = numbered_article.number
            WHERE id = old.id;
            DELETE FROM signs_indexed WHERE number =
                (SELECT number FROM article_number WHERE article = old.id);
            DELETE FROM fingerprint WHERE number =
                (SELECT number FROM article_number WHERE article = old.id);
            DELETE FROM fingerprinted WHERE number =
                (SELECT number FROM article_number WHERE article = old.id);
            DELETE FROM article_number WHERE article = old.id;
        END
        """,
    ):
        db.execute(statement)
    db.execute(
        """
        CREATE TABLE fingerprint (
            hash INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (hash, number)
        ) STRICT, WITHOUT ROWID
        """
    )
    # Which articles have fingerprints, and of which scheme: those of an older one are made anew.
    db.execute(
        "CREATE TABLE fingerprinted (number INTEGER PRIMARY KEY, scheme INTEGER NOT NULL) STRICT"
    )
    # An article with the same address and another text is a newer version of it.
    db.table("article").add_column("previous", str)
    db.table("article").create_index(["previous"])
    db.table("article").create_index(["url"])
    db.execute("CREATE INDEX article_bin ON article (id) WHERE deleted IS NOT NULL")
    # Lists are read from this index alone, without a page of any text.
    db.table("article").create_index(
        "added id deleted title source author published url words previous".split(),
        index_name="article_shelf",
    )
    for table, column, things in (
        ("article_number", "article", "article"),
        ("annotation_number", "annotation", "annotation"),
    ):
        db.execute(f"INSERT INTO {table} ({column}) SELECT id FROM {things} ORDER BY rowid")
