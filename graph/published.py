"""The reader's side of a graph directory: the newest snapshot, held by a lease while it is open."""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import count
from pathlib import Path

from pyoxigraph import Store

from graph.directory import Directory
from graph.locks import FileLock
from graph.manifest import Manifest
from ontology.errors import GraphError

_numbers = count()
#: a writer may publish, and clear away, between our looking and our opening
_TRIES = 5


class Snapshot:
    """An open snapshot: builds that follow leave it as it is.

    Attributes:
        path: its folder.
        manifest: its table of contents.
        store: its data, read-only.
    """

    def __init__(self, path: Path, manifest: Manifest, store: Store, lease: FileLock | None) -> None:
        self.path = path
        self.manifest = manifest
        self.store = store
        self._lease = lease

    def close(self) -> None:
        """Lets the store go and gives the lease back."""
        self.__dict__.pop("store", None)
        if self._lease is not None:
            self._lease.release(delete=True)
            self._lease = None


def open_newest(directory: Directory) -> Snapshot:
    """Opens the newest snapshot of a graph directory.

    Raises:
        GraphError: there is none yet, or it is foreign, damaged or too new.
    """
    if not directory.is_ours() or directory.newest() is None:
        raise GraphError(
            f"{directory.path} 里还没有图:请先运行 zhengtu build 文件夹",
            f"there is no graph in {directory.path} yet: run zhengtu build FOLDER first",
        )
    for _ in range(_TRIES):
        newest = directory.newest()
        if newest is None:
            break
        lease = _lease(directory, newest)
        try:
            manifest = directory.manifest(newest)
            return Snapshot(newest, manifest, Store.read_only(str(newest / "dataset")), lease)
        except (OSError, RuntimeError):  # RocksDB reports corruption as the latter
            if lease is not None:
                lease.release(delete=True)
    raise directory.damaged(newest.name if newest else "snapshot")


def _lease(directory: Directory, snapshot: Path) -> FileLock | None:
    """Marks a snapshot as read; None where the directory can't be written (a read-only medium has no
    writer either)."""
    with suppress(OSError):
        directory.readers.mkdir(exist_ok=True)
        return FileLock(directory.readers / f"{snapshot.name}.{os.getpid()}-{next(_numbers)}")
    return None
