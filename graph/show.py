"""Everything known of one entity: what it does and what is done with it, each line with its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pyoxigraph import NamedNode

from graph import terms
from graph.api import Graph
from graph.entities import RELATIONS, Entity
from graph.names import resolve
from graph.terms import zt
from ontology.identifiers import Identifiers


class Evidence(NamedTuple):
    """A place in a document: raw offsets in code points, clean quote, the sentence around it."""

    doc: str
    start: int
    end: int
    quote: str
    sentence: str


class ShownLine(NamedTuple):
    """One relation of the entity; `direction` is `out` where the entity is the subject, `in` where it is the
    object."""

    direction: str
    relation: str
    other: Entity
    evidence: tuple[Evidence, ...]

    @property
    def value(self) -> str:
        """The other end in words."""
        return self.other.name


class Shown(NamedTuple):
    """An entity with all that is known of it, and other entities of its name."""

    entity: Entity
    also: tuple[Entity, ...]
    lines: tuple[ShownLine, ...]


def show(graph: Graph, name: str) -> Shown:
    """Everything known of the entity that a name means.

    Raises:
        NotFoundError: no entity has this name.
    """
    found = resolve(graph, name)
    lines = sorted(
        _lines(graph, found.entity),
        key=lambda line: (
            line.direction != "out",
            RELATIONS.index(line.relation),
            line.other.name,
            line.other.id,
        ),
    )
    return Shown(found.entity, found.also, tuple(lines))


def _lines(graph: Graph, entity: Entity) -> Iterator[ShownLine]:
    by_id = graph.table.by_id
    node = NamedNode(entity.id)
    for relation in RELATIONS:
        where = graph.reference if relation == "within" else graph.derived
        property_ = terms.relation(relation)
        for quad in graph.store.quads_for_pattern(node, property_, None, where):
            other = by_id.get(str(quad.object)[1:-1])
            if other is not None:
                yield ShownLine("out", relation, other, evidence_of(graph, entity.id, relation, other.id))
        for quad in graph.store.quads_for_pattern(None, property_, node, where):
            other = by_id.get(str(quad.subject)[1:-1])
            if other is not None:
                yield ShownLine("in", relation, other, evidence_of(graph, other.id, relation, entity.id))


def evidence_of(graph: Graph, subject: str, relation: str, object_: str) -> tuple[Evidence, ...]:
    """The evidence of a relation, in the order of documents and places."""
    statement = NamedNode(Identifiers(graph.base).statement(subject, relation, object_))
    found = []
    for quad in graph.store.quads_for_pattern(statement, zt("evidence"), None, graph.derived):
        evidence = quad.object
        place = graph.table.place(str(evidence)[1:-1])
        sentences = graph.store.quads_for_pattern(NamedNode(str(evidence)[1:-1]), zt("sentence"), None, None)
        sentence = next((str(sentence.object.value) for sentence in sentences), place[3])  # type: ignore[union-attr]
        found.append(Evidence(*place, sentence))
    return tuple(sorted(found))
