"""Captions, node labels, relation types and colours, as the schema gives them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ontology.bilingual import Bilingual

#: the namespace of classes and properties
NAMESPACE = "https://zhengtu.example/ontology#"


@dataclass(frozen=True, slots=True)
class ClassCaption:
    """A class of the ontology.

    Attributes:
        name: Organization.
        iri: in full.
        caption: in both languages.
        kind: the word of `export entities` for its nodes, None for facts and evidence.
        fact: the kind of fact it is the class of, or None.
        node_label: in property graphs, or None.
        colour: #RRGGBB, or None.
    """

    name: str
    iri: str
    caption: Bilingual
    kind: str | None
    fact: str | None
    node_label: str | None
    colour: str | None


@dataclass(frozen=True, slots=True)
class RelationCaption:
    """A relation between entities.

    Attributes:
        name: the word of `export triples`: responsible_for.
        iri: of its property.
        caption: in both languages.
        cypher: its type in property graphs.
        colour: #RRGGBB.
    """

    name: str
    iri: str
    caption: Bilingual
    cypher: str
    colour: str


@dataclass(frozen=True, slots=True)
class Captions:
    """All of them.

    Attributes:
        classes: by name.
        relations: by the word of `export triples`.
        values: closed lists: {list: {value: caption}}.
    """

    classes: Mapping[str, ClassCaption]
    relations: Mapping[str, RelationCaption]
    values: Mapping[str, Mapping[str, Bilingual]]

    def of_kind(self, kind: str) -> ClassCaption:
        """The class of a kind of entity (`platform_kind`).

        Raises:
            KeyError: there is no such kind.
        """
        return {caption.kind: caption for caption in self.classes.values()}[kind]

    def of_fact(self, kind: str) -> ClassCaption:
        """The class of a kind of fact (`responsibility`).

        Raises:
            KeyError: there is no such kind.
        """
        return {caption.fact: caption for caption in self.classes.values()}[kind]

    @property
    def kinds(self) -> tuple[str, ...]:
        """Kinds of entities, sorted."""
        return tuple(sorted(caption.kind for caption in self.classes.values() if caption.kind))


def _both(data: Mapping[str, Any]) -> Bilingual:
    return Bilingual(data.get("zh", ""), data.get("en", ""))


@cache
def load_captions() -> Captions:
    """The captions of the shipped ontology."""
    text = files("ontology").joinpath("generated/captions.json").read_text(encoding="utf-8")
    data = json.loads(text)
    classes = {
        name: ClassCaption(
            name=name,
            iri=row["iri"],
            caption=_both(row),
            kind=row.get("kind"),
            fact=row.get("fact"),
            node_label=row.get("node_label"),
            colour=row.get("colour"),
        )
        for name, row in data["classes"].items()
    }
    relations = {
        name: RelationCaption(name, row["iri"], _both(row), row["cypher"], row["colour"])
        for name, row in data["relations"].items()
    }
    values = {
        name: {value: _both(told) for value, told in rows.items()} for name, rows in data["values"].items()
    }
    return Captions(classes, relations, values)
