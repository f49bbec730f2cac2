"""Which parts of a book are locked, and by what: `META-INF/encryption.xml` and its neighbours.

EPUB Open Container Format 3.3, sections 4.2.6.3.2 and 4.4.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection
from urllib.parse import unquote

from storage.article_import.formats.markup.html_text import parse_xml
from storage.errors import ReadError

_ENCRYPTION = "META-INF/encryption.xml"
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#rc")
"""What only keeps a font from being taken out of its book; every reader undoes it."""
_RIGHTS = {
    "META-INF/license.lcpl": "Readium LCP",
    "META-INF/sinf.xml": "Apple FairPlay",
    "META-INF/rights.xml": "Adobe ADEPT",
}
"""Files that say who may read a book, each with what asks for them."""
_KOBO = b"kdrm"


def refuse_if_locked(
    names: Collection[str], chapters: Collection[str], read: Callable[[str], bytes]
) -> None:
    """Raise `ReadError`, which names the lock, where any of the `chapters` is locked.

    `names` are those of all parts, `read` unpacks one. What locks pictures and fonts alone is none.
    """
    rights = next((name for name in _RIGHTS if name in names), "")
    if _ENCRYPTION in names:
        is_locked = not _list_encrypted(read(_ENCRYPTION)).isdisjoint(chapters)
    else:
        is_locked = bool(rights)  # it does not say of which parts
    if is_locked:
        lock = _RIGHTS.get(rights, "copy protection")
        if rights.endswith("rights.xml") and _KOBO in read(rights):
            lock = "Kobo's DRM"
        raise ReadError(f"is locked with {lock} (DRM); only a copy without DRM can be read")


def _list_encrypted(data: bytes) -> set[str]:
    """Return the names of the parts that are encrypted by more than what keeps fonts in."""
    root = parse_xml(data)
    found: set[str] = set()
    for one in [] if root is None else root.xpath("//*[local-name()='EncryptedData']"):
        algorithms = one.xpath("./*[local-name()='EncryptionMethod']/@Algorithm")
        if not {str(name).strip().lower() for name in algorithms}.intersection(_FONTS):
            addresses = one.xpath(".//*[local-name()='CipherReference']/@URI")
            found.update(
                posixpath.normpath(unquote(str(address))).lstrip("/") for address in addresses
            )
    return found
