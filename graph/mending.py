"""Sources whose kept copies were damaged are written anew from the bytes at hand."""

from __future__ import annotations

import hashlib
from contextlib import suppress

from graph.directory import Directory
from graph.manifest import Manifest
from graph.plan import Plan, reading_names
from graph.planned_reading import damaged_copy
from graph.roots import shown
from loaders.reader import load_bytes
from ontology.bilingual import Bilingual
from ontology.errors import GraphError, InputError


def mend_sources(directory: Directory, plan: Plan, manifest: Manifest) -> list[Bilingual]:
    """Compares what is kept of sources that are not read again with what it should be.

    Args:
        directory: of the graph, open for writing.
        plan: of the build.
        manifest: of the snapshot before.

    Returns:
        a line for each source that was mended, or can't be.
    """
    lines = []
    for sha256, name in reading_names(plan.documents).items():
        if sha256 in plan.read or sha256 not in manifest.sources:
            continue
        kept = _kept(directory, sha256)
        data = kept or _given(plan, sha256)
        if data is None:
            lines.append(damaged_copy(shown(name)))
            continue
        with suppress(InputError):  # it was read before, by this very reader
            text = load_bytes(data, manifest.sources[sha256].read_as).raw
            if kept is None or not _is_text(directory, sha256, text):
                directory.keep_source(sha256, data, text)
                lines.append(_mended(shown(name)))
    return lines


def _kept(directory: Directory, sha256: str) -> bytes | None:
    with suppress(GraphError):
        data = directory.source(sha256)
        return data if hashlib.sha256(data).hexdigest() == sha256 else None
    return None


def _given(plan: Plan, sha256: str) -> bytes | None:
    path = plan.files.get(sha256)
    if path is not None:
        with suppress(OSError):
            data = path.read_bytes()
            return data if hashlib.sha256(data).hexdigest() == sha256 else None
    return None


def _is_text(directory: Directory, sha256: str, text: str) -> bool:
    with suppress(GraphError):
        return directory.text(sha256) == text
    return False


def _mended(name: str) -> Bilingual:
    return Bilingual(
        f"{name}:sources/ 里保存的副本已损坏,已重新写好",
        f"{name}: its copy in sources/ was damaged and is mended",
    )
