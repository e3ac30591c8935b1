"""The graph directory: one folder that holds all there is.

    zhengtu.json          says that the folder is ours, and its format
    lock                  held by the one process that writes
    dataset/, dataset.is  the writer's store, and the snapshot that it equals (else it is made anew)
    sources/<sha256>      the bytes of every source, and as <sha256>.txt its decoded text
    vocabulary/           the user's vocabulary as it was given
    snapshot-000001/      what readers open: a store and manifest.json; the highest number counts
    readers/              a lease a reader, so that no snapshot is deleted under one

A snapshot is made under another name and then renamed: that one step publishes a build. Everything before it
leaves readers, and a writer that was killed, with the snapshot before.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from graph.atomic import UNFINISHED, write_whole
from graph.manifest import Manifest, read_manifest
from ontology.errors import GraphError

#: raised when an older program could misread what a newer one wrote
FORMAT = 1
MARKER = "zhengtu.json"
_SNAPSHOT = re.compile(r"snapshot-(\d{6})")


def default_directory() -> Path:
    """$ZHENGTU_GRAPH, else `zhengtu-graph` where the user stands."""
    return Path(os.environ.get("ZHENGTU_GRAPH") or "zhengtu-graph")


class Directory:
    """The places in a graph directory. Making one touches nothing on disk.

    Args:
        path: of the folder.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self.lock = self.path / "lock"
        self.dataset = self.path / "dataset"
        self.dataset_is = self.path / "dataset.is"
        self.sources = self.path / "sources"
        self.vocabulary = self.path / "vocabulary"
        self.readers = self.path / "readers"

    def is_ours(self) -> bool:
        """Whether the folder is a graph directory.

        Returns:
            False when there is none yet (no folder, or an empty one).

        Raises:
            GraphError: it is a file, a folder with something else in it, or of a newer format.
        """
        marker = self.path / MARKER
        if marker.is_file():
            self._refuse_newer(marker)
            return True
        if self.path.is_dir() and not any(not p.name.startswith(UNFINISHED) for p in self.path.iterdir()):
            return False
        if self.path.exists() or self.path.is_symlink():
            raise GraphError(
                f"{self.path} 里是别的东西,不是图目录,未作改动:请用 --graph 指定空的或新的文件夹",
                f"{self.path} holds something else and is no graph directory; nothing was changed: "
                "name an empty or new folder with --graph",
            )
        return False

    def _refuse_newer(self, marker: Path) -> None:
        try:
            made_by = int(json.loads(marker.read_bytes())["format"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise self.damaged(MARKER) from error
        if made_by > FORMAT:
            raise GraphError(
                f"{self.path} 由较新版本的政图写成(格式 {made_by},本程序读到 {FORMAT}):请升级程序",
                f"{self.path} was written by a newer zhengtu (format {made_by}, this one reads {FORMAT}): "
                "upgrade the program",
            )

    def create(self) -> None:
        """Makes the folder a graph directory, if it is none yet.

        Raises:
            GraphError: as `is_ours`, or the folder can't be written.
        """
        if self.is_ours():
            return
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            marker = {"zhengtu": "graph directory", "format": FORMAT}
            write_whole(self.path / MARKER, json.dumps(marker).encode())
        except OSError as error:
            raise self.unwritable(error) from error

    def damaged(self, part: str) -> GraphError:
        """The error for a part that is missing or can't be read."""
        return GraphError(
            f"图目录 {self.path} 已损坏({part} 读不出):请从备份恢复,或另选文件夹重新 build(原文在 sources/)",
            f"the graph directory {self.path} is damaged ({part} can't be read): restore a copy, or build "
            "again into another folder (the sources are kept in sources/)",
        )

    def unwritable(self, error: OSError) -> GraphError:
        """The error for a folder that can't be written."""
        why = error.strerror or str(error)
        return GraphError(
            f"图目录 {self.path} 无法写入({why}):请检查权限和剩余空间",
            f"the graph directory {self.path} can't be written ({why}): check permissions and free space",
        )

    def snapshots(self) -> list[Path]:
        """The published snapshots, the oldest first."""
        if not self.path.is_dir():
            return []
        return sorted(entry for entry in self.path.iterdir() if _SNAPSHOT.fullmatch(entry.name))

    def newest(self) -> Path | None:
        """The snapshot that counts, or None before the first build."""
        return next(reversed(self.snapshots()), None)

    def next_snapshot(self) -> Path:
        """The place of the snapshot that is published next."""
        newest = self.newest()
        number = int(newest.name.removeprefix("snapshot-")) + 1 if newest else 1
        return self.path / f"snapshot-{number:06d}"

    def manifest(self, snapshot: Path) -> Manifest:
        """The table of contents of a snapshot.

        Raises:
            GraphError: it is damaged.
        """
        try:
            return read_manifest((snapshot / "manifest.json").read_bytes())
        except FileNotFoundError:
            raise
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise self.damaged(f"{snapshot.name}/manifest.json") from error

    def source(self, sha256: str) -> bytes:
        """The kept bytes of a source.

        Raises:
            GraphError: they are gone.
        """
        try:
            return (self.sources / sha256).read_bytes()
        except OSError as error:
            raise self.damaged(f"sources/{sha256[:16]}…") from error

    def text(self, sha256: str) -> str:
        """The decoded text of a source, as offsets count in it.

        Raises:
            GraphError: it is gone.
        """
        try:
            return (self.sources / f"{sha256}.txt").read_bytes().decode()
        except (OSError, ValueError) as error:
            raise self.damaged(f"sources/{sha256[:16]}….txt") from error

    def keep_source(self, sha256: str, data: bytes, text: str) -> None:
        """Keeps the bytes of a source and its decoded text; done twice it changes nothing."""
        self.sources.mkdir(exist_ok=True)
        for path, content in ((self.sources / f"{sha256}.txt", text.encode()), (self.sources / sha256, data)):
            if not path.is_file() or path.read_bytes() != content:
                write_whole(path, content)
