"""The reference graph: the ontology's captions, the regions, and the vocabulary as SKOS concepts.

About 30 k triples, written only when the vocabulary changes: a text of N-Triples kept beside the code would
save a tenth of a second and could go stale.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from ontology.captions import NAMESPACE, Captions, load_captions
from ontology.identifiers import Identifiers
from ontology.regions import Region
from ontology.vocabulary import Term, Vocabulary

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_TYPE = NamedNode(_RDF + "type")
_LABEL = NamedNode(_RDFS + "label")
_CLASS = NamedNode(_RDFS + "Class")
_PROPERTY = NamedNode(_RDF + "Property")
_CONCEPT = NamedNode(_SKOS + "Concept")
_PREFERRED = NamedNode(_SKOS + "prefLabel")
_OTHER = NamedNode(_SKOS + "altLabel")
_NOTE = NamedNode(_SKOS + "scopeNote")


def reference_triples(vocabulary: Vocabulary, base_iri: str) -> Iterator[Triple]:
    """Everything that no document says.

    Args:
        vocabulary: its regions and terms.
        base_iri: that identifiers begin with.
    """
    identifiers = Identifiers(base_iri)
    yield from _ontology(load_captions())
    for region in vocabulary.regions:
        yield from _region(region, identifiers)
    for term in vocabulary.terms:
        yield from _term(term, identifiers)


def _ontology(captions: Captions) -> Iterator[Triple]:
    """Classes and relations with their names, so that a query can show them."""
    for node, kind, caption in (
        *((c.iri, _CLASS, c.caption) for c in captions.classes.values()),
        *((r.iri, _PROPERTY, r.caption) for r in captions.relations.values()),
    ):
        yield NamedNode(node), _TYPE, kind
        yield NamedNode(node), _LABEL, Literal(caption.zh, language="zh")
        yield NamedNode(node), _LABEL, Literal(caption.en, language="en")


def _region(region: Region, identifiers: Identifiers) -> Iterator[Triple]:
    node = NamedNode(identifiers.region(region.code))
    yield node, _TYPE, _zt("Region")
    yield node, _LABEL, Literal(region.name, language="zh")
    yield node, _zt("code"), Literal(region.code)
    yield node, _zt("level"), Literal(region.level)
    if region.parent:
        yield node, _zt("within"), NamedNode(identifiers.region(region.parent))
    for short in region.short:
        yield node, _OTHER, Literal(short, language="zh")
    for former in region.former:
        yield node, _zt("formerName"), Literal(former, language="zh")
    for mark in region.marks:
        yield node, _zt("numberMark"), Literal(mark)


def _term(term: Term, identifiers: Identifiers) -> Iterator[Triple]:
    """A term of the vocabulary: a concept of its own, apart from the entities that documents speak of."""
    node = NamedNode(identifiers.term(term.kind, term.name))
    yield node, _TYPE, _CONCEPT
    yield node, _PREFERRED, Literal(term.name, language="zh")
    for alias in term.aliases:
        yield node, _OTHER, Literal(alias, language="zh")
    if term.note:
        yield node, _NOTE, Literal(term.note, language="zh")
    if term.type:
        yield node, _zt("termType"), Literal(term.type)
    if term.owner:
        yield node, _zt("region"), NamedNode(identifiers.region(term.owner))


def _zt(name: str) -> NamedNode:
    return NamedNode(NAMESPACE + name)
