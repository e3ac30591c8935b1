"""The names that this room uses in RDF: namespaces, classes, properties and identifiers."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from pyoxigraph import NamedNode

from ontology.captions import load_captions
from ontology.errors import UsageError
from ontology.identifiers import Identifiers

ONTOLOGY = "https://zhengtu.example/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
_OA = "http://www.w3.org/ns/oa#"

RDF_TYPE = NamedNode(RDF + "type")
JSON = NamedNode(RDF + "JSON")
INTEGER = NamedNode("http://www.w3.org/2001/XMLSchema#integer")
LABEL = NamedNode(RDFS + "label")
PREFERRED = NamedNode(SKOS + "prefLabel")
ALTERNATIVE = NamedNode(SKOS + "altLabel")
BROADER = NamedNode(SKOS + "broader")


@cache
def zt(name: str) -> NamedNode:
    """A class or property of our ontology."""
    return NamedNode(ONTOLOGY + name)


@cache
def OA(name: str) -> NamedNode:  # noqa: N802 - a namespace
    """A class or property of Web Annotation."""
    return NamedNode(_OA + name)


@cache
def rdf(name: str) -> NamedNode:
    """A class or property of RDF."""
    return NamedNode(RDF + name)


@cache
def relation(name: str) -> NamedNode:
    """The property of a relation: responsible_for → zt:responsibleFor."""
    return NamedNode(load_captions().relations[name].iri)


@cache
def camel(name: str) -> str:
    """task_span → taskSpan."""
    return re.sub("_(.)", lambda match: match[1].upper(), name)


@cache
def entity_class(kind: str) -> NamedNode:
    """The class of a kind of entity: platform_kind → zt:PlatformKind."""
    return NamedNode(load_captions().of_kind(kind).iri)


@cache
def fact_class(kind: str) -> NamedNode:
    """The class of a kind of fact; a platform is one thing, a fact about it another."""
    return NamedNode(load_captions().of_fact(kind).iri)


#: fields whose plain name means a link elsewhere
_FIELDS = {"source": "sourceName", "target": "targetName", "region": "regionCode"}


@cache
def field(name: str) -> NamedNode:
    """The property of a fact's field."""
    return zt(_FIELDS.get(name) or camel(name))


def as_json(value: Any) -> str:
    """JSON on one line, as it is kept in literals."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def source(base: str, sha256: str) -> NamedNode:
    """A source, and the named graph of what it says."""
    return NamedNode(Identifiers(base).source(sha256))


def derived(base: str) -> NamedNode:
    """The named graph of entities and their relations."""
    return NamedNode(Identifiers(base).derived)


def reference(base: str) -> NamedNode:
    """The named graph of ontology, regions and vocabulary."""
    return NamedNode(Identifiers(base).reference)


def fact(base: str, id_: str) -> NamedNode:
    """A fact, by the id that it has in exports."""
    return NamedNode(Identifiers(base).fact(id_))


def evidence(base: str, sha256: str, start: int, end: int) -> NamedNode:
    """A place in a source, by raw code points."""
    return NamedNode(Identifiers(base).evidence(sha256, start, end))


def prefixes(base: str) -> dict[str, str]:
    """Prefixes for people who read Turtle or write queries."""
    return {"zt": ONTOLOGY, "rdf": RDF, "rdfs": RDFS, "skos": SKOS, "oa": _OA, "data": base}


def checked_base(base: str) -> str:
    """The base IRI, if it can begin identifiers.

    Raises:
        UsageError: it is no absolute IRI.
    """
    try:
        if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", base):
            raise ValueError(base)
        return NamedNode(base).value
    except ValueError as error:
        raise UsageError(
            f"{base} 不能作标识前缀:请给出完整网址,如 https://example.org/",
            f"{base} can't begin identifiers: give a whole address such as https://example.org/",
        ) from error
