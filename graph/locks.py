"""Locks that the operating system drops when their process ends, however it ends."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    def _seize(handle: BinaryIO) -> None:
        handle.seek(0)
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _seize(handle: BinaryIO) -> None:
        fcntl.flock(handle.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class FileLock:
    """An exclusive lock on a file, held until `release` or the end of the process.

    Args:
        path: of the file, created if need be.

    Raises:
        BlockingIOError: someone else holds it.
        OSError: the file can't be opened.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        # inherited by no child: a worker that outlives its parent must not keep the lock
        self._handle = path.open("a+b")
        try:
            _seize(self._handle)
        except OSError as error:
            self._handle.close()
            raise BlockingIOError(*error.args) from error

    def release(self, *, delete: bool = False) -> None:
        """Lets go; `delete` takes the file away too (a lease, never the writer's lock)."""
        if delete and os.name != "nt":
            # still held: nobody can have seized it between
            with suppress(OSError):
                self.path.unlink()
        self._handle.close()
        if delete and os.name == "nt":
            with suppress(OSError):
                self.path.unlink()


def held(path: Path) -> bool:
    """Whether some process holds the lock on a file; a file that is there and held by nobody is deleted."""
    try:
        lock = FileLock(path)
    except OSError:
        return path.exists()
    lock.release(delete=True)
    return False
