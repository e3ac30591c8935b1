"""Everything as JSON-LD: named graphs, one node a line."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, BinaryIO

from pyoxigraph import Literal, NamedNode

from graph.api import Graph
from graph.terms import RDF_TYPE

_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


def write(graph: Graph, stream: BinaryIO) -> None:
    """Named graphs in the order of their names, nodes in the order of theirs."""
    context = json.dumps(_context(), ensure_ascii=False)
    stream.write(f'{{"@context": {context},\n"@graph": ['.encode())
    for index, name in enumerate(_graphs(graph)):
        head = json.dumps(name.value, ensure_ascii=False)
        stream.write(f'{"," if index else ""}\n{{"@id": {head}, "@graph": ['.encode())
        for number, node in enumerate(_nodes(graph, name)):
            line = json.dumps(node, ensure_ascii=False)
            stream.write(f"{',' if number else ''}\n{line}".encode())
        stream.write(b"\n]}")
    stream.write(b"\n]}\n")


def _graphs(graph: Graph) -> list[NamedNode]:
    """The named graphs; none of ours is a blank node."""
    return sorted((node for node in graph.store.named_graphs() if isinstance(node, NamedNode)), key=str)


def _context() -> Any:
    file = files("ontology").joinpath("generated", "context.jsonld")
    return json.loads(file.read_text(encoding="utf-8"))["@context"] if file.is_file() else {}


def _nodes(graph: Graph, name: Any) -> Iterator[dict[str, Any]]:
    quads = graph.store.quads_for_pattern
    for subject in sorted({str(quad.subject)[1:-1] for quad in quads(None, None, None, name)}):
        node: dict[str, Any] = {"@id": subject}
        values: dict[str, list[Any]] = defaultdict(list)
        for quad in quads(NamedNode(subject), None, None, name):
            key = "@type" if quad.predicate == RDF_TYPE else quad.predicate.value
            value = _value(quad.object)
            values[key].append(value["@id"] if key == "@type" else value)
        for key in sorted(values):
            node[key] = sorted(values[key], key=lambda value: json.dumps(value, ensure_ascii=False))
        yield node


def _value(term: Any) -> dict[str, Any]:
    """A value in expanded form, which no context can change the meaning of."""
    if not isinstance(term, Literal):
        return {"@id": term.value}
    if term.language is not None:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == _XSD_STRING:
        return {"@value": term.value}
    return {"@value": term.value, "@type": term.datatype.value}
