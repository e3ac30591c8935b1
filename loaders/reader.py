"""A file becomes a document."""

from __future__ import annotations

import hashlib
import stat
import unicodedata
from dataclasses import replace
from pathlib import Path

from loaders.cleaning import clean_text
from loaders.document import Document, SourceMap, Table
from loaders.furniture import find_furniture
from loaders.html_file import Page, is_html, read_html
from loaders.refusal import empty, known_binary, too_large, unreadable
from loaders.text_file import read_text
from ontology.errors import InputError

#: bytes; the longest plans have a tenth of a million characters, a larger file is no document but a dump
LARGEST = 20_000_000


def load(path: Path | str, name: str | None = None) -> Document:
    """Reads a file.

    Args:
        path: of the file; its ending and first bytes tell the format.
        name: the document's name; the file's name unless given.

    Raises:
        InputError: the file is missing, empty, too large, not text, or of a format that is not read.
    """
    path = Path(path)
    name = name or path.name
    try:
        found = path.stat()
        if not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):
            raise no_file(name)  # a FIFO would be waited for without end
        size = found.st_size
        data = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        raise unreadable(name, error) from error
    if size > LARGEST:
        raise too_large(name, size, LARGEST)
    return load_bytes(data, name)


def no_file(name: str) -> InputError:
    """The refusal of what is no regular file: a FIFO, socket or device."""
    return InputError(
        f"{name}:不是普通文件(而是管道、套接字或设备);请先存成文件再读",
        f"{name}: not a regular file but a FIFO, socket or device; save it as a file first",
    )


def load_bytes(data: bytes, name: str) -> Document:
    """Reads a document from its bytes; `name` tells the format by its ending.

    Raises:
        InputError: as `load`.
    """
    name = unicodedata.normalize("NFC", name)
    refusal = known_binary(data, name)
    if refusal is not None:
        raise refusal
    if len(data) > LARGEST:
        raise too_large(name, len(data), LARGEST)
    digest = hashlib.sha256(data).hexdigest()
    if is_html(data, name):
        return _page(read_html(data, name), name, digest)
    decoded = read_text(data, name)
    if not decoded.text.strip():
        raise empty(name)
    clean, source_map = clean_text(decoded.text)
    return Document(
        name=name,
        sha256=digest,
        raw=decoded.text,
        clean=clean,
        source_map=source_map,
        furniture=find_furniture(clean),
        encoding=decoded.encoding,
    )


def _page(page: Page, name: str, digest: str) -> Document:
    """The document of a page: offsets count in the text that the loader made of it."""
    raw = page.content.text
    clean, source_map = clean_text(raw)
    links = [source_map.clean(*span) for span in page.content.links]
    return Document(
        name=name,
        sha256=digest,
        raw=raw,
        clean=clean,
        source_map=source_map,
        furniture=find_furniture(clean, links),
        tables=tuple(_clean_table(table, source_map) for table in page.content.tables),
        format="html",
        encoding=page.encoding,
        origin=page.origin,
    )


def _clean_table(table: Table, source_map: SourceMap) -> Table:
    cells = (replace(cell, span=source_map.clean(*cell.span)) for cell in table.cells)
    return Table(source_map.clean(*table.span), tuple(cells))
