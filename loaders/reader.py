"""A file becomes a document."""

from __future__ import annotations

from pathlib import Path

from loaders.document import Document


def load(path: Path | str, name: str | None = None) -> Document:
    """Reads a file.

    Args:
        path: of the file; its ending and first bytes tell the format.
        name: the document's name; the file's name unless given.

    Raises:
        InputError: the file is missing, empty, not text, or of a format that is not read.
    """
    path = Path(path)
    return load_bytes(path.read_bytes(), name or path.name)


def load_bytes(data: bytes, name: str) -> Document:
    """Reads a document from its bytes; `name` tells the format by its ending.

    Raises:
        InputError: as `load`.
    """
    raise NotImplementedError
