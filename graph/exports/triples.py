"""Relations with their evidence as JSON Lines."""

from __future__ import annotations

from typing import BinaryIO

from graph.api import Graph


def write(graph: Graph, stream: BinaryIO) -> None:
    """One piece of evidence a line, sorted."""
    for line in graph.triples():
        stream.write(f"{line.as_json()}\n".encode())
