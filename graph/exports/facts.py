"""Facts as JSON Lines, exactly as they were read."""

from __future__ import annotations

from typing import BinaryIO

from graph.api import Graph


def write(graph: Graph, stream: BinaryIO) -> None:
    """One fact a line, sorted by (doc, start, end, kind, id)."""
    for fact in graph.facts():
        stream.write(f"{fact.as_json()}\n".encode())
