"""What one source adds to the derived graph: keyed, so that the union of many is the same in any order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from loaders.facts import Fact


class Paper(NamedTuple):
    """A document as one source speaks of it. Which document of the graph it is, the union decides.

    Attributes:
        number: folded, or None.
        titles: as written, the best first.
        region: code of the region whose it is, as far as the words tell.
        seen_from: code of the region of the source.
        loaded: whether the source is this document.
    """

    number: str | None
    titles: tuple[str, ...]
    region: str | None
    seen_from: str | None
    loaded: bool = False


#: an entity: its identifier, or a document whose identifier the union finds
Ref = str | Paper


class Edge(NamedTuple):
    """A relation between two entities; `relation` is the name in export (`leads`, `part_of`)."""

    subject: Ref
    relation: str
    object: Ref


class Support(NamedTuple):
    """One piece of evidence: a fact at one place."""

    fact: str
    start: int
    end: int


class Covered(NamedTuple):
    """An entity at the place where a fact tells of it."""

    fact: Fact
    entity: Ref


class Name(NamedTuple):
    """A candidate for an entity's label: the lowest rank wins, then the shortest, then the first by code
    points."""

    rank: int
    text: str


#: the vocabulary's word for it, what a document calls itself, what others call it
KNOWN, OWN, WRITTEN = 0, 1, 2


@dataclass(slots=True)
class Node:
    """An entity as one source, or many, show it.

    Attributes:
        kind: platform, organization … as the ontology names them.
        names: candidates for its label; the others become aliases.
        region: code, or None.
        broader: identifiers of kinds or concepts.
        properties: (property of the ontology, value) further than that.
    """

    kind: str
    names: set[Name] = field(default_factory=set)
    region: str | None = None
    broader: set[str] = field(default_factory=set)
    properties: set[tuple[str, str | int | Paper]] = field(default_factory=set)

    def merge(self, other: Node) -> None:
        """Takes in what another source shows of the same entity."""
        self.names |= other.names
        self.broader |= other.broader
        self.properties |= other.properties


@dataclass(slots=True)
class Contribution:
    """What one source adds.

    Attributes:
        sha256: of the source.
        nodes: by reference.
        edges: each with the evidence that says so; without any where no document needs to say it.
    """

    sha256: str
    nodes: dict[Ref, Node] = field(default_factory=dict)
    edges: dict[Edge, set[Support]] = field(default_factory=dict)

    def node(self, ref: Ref, node: Node) -> Ref:
        """Adds an entity, or what is new about it."""
        known = self.nodes.get(ref)
        if known is None:
            self.nodes[ref] = node
        else:
            known.merge(node)
        return ref

    def edge(self, subject: Ref, relation: str, object_: Ref, *facts: Fact) -> None:
        """Adds a relation that facts state."""
        supports = self.edges.setdefault(Edge(subject, relation, object_), set())
        supports.update(Support(fact.id, fact.start, fact.end) for fact in facts)


def chosen(names: set[Name]) -> Iterator[str]:
    """The label and then the aliases, each text once."""
    ordered = sorted(names, key=lambda name: (name.rank, len(name.text), name.text))
    yield from dict.fromkeys(name.text for name in ordered)
