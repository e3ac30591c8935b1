"""The union as quads of the derived graph: each triple once, no blank nodes."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from graph import terms
from graph.derive.contribution import Node, chosen
from graph.derive.union import Source, Statement, Union
from graph.terms import ALTERNATIVE, BROADER, LABEL, RDF_TYPE, rdf, zt
from ontology.identifiers import Identifiers

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]

#: properties of entities whose value is an identifier
_LINKS = frozenset({"carriedBy", "document"})
#: those whose text is in a language
_TAGGED = frozenset({"titleOfWork"})


def derived_quads(union: Union, base: str) -> Iterator[Quad]:
    """The derived graph.

    Args:
        union: of all contributions.
        base: IRI that identifiers begin with.
    """
    graph = terms.derived(base)
    for id_, node in union.nodes.items():
        for subject, predicate, value in _node(id_, node, union.sources[id_], base):
            yield Quad(subject, predicate, value, graph)
    for statement, sources in union.statements.items():
        for subject, predicate, value in _statement(statement, sources, base):
            yield Quad(subject, predicate, value, graph)


def _node(id_: str, node: Node, sources: set[str], base: str) -> Iterator[Triple]:
    entity = NamedNode(id_)
    for sha256 in sources:
        yield entity, zt("mentionedIn"), terms.source(base, sha256)
    if node.kind == "region":
        return  # type and names of regions stand in the reference graph
    yield entity, RDF_TYPE, terms.entity_class(node.kind)
    for index, name in enumerate(chosen(node.names)):
        yield entity, ALTERNATIVE if index else LABEL, Literal(name, language="zh")
    if node.region is not None:
        yield entity, zt("region"), NamedNode(Identifiers(base).region(node.region))
    for broader in node.broader:
        yield entity, BROADER, NamedNode(broader)
    for name, value in node.properties:
        if name in _LINKS:
            yield entity, zt(name), NamedNode(str(value))
        elif name in _TAGGED:
            yield entity, zt(name), Literal(str(value), language="zh")
        elif isinstance(value, int):
            yield entity, zt(name), Literal(str(value), datatype=terms.INTEGER)
        else:
            yield entity, zt(name), Literal(str(value))


def _statement(statement: Statement, sources: set[Source], base: str) -> Iterator[Triple]:
    subject, object_ = NamedNode(statement.subject), NamedNode(statement.object)
    predicate = terms.relation(statement.relation)
    yield subject, predicate, object_
    node = NamedNode(Identifiers(base).statement(*statement))
    yield node, RDF_TYPE, zt("Statement")
    yield node, rdf("subject"), subject
    yield node, rdf("predicate"), predicate
    yield node, rdf("object"), object_
    for sha256, support in sources:
        yield node, zt("restsOn"), terms.fact(base, support.fact)
        yield node, zt("evidence"), terms.evidence(base, sha256, support.start, support.end)
