"""The writer's side of a graph directory: one at a time, publishing in one step, clearing up afterwards."""

from __future__ import annotations

import shutil
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pyoxigraph import Store

from graph.atomic import UNFINISHED, sync_folder, write_whole
from graph.directory import Directory
from graph.locks import FileLock, held
from graph.manifest import Manifest
from ontology.errors import GraphError


class Writer:
    """An open graph directory that this process alone may change.

    Attributes:
        directory: where.
        store: the writer's own store; `touch` before the first change.
        manifest: of the newest snapshot, None before the first build.
    """

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        newest = directory.newest()
        self.manifest = self._manifest(newest) if newest else None
        self._make_dataset(newest)
        self.store = Store(str(directory.dataset))

    def _manifest(self, newest: Path) -> Manifest:
        try:
            return self.directory.manifest(newest)
        except FileNotFoundError as error:
            raise self.directory.damaged(f"{newest.name}/manifest.json") from error

    def _make_dataset(self, newest: Path | None) -> None:
        """Makes the writer's store equal the newest snapshot, if a killed writer left it otherwise."""
        directory = self.directory
        with suppress(OSError):
            if newest and directory.dataset_is.read_text() == newest.name and directory.dataset.is_dir():
                return
        shutil.rmtree(directory.dataset, ignore_errors=True)
        if newest:
            # copied, not linked: the store appends to some of its files, and readers have these open
            shutil.copytree(newest / "dataset", directory.dataset)
            write_whole(directory.dataset_is, newest.name.encode())

    def touch(self) -> None:
        """Says that the store no longer equals a snapshot; before the first change."""
        self.directory.dataset_is.unlink(missing_ok=True)

    def close(self) -> None:
        """Lets the store go; nothing else may hold it then."""
        del self.store

    def untouched(self) -> None:
        """Says that the store equals the newest snapshot after all."""
        newest = self.directory.newest()
        if newest is not None:
            write_whole(self.directory.dataset_is, newest.name.encode())
            self._clear_up(newest)

    def publish(self, manifest: Manifest) -> None:
        """Makes what the store holds now the snapshot that readers open, in one step.

        Args:
            manifest: its table of contents.
        """
        directory = self.directory
        unfinished = directory.path / f"{UNFINISHED}snapshot"
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir()
        self.store.flush()
        self.store.backup(str(unfinished / "dataset"))
        write_whole(unfinished / "manifest.json", manifest.as_bytes())
        place = directory.next_snapshot()
        unfinished.rename(place)
        sync_folder(directory.path)
        write_whole(directory.dataset_is, place.name.encode())
        self.manifest = manifest
        self._clear_up(place)

    def _clear_up(self, newest: Path) -> None:
        """Deletes snapshots that nobody reads, and what only they needed. What can't be deleted waits."""
        directory = self.directory
        leases = sorted(directory.readers.iterdir()) if directory.readers.is_dir() else []
        read = {lease.name.rpartition(".")[0] for lease in leases if held(lease)}
        needed: set[str] = set()
        for snapshot in directory.snapshots():
            if snapshot != newest and snapshot.name not in read:
                shutil.rmtree(snapshot, ignore_errors=True)
            try:
                manifest = directory.manifest(snapshot)
            except FileNotFoundError:
                continue  # it was deleted just now
            except (OSError, GraphError):
                return  # what it needs can't be told
            needed.update((*manifest.sources, manifest.vocabulary))
        for folder in (directory.sources, directory.vocabulary):
            for kept in folder.iterdir() if folder.is_dir() else ():
                if kept.name not in needed and kept.name.removesuffix(".txt") not in needed:
                    with suppress(OSError):
                        kept.unlink()


@contextmanager
def writing(directory: Directory) -> Iterator[Writer]:
    """Opens a graph directory for writing, made if need be.

    Raises:
        GraphError: another process writes it, or it is foreign, damaged, too new or can't be written.
    """
    directory.create()
    try:
        lock = FileLock(directory.lock)
    except BlockingIOError as error:
        raise GraphError(
            f"另一个程序正在写图目录 {directory.path}:请等它结束后再试(查询不受影响)",
            f"another process is writing the graph directory {directory.path}: try again when it has "
            "finished (readers are not affected)",
        ) from error
    except OSError as error:
        raise directory.unwritable(error) from error
    writer = None
    try:
        writer = _opened(directory)
        yield writer
    except BaseException as error:
        # whoever keeps the error keeps its frames, and these the open store
        traceback.clear_frames(error.__traceback__)
        raise
    finally:
        if writer is not None:
            writer.close()
        lock.release()


def _opened(directory: Directory) -> Writer:
    try:
        return Writer(directory)
    except (OSError, RuntimeError) as error:  # RocksDB reports corruption as the latter
        raise directory.damaged("dataset") from error
