"""Everything as canonical N-Quads: no blank nodes, lines sorted by their bytes."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import islice
from typing import BinaryIO

from pyoxigraph import Quad, RdfFormat, serialize

from graph.api import Graph

#: lines sorted in memory at a time (about 200 MB); more are merged from sorted runs on disk
_RUN = 500_000


def write(graph: Graph, stream: BinaryIO) -> None:
    """Every quad once, a line each."""
    quads = iter(graph.store)
    first = _sorted_run(quads)
    if len(first) < _RUN:
        stream.writelines(first)
        return
    with ExitStack() as open_runs:
        runs: list[Iterator[bytes]] = []
        while first:
            run = open_runs.enter_context(tempfile.TemporaryFile())
            run.writelines(first)
            run.seek(0)
            runs.append(iter(run))
            first = _sorted_run(quads)
        stream.writelines(heapq.merge(*runs))


def _sorted_run(quads: Iterator[Quad]) -> list[bytes]:
    lines = serialize(islice(quads, _RUN), format=RdfFormat.N_QUADS) or b""
    return sorted(line + b"\n" for line in lines.split(b"\n") if line)
