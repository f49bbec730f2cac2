"""Asking a reader or a parser for the one thing that something holds."""

from __future__ import annotations

from storage.article_import.input_format import Document, InputFormat
from storage.article_import.parsed import Found
from storage.article_import.reader import Reader
from storage.article_import.readings import Reading
from storage.article_import.sandbox import Parser
from storage.article_import.things import Thing


def read_one(reader: Reader, thing: Thing) -> Reading:
    (reading,) = reader.read(thing)
    return reading


def parse_one(parser: Parser, input_format: InputFormat, document: Document) -> Found:
    (found,) = parser.parse(input_format, document)
    return found
