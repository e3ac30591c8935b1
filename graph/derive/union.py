"""The union of contributions: a keyed map, the same whatever the order in which sources came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.derive.contribution import Contribution, Node, Paper, Ref, Support
from graph.derive.meeting import meet
from ontology.regions import Regions


class Statement(NamedTuple):
    """A relation between two entities of the graph, by identifiers."""

    subject: str
    relation: str
    object: str


class Source(NamedTuple):
    """A piece of evidence with the source that it stands in."""

    sha256: str
    support: Support


@dataclass(slots=True)
class Union:
    """All entities and statements.

    Attributes:
        nodes: identifier → entity.
        sources: identifier → sha256 of the sources that speak of it.
        statements: each with its evidence.
    """

    nodes: dict[str, Node] = field(default_factory=dict)
    sources: dict[str, set[str]] = field(default_factory=dict)
    statements: dict[Statement, set[Source]] = field(default_factory=dict)


def unite(contributions: Iterable[Contribution], regions: Regions, base: str) -> Union:
    """The union of what sources add.

    Args:
        contributions: of each source once, in any order.
        regions: as `meet` needs them.
        base: IRI that identifiers begin with.
    """
    known = list(contributions)
    ids = meet((ref for one in known for ref in one.nodes if isinstance(ref, Paper)), regions, base)
    union = Union()
    for contribution in known:
        _add(union, contribution, ids)
    return union


def _add(union: Union, contribution: Contribution, ids: Mapping[Paper, str]) -> None:
    def id_of(ref: Ref) -> str:
        return ids[ref] if isinstance(ref, Paper) else ref

    for ref, node in contribution.nodes.items():
        id_ = id_of(ref)
        merged = union.nodes.setdefault(id_, Node(node.kind))
        merged.merge(node)
        for name, value in node.properties:
            if isinstance(value, Paper):
                merged.properties.remove((name, value))
                merged.properties.add((name, ids[value]))
        # a document may be spoken of with and without its region: the lowest code is a choice by content
        merged.region = min(filter(None, (merged.region, node.region)), default=None)
        union.sources.setdefault(id_, set()).add(contribution.sha256)
    for (subject, relation, object_), supports in contribution.edges.items():
        statement = Statement(id_of(subject), relation, id_of(object_))
        if statement.subject == statement.object:
            continue  # a notice that cites what it encloses speaks of itself
        found = union.statements.setdefault(statement, set())
        found.update(Source(contribution.sha256, support) for support in supports)
