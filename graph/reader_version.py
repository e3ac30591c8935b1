"""The version of the reader: a digest of all code and rules that a reading depends on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

#: what can change a reading; names of terms and regions are in the vocabulary's own fingerprint
_PACKAGES = ("loaders", "ontology")
_ENDINGS = (".py", ".yaml", ".json")


@cache
def reader_version() -> str:
    """16 digits that differ when a file of the reader differs.

    A digest needs no one to remember to raise a number; it is taken once a process (about 10 ms).
    """
    digest = hashlib.sha256()
    for package in _PACKAGES:
        for path, entry in sorted(_below(files(package), package)):
            # a checkout on Windows may have other line ends and still reads the same
            digest.update(path.encode() + b"\0" + entry.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:16]


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            if not entry.name.startswith("__"):
                yield from _below(entry, name)
        elif entry.name.endswith(_ENDINGS):
            yield name, entry
