"""The derived and the reference graph as Turtle."""

from __future__ import annotations

from typing import BinaryIO

from pyoxigraph import RdfFormat, Triple, serialize

from graph import terms
from graph.api import Graph


def write(graph: Graph, stream: BinaryIO) -> None:
    """Both graphs as one, sorted by subject, predicate and object."""
    triples = {
        quad.triple
        for name in (graph.derived, graph.reference)
        for quad in graph.store.quads_for_pattern(None, None, None, name)
    }

    def place(triple: Triple) -> tuple[str, str, str]:
        return str(triple.subject), str(triple.predicate), str(triple.object)

    ordered = sorted(triples, key=place)
    serialize(ordered, stream, RdfFormat.TURTLE, prefixes=terms.prefixes(graph.base))
