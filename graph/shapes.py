"""SHACL, one source graph at a time with the entities that it names: a whole graph would take too long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal as Text
from pyoxigraph import NamedNode, Quad, Store

from graph import terms
from graph.terms import RDF_TYPE, zt

if TYPE_CHECKING:
    from rdflib import Graph

_STRING = "http://www.w3.org/2001/XMLSchema#string"


@cache
def _shapes() -> Graph:
    # imported here: both take longer to import than a question takes to answer
    from rdflib import Graph

    text = files("ontology").joinpath("generated", "zhengtu.shacl.ttl").read_text(encoding="utf-8")
    return Graph().parse(data=text, format="turtle")


def violations(store: Store, base: str, sha256: str) -> list[str]:
    """What SHACL finds wrong with a source and its entities, one line each, sorted.

    Args:
        store: with source, derived and reference graphs.
        base: IRI that identifiers begin with.
        sha256: of the source.
    """
    from pyshacl import validate
    from rdflib import Graph
    from rdflib.namespace import RDF, SH

    data, ends = Graph(), set()
    for quad, end in checked_quads(store, base, sha256):
        data.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
        if end:
            ends.add(_term(quad.subject))
    conforms, report, _ = validate(data, shacl_graph=_shapes(), inference="none", advanced=False)
    lines = set()
    for result in () if conforms else report.subjects(RDF.type, SH.ValidationResult):
        if report.value(result, SH.focusNode) not in ends:
            said = (report.value(result, part) for part in (SH.focusNode, SH.resultPath, SH.resultMessage))
            lines.add(" ".join(str(part) for part in said if part is not None))
    return sorted(lines)


def checked_quads(store: Store, base: str, sha256: str) -> Iterator[tuple[Quad, bool]]:
    """A source graph, the entities that it speaks of with their edges, and the types of the edges' ends.

    Yields:
        each quad, and whether it only tells the type of an end, which is itself checked with another source.
    """
    source, derived, reference = terms.source(base, sha256), terms.derived(base), terms.reference(base)
    for quad in store.quads_for_pattern(None, None, None, source):
        yield quad, False
    entities: set[NamedNode] = set()
    ends: set[NamedNode] = set()
    for mention in store.quads_for_pattern(None, zt("mentionedIn"), source, derived):
        entity = NamedNode(str(mention.subject)[1:-1])
        entities.add(entity)
        for quad in (
            *store.quads_for_pattern(entity, None, None, derived),
            *store.quads_for_pattern(entity, None, None, reference),
        ):
            if quad.predicate == zt("mentionedIn") and quad.object != source:
                continue
            yield quad, False
            if isinstance(quad.object, NamedNode) and quad.predicate != RDF_TYPE:
                ends.add(quad.object)
    for node in ends - entities:
        for graph in (derived, reference):
            for quad in store.quads_for_pattern(node, RDF_TYPE, None, graph):
                yield quad, True


def entity_quads(
    store: Store, base: str, derived: Iterable[Quad], sources: Iterable[str]
) -> Iterator[tuple[Quad, bool]]:
    """All entities, with their regions and the types of what they lead to, as `checked_quads` has them.

    Args:
        store: with the reference graph.
        base: IRI that identifiers begin with.
        derived: all quads of the derived graph.
        sources: sha256 of all sources.
    """
    statements, regions = f"<{base}statement/", f"<{base}region/"
    speaking: set[NamedNode] = set()
    ends: set[NamedNode] = set()
    for quad in derived:
        if str(quad.subject).startswith(statements):
            continue
        yield quad, False
        if isinstance(quad.subject, NamedNode) and str(quad.subject).startswith(regions):
            speaking.add(quad.subject)
        if isinstance(quad.object, NamedNode) and str(quad.object).startswith(regions):
            ends.add(quad.object)
    for region in speaking:
        for quad in store.quads_for_pattern(region, None, None, terms.reference(base)):
            yield quad, False
            if isinstance(quad.object, NamedNode):
                ends.add(quad.object)
    for region in ends - speaking:
        for quad in store.quads_for_pattern(region, RDF_TYPE, None, terms.reference(base)):
            yield quad, True
    for sha256 in sources:
        source = terms.source(base, sha256)
        yield Quad(source, RDF_TYPE, zt("Source"), source), True


def _term(term: Any) -> Any:
    from rdflib import Literal, URIRef

    if isinstance(term, Text):
        if term.language is not None:
            return Literal(term.value, lang=term.language)
        if term.datatype.value == _STRING:
            return Literal(term.value)  # rdflib tells "x" and "x"^^xsd:string apart
        # as it stands: rdflib would normalise and warn
        return Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)
    return URIRef(term.value)
