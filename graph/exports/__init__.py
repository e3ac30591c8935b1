"""Exports: one file a form, all with the same verb, `write(graph, stream)`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import BinaryIO

from graph.api import Graph
from graph.exports.entities import write as _entities
from graph.exports.facts import write as _facts
from graph.exports.jsonld import write as _jsonld
from graph.exports.nquads import write as _nquads
from graph.exports.triples import write as _triples
from graph.exports.turtle import write as _turtle
from ontology.errors import UsageError
from ontology.nearest import nearest

#: name of the form → what writes it
FORMATS: Mapping[str, Callable[[Graph, BinaryIO], None]] = {
    "facts": _facts,
    "entities": _entities,
    "triples": _triples,
    "nquads": _nquads,
    "turtle": _turtle,
    "jsonld": _jsonld,
}


def write(graph: Graph, form: str, stream: BinaryIO) -> None:
    """Writes a graph in one of FORMATS; the same graph gives the same bytes.

    Args:
        graph: open.
        form: name of the form.
        stream: UTF-8 is written to it piece by piece.

    Raises:
        UsageError: there is no such form.
    """
    if form not in FORMATS:
        near = ", ".join(nearest(form, FORMATS) or FORMATS)
        raise UsageError(f"没有导出格式 {form};可用:{near}", f"there is no export {form}; try {near}")
    FORMATS[form](graph, stream)
