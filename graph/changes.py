"""Changes of the writer's store: source graphs put in and taken out, derived and reference graphs renewed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pyoxigraph import NamedNode, Quad, Store

from graph import terms
from graph.source_graph import name_quads
from graph.terms import zt


def put_source(store: Store, base: str, sha256: str, quads: Iterable[Quad]) -> None:
    """Replaces the graph of a source."""
    drop_graph(store, terms.source(base, sha256))
    store.extend(quads)


def drop_graph(store: Store, graph: NamedNode) -> None:
    """Takes a named graph out."""
    for quad in list(store.quads_for_pattern(None, None, None, graph)):
        store.remove(quad)
    store.remove_graph(graph)


def put_names(store: Store, base: str, sha256: str, names: Sequence[str]) -> None:
    """Makes the documents' names of a source these."""
    graph = terms.source(base, sha256)
    _renew(
        store,
        set(store.quads_for_pattern(graph, zt("fileName"), None, graph)),
        name_quads(sha256, names, base),
    )


def put_graph(store: Store, graph: NamedNode, quads: Iterable[Quad]) -> None:
    """Makes a named graph hold these quads, changing only what differs."""
    old = set(store.quads_for_pattern(None, None, None, graph))
    if old:
        _renew(store, old, quads)
    else:
        # twice as fast and half as large on disk; before publishing, no transaction is needed
        store.bulk_extend(quads)


def _renew(store: Store, old: set[Quad], quads: Iterable[Quad]) -> None:
    new = set(quads)
    for quad in old - new:
        store.remove(quad)
    store.extend(new - old)


def empty_store() -> Store:
    """A store in memory without anything."""
    return Store()
