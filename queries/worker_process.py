"""The other end of `queries.worker`: opens a graph directory and answers queries until its input ends."""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path

import pyoxigraph

from graph.api import Graph, open_graph
from ontology.errors import ZhengtuError
from queries.binding import PREFIXES
from queries.guard import examine

#: bytes; parsing and planning recurse, and the main thread's stack is small on some systems
_STACK = 64 * 1024 * 1024


def serve(directory: str) -> None:
    """Answers one query a line; runs in a thread with a roomy stack."""
    threading.stack_size(_STACK)
    thread = threading.Thread(target=_serve, args=(directory,), daemon=True)
    thread.start()
    thread.join()


def _serve(directory: str) -> None:
    try:
        graph = open_graph(Path(directory))
    except ZhengtuError as error:
        _send({"kind": "error", "error": list(error.message)})
        return
    _send({"kind": "ready"})
    for line in sys.stdin.buffer:
        kind, content, told = _answer(graph, json.loads(line))
        _send({"kind": kind, "size": len(content), "error": told}, content)


def _answer(graph: Graph, text: str) -> tuple[str, bytes, list[str] | None]:
    try:
        return *run(graph, text), None
    except ZhengtuError as error:
        return "error", b"", list(error.message)
    except SyntaxError as error:
        # the place comes first; the engine then lists every sign that it would have taken
        told = " ".join(str(error).split()).partition(": expected one of")[0][:200]
        return "error", b"", [f"查询写得不对:{told}", f"the query is not valid: {told}"]
    except (ValueError, OSError, RuntimeError) as error:
        told = " ".join(str(error).split())
        return "error", b"", [f"查询没有成功:{told}", f"the query failed: {told}"]


def run(graph: Graph, text: str) -> tuple[str, bytes]:
    """Runs a query over an open graph: derived and reference are its default graph, and the prefixes of the
    named queries (zt, rdf, rdfs, skos, oa, xsd) need no declaration.

    Returns:
        (`results`, SPARQL 1.1 JSON results) or (`graph`, Turtle).

    Raises:
        QueryError: the guard refuses it.
        SyntaxError: the engine can't parse it.
    """
    permit = examine(text, graph.base)
    if permit.has_dataset:
        answer = graph.store.query(text, prefixes=PREFIXES)
    else:
        answer = graph.store.query(text, prefixes=PREFIXES, default_graph=[graph.derived, graph.reference])
    if isinstance(answer, pyoxigraph.QueryTriples):
        return "graph", answer.serialize(format=pyoxigraph.RdfFormat.TURTLE) or b""
    return "results", answer.serialize(format=pyoxigraph.QueryResultsFormat.JSON) or b""


def _send(head: dict[str, object], content: bytes = b"") -> None:
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + content)
    sys.stdout.buffer.flush()
