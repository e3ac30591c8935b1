"""Entities and relations of a graph as `export` gives them: one line a node, one line a piece of evidence."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from pyoxigraph import NamedNode, Store

from graph import terms
from graph.terms import ALTERNATIVE, BROADER, LABEL, RDF_TYPE, zt
from ontology.captions import load_captions
from ontology.identifiers import Identifiers

#: the words of `export triples`
RELATIONS = tuple(load_captions().relations)

_KIND_OF = {terms.entity_class(kind).value: kind for kind in load_captions().kinds}


@dataclass(frozen=True, slots=True)
class Entity:
    """A node, as cli.md's `export entities` has it.

    Attributes:
        id: its IRI.
        kind: platform, organization … as the ontology names them.
        name: its label.
        region: GB/T 2260 code, or None.
        aliases: other names, sorted.
        broader, part_of: identifiers of kinds or concepts, and of wholes, sorted.
        documents: names of the documents that speak of it, sorted.
    """

    id: str
    kind: str
    name: str
    region: str | None
    aliases: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()

    def as_json(self) -> str:
        """One line of JSON, keys in a fixed order."""
        return json.dumps(asdict(self), ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class TripleLine:
    """A relation with one piece of its evidence; without any where no document needs to say it.

    Attributes:
        subject, object: identifiers of entities.
        relation: one of RELATIONS.
        doc, start, end, quote: the place, in raw code points, and its clean text.
    """

    subject: str
    relation: str
    object: str
    doc: str | None = None
    start: int | None = None
    end: int | None = None
    quote: str | None = None

    def as_json(self) -> str:
        """One line of JSON, keys in a fixed order; without `doc` and the place where there is none."""
        row = {name: value for name, value in asdict(self).items() if value is not None}
        return json.dumps(row, ensure_ascii=False)


class EntityTable:
    """Reads entities and relations out of a store.

    Args:
        store: a snapshot.
        base: IRI that identifiers begin with.
        names: sha256 → names of the documents with these bytes, sorted.
    """

    def __init__(self, store: Store, base: str, names: dict[str, list[str]]) -> None:
        self._store = store
        self._base = base
        self._ids = Identifiers(base)
        self._names = names
        self._first = {sha256[:16]: known[0] for sha256, known in names.items()}
        self._derived = terms.derived(base)
        self._reference = terms.reference(base)

    def _pairs(self, predicate: NamedNode, graph: NamedNode) -> Iterator[tuple[str, Any]]:
        for quad in self._store.quads_for_pattern(None, predicate, None, graph):
            yield _text(quad.subject), quad.object

    def _lists(self, predicate: NamedNode) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for subject, value in self._pairs(predicate, self._derived):
            found[subject].append(_text(value))
        return found

    def entities(self) -> Iterator[Entity]:
        """All entities, sorted by id."""
        sources = self._lists(zt("mentionedIn"))
        labels, aliases = self._lists(LABEL), self._lists(ALTERNATIVE)
        regions, broader = self._lists(zt("region")), self._lists(BROADER)
        wholes = self._lists(terms.relation("part_of"))
        kinds = {
            subject: _KIND_OF[_text(value)]
            for subject, value in self._pairs(RDF_TYPE, self._derived)
            if _text(value) in _KIND_OF
        }
        for id_ in sorted({*kinds, *self._regions(sources)}):
            documents = self._documents(sources.get(id_, ()))
            if id_ not in kinds:
                yield self._region(id_, documents)
                continue
            region = regions.get(id_)
            yield Entity(
                id=id_,
                kind=kinds[id_],
                name=min(labels.get(id_, [id_])),
                region=self.region_code(region[0]) if region else None,
                aliases=tuple(sorted(aliases.get(id_, ()))),
                broader=tuple(sorted(broader.get(id_, ()))),
                part_of=tuple(sorted(wholes.get(id_, ()))),
                documents=documents,
            )

    def _documents(self, sources: list[str] | tuple[str, ...]) -> tuple[str, ...]:
        prefix = f"{self._base}source/"
        return tuple(
            sorted(name for source in sources for name in self._names.get(source.removeprefix(prefix), ()))
        )

    def _regions(self, sources: dict[str, list[str]]) -> set[str]:
        """The regions that documents speak of, and all above them."""
        prefix = f"{self._base}region/"
        found: set[str] = set()
        waiting = [id_ for id_ in sources if id_.startswith(prefix)]
        while waiting:
            id_ = waiting.pop()
            if id_ not in found:
                found.add(id_)
                waiting += self._above(id_)
        return found

    def _above(self, region: str) -> list[str]:
        return self._reference_values(region, terms.relation("within"))

    def _reference_values(self, subject: str, predicate: NamedNode) -> list[str]:
        quads = self._store.quads_for_pattern(NamedNode(subject), predicate, None, self._reference)
        return sorted(_text(quad.object) for quad in quads)

    def region_code(self, id_: str) -> str:
        """The code in a region's identifier."""
        return id_.removeprefix(f"{self._base}region/")

    def _region(self, id_: str, documents: tuple[str, ...]) -> Entity:
        code = self.region_code(id_)
        return Entity(
            id=id_,
            kind="region",
            name=next(iter(self._reference_values(id_, LABEL)), code),
            region=code,
            aliases=tuple(self._reference_values(id_, ALTERNATIVE)),
            documents=documents,
        )

    def triples(self) -> Iterator[TripleLine]:
        """All relations with their evidence, sorted."""
        for subject, relation, object_ in sorted(self._edges()):
            found = False
            for place in sorted(self.places(subject, relation, object_)):
                found = True
                yield TripleLine(subject, relation, object_, *place)
            if not found:
                yield TripleLine(subject, relation, object_)

    def _edges(self) -> Iterator[tuple[str, str, str]]:
        for relation in RELATIONS:
            for subject, value in self._pairs(terms.relation(relation), self._derived):
                yield subject, relation, _text(value)
        for region in self._regions(self._lists(zt("mentionedIn"))):
            for above in self._above(region):
                yield region, "within", above

    def places(self, subject: str, relation: str, object_: str) -> Iterator[tuple[str, int, int, str]]:
        """Where documents state a relation: document, raw start and end, clean quote."""
        statement = NamedNode(self._ids.statement(subject, relation, object_))
        for quad in self._store.quads_for_pattern(statement, zt("evidence"), None, self._derived):
            yield self.place(_text(quad.object))

    def place(self, evidence: str) -> tuple[str, int, int, str]:
        """Document, raw start and end, and clean quote of an evidence.

        Of several documents with the same bytes the first is named: evidence counts once.
        """
        sha16, span = evidence.removeprefix(f"{self._base}evidence/").split("/")
        start, end = map(int, span.split("-"))
        (quad,) = self._store.quads_for_pattern(NamedNode(evidence), zt("cleanQuote"), None, None)
        return self._first[sha16], start, end, _text(quad.object)

    @cached_property
    def all(self) -> tuple[Entity, ...]:
        """All entities, kept for questions that go over them again and again."""
        return tuple(self.entities())

    @cached_property
    def by_id(self) -> dict[str, Entity]:
        """Entities by id."""
        return {entity.id: entity for entity in self.all}


def _text(term: Any) -> str:
    return str(term.value)
