"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import BinaryIO

#: begins the names of files that are being written; whoever finds one may delete it
UNFINISHED = ".zhengtu-unfinished-"
_numbers = count()


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Opens a file for writing that takes its name only when all of it is written.

    A link stays a link: the file that it points to is written. A FIFO or a device is written straight into.

    Args:
        path: of the finished file; an older one stays untouched until then, and for good if the writing
            fails.

    Raises:
        OSError: the folder is missing or full, or can't be written; it names the file as it was given.
    """
    try:
        with path.open("wb") if _is_no_file(path) else _aside(Path(os.path.realpath(path))) as stream:
            yield stream
    except OSError as error:
        inner = error.filename is not None and UNFINISHED not in str(error.filename)
        if error.errno is None or (inner and str(error.filename) != os.path.realpath(path)):
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error


def _is_no_file(path: Path) -> bool:
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:  # also where a link points to nothing yet
        return False


@contextmanager
def _aside(path: Path) -> Iterator[BinaryIO]:
    # the name of the file itself may already be as long as the system allows
    unfinished = path.with_name(f"{UNFINISHED}{os.getpid()}-{next(_numbers)}")
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
