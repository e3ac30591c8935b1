"""Reads back from a source graph what was read from the source, to the last character."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pyoxigraph import Literal, NamedNode, Store

from graph import terms
from graph.read_source import About
from graph.source_graph import parsed
from graph.terms import zt
from loaders.document import Span
from loaders.facts import Fact, in_order


class Stored(NamedTuple):
    """What a source graph holds of a source."""

    about: About
    facts: tuple[Fact, ...]
    clean: dict[Span, str]


def stored_facts(store: Store, base: str, sha256: str, doc: str) -> list[Fact]:
    """The facts of a source, in order.

    Args:
        store: where its graph is.
        base: IRI that identifiers begin with.
        sha256: of the source.
        doc: name of the document that the facts are to carry.
    """
    graph = terms.source(base, sha256)
    return in_order(
        fact
        for quad in store.quads_for_pattern(None, zt("reading"), None, graph)
        for fact in [_fact(store, graph, base, quad.subject, quad.object, doc)]
    )


def _fact(store: Store, graph: NamedNode, base: str, node: Any, reading: Any, doc: str) -> Fact:
    id_ = node.value.removeprefix(f"{base}fact/")
    kind = id_.split("/")[1]
    row = parsed(reading.value)
    stated = {quad.predicate.value: quad.object for quad in store.quads_for_pattern(node, None, None, graph)}
    return Fact(
        kind=kind,
        doc=doc,
        start=row["start"],
        end=row["end"],
        quote=row["quote"],
        sentence=Span(*row["sentence"]),
        rule=row["rule"],
        fields=dict(_fields(row, stated)),
        id=id_,
    )


def _fields(row: dict[str, Any], stated: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name in row["fields"]:
        if name in row["situation"]:
            yield name, row["situation"][name]
        else:
            literal = stated.get(terms.field(name).value)
            yield name, None if literal is None else _value(literal)


def _value(literal: Literal) -> Any:
    datatype = literal.datatype.value
    if datatype == terms.JSON.value:
        return parsed(literal.value)
    if datatype.endswith("#integer"):
        return int(literal.value)
    return literal.value == "true" if datatype.endswith("#boolean") else literal.value


def stored_source(store: Store, base: str, sha256: str, doc: str) -> Stored:
    """Facts, self-description and sentences of a source, as `graph.derive` takes them."""
    graph = terms.source(base, sha256)
    facts = stored_facts(store, base, sha256, doc)
    (about,) = store.quads_for_pattern(graph, zt("about"), None, graph)
    return Stored(About.from_dict(parsed(_text(about.object))), tuple(facts), {})


def _text(term: Any) -> str:
    return str(term.value)


def fact_keys(store: Store, base: str, sha256: str) -> frozenset[str]:
    """What a source states, as `<kind>/<digest>` without the source, so that versions can be compared."""
    graph = terms.source(base, sha256)
    prefix = f"{base}fact/{sha256[:16]}/"
    return frozenset(
        _text(quad.subject).removeprefix(prefix)
        for quad in store.quads_for_pattern(None, zt("source"), graph, graph)
        if _text(quad.subject).startswith(prefix)
    )
