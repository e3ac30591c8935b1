"""Finds the entity that a person means by a name."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from graph.api import Graph
from graph.entities import Entity
from ontology.errors import NotFoundError
from ontology.nearest import nearest

#: which of several entities of one name is meant first: what people ask for by name
_FIRST = (
    "region",
    "organization",
    "platform",
    "initiative",
    "document",
    "platform_kind",
    "indicator",
    "commitment",
    "task",
    "target",
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """The entity that a name means.

    Attributes:
        entity: the one meant first.
        how: `id`, `name`, `alias` or `part` (the name is a part of one entity's name only).
        also: other entities of the same name.
    """

    entity: Entity
    how: str
    also: tuple[Entity, ...] = ()


class UnknownNameError(NotFoundError):
    """No entity has this name.

    Attributes:
        nearest: names that come nearest.
    """

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        zh = f"图里没有“{name}”" + (f";相近的有:{'、'.join(near)}" if near else ";可用 search 查找")
        en = f"the graph does not know {name!r}" + (
            f"; nearest: {', '.join(near)}" if near else "; try search"
        )
        super().__init__(zh, en)
        self.nearest = near


def resolve(graph: Graph, name: str, kinds: Container[str] | None = None) -> Resolved:
    """The entity that a name means: by id, name, other name (青岛 → 青岛市), or as part of one name only.

    Args:
        graph: open.
        name: as a person gives it.
        kinds: of entities that can be meant; any unless given.

    Raises:
        UnknownNameError: there is none; it carries the nearest names.
    """
    entities = [entity for entity in graph.table.all if kinds is None or entity.kind in kinds]
    wanted = name.strip()
    for how, found in (
        ("id", [entity for entity in entities if entity.id == wanted]),
        ("name", [entity for entity in entities if entity.name == wanted]),
        ("alias", [entity for entity in entities if wanted in entity.aliases]),
        ("part", _only_part(entities, wanted)),
    ):
        if found:
            ranked = sorted(found, key=lambda entity: (_FIRST.index(entity.kind), entity.id))
            return Resolved(ranked[0], how, tuple(ranked[1:]))
    known = {known for entity in entities for known in (entity.name, *entity.aliases)}
    raise UnknownNameError(wanted, tuple(nearest(wanted, known)))


def _only_part(entities: Iterable[Entity], name: str) -> list[Entity]:
    """The one entity whose name holds this one; of several none is meant."""
    if len(name) < 2:
        return []
    found = [entity for entity in entities if name in entity.name and entity.kind not in ("task", "target")]
    return found if len(found) == 1 else []
