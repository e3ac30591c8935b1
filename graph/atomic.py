"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

#: begins the names of files that are being written; whoever finds one may delete it
UNFINISHED = ".zhengtu-unfinished-"


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Opens a file for writing that takes its name only when all of it is written.

    Args:
        path: of the finished file; an older one stays untouched until then, and for good if the writing
            fails.

    Raises:
        OSError: the folder is missing or can't be written.
    """
    unfinished = path.with_name(f"{UNFINISHED}{os.getpid()}-{path.name}"[:200])
    try:
        with unfinished.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file in one step.

    Args:
        path: of the file, which is replaced if it is there.
        data: its bytes.
    """
    with replacing(path) as stream:
        stream.write(data)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Makes the names in a folder survive a power cut, where the system lets folders be synced."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
