"""Which parser reads which kind; what they raise becomes a sentence."""

from __future__ import annotations

from collections.abc import Callable

from storage.errors import ReadError
from storage.sources.found import Found, Listing
from storage.sources.kinds import Kind

_CALLED: dict[Kind, str] = {
    "page": "a web page",
    "pdf": "a PDF",
    "epub": "an EPUB",
    "mail": "a mail",
    "feed": "a feed",
    "outlines": "a list of feeds",
}


def parse(kind: Kind, data: bytes, charset: str = "", url: str = "") -> Found | Listing:
    """Read `data` as what it is said to be.

    `charset` is what the server said, `url` where it was fetched; both empty where it was not.
    `ReadError`, in words that follow a name, whatever the parser stumbles over.
    """
    try:
        return _parser(kind, charset, url)(data)
    except ReadError:
        raise
    except MemoryError:
        raise ReadError("needs more memory than an article may take") from None
    except Exception as error:
        raise ReadError(f"cannot be read as {_CALLED[kind]}: it seems to be damaged") from error


def _parser(kind: Kind, charset: str, url: str) -> Callable[[bytes], Found | Listing]:
    # Imported one by one: who reads a mail does not wait for what reads a PDF.
    if kind == "page":
        from storage.sources.page import read_page

        return lambda data: read_page(data, charset, url)
    if kind == "pdf":
        from storage.sources.pdf import read_pdf

        return read_pdf
    if kind == "epub":
        from storage.sources.epub import read_epub

        return read_epub
    if kind == "mail":
        from storage.sources.mail import read_mail

        return read_mail
    from storage.sources.feeds import read_feed, read_outlines

    return (lambda data: read_feed(data, url)) if kind == "feed" else read_outlines
