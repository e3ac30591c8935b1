"""Entities as JSON Lines."""

from __future__ import annotations

from typing import BinaryIO

from graph.api import Graph


def write(graph: Graph, stream: BinaryIO) -> None:
    """One entity a line, sorted by id."""
    for entity in graph.entities():
        stream.write(f"{entity.as_json()}\n".encode())
