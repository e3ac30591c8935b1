"""A quick look whether a graph conforms: the generated shapes use a dozen plain constraints.

pySHACL takes 0.4 s a document, more than reading it does. A build therefore looks here first and asks pySHACL
only where something seems wrong, or where the shapes hold a constraint that is not known here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from graph.terms import RDF, RDF_TYPE

_SH = "http://www.w3.org/ns/shacl#"


@dataclass(slots=True)
class _Rule:
    """What one property shape demands of the values of its path."""

    path: str = ""
    least: int = 0
    most: int | None = None
    minimum: int | None = None
    kind: str | None = None
    datatype: str | None = None
    type: NamedNode | None = None
    pattern: re.Pattern[str] | None = None
    languages: frozenset[str] | None = None
    allowed: frozenset[str] | None = None

    def holds(self, values: list[Any], types: Mapping[Any, set[Any]]) -> bool:
        if len(values) < self.least or (self.most is not None and len(values) > self.most):
            return False
        return all(self._allows(value, types) for value in values)

    def _allows(self, value: Any, types: Mapping[Any, set[Any]]) -> bool:
        literal = isinstance(value, Literal)
        return not (
            (self.kind is not None and self.kind != _SH + ("Literal" if literal else "IRI"))
            or (self.datatype is not None and not (literal and value.datatype.value == self.datatype))
            or (self.type is not None and self.type not in types.get(value, ()))
            or (self.languages is not None and not (literal and value.language in self.languages))
            or (self.allowed is not None and value.value not in self.allowed)
            or (self.pattern is not None and not self.pattern.search(value.value))
            or (self.minimum is not None and int(value.value) < self.minimum)
        )


@dataclass(slots=True)
class _Shapes:
    """Rules by class; `complete` unless the shapes demand what is not known here."""

    rules: dict[Any, list[_Rule]] = field(default_factory=dict)
    complete: bool = True


@cache
def _shapes() -> _Shapes:
    said: dict[Any, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    text = files("ontology").joinpath("generated", "zhengtu.shacl.ttl").read_bytes()
    for quad in parse(text, format=RdfFormat.TURTLE):
        said[quad.subject][quad.predicate.value].append(quad.object)
    shapes = _Shapes()
    for shape in said.values():
        for target in shape[_SH + "targetClass"]:
            shapes.rules[target] = [_rule(said, node, shapes) for node in shape[_SH + "property"]]
    known = {"property", "targetClass"}
    for shape in list(said.values()):
        if shape[_SH + "targetClass"]:
            rest = {
                name.removeprefix(_SH) for name, values in shape.items() if values and name.startswith(_SH)
            }
            shapes.complete &= rest <= known
    return shapes


def _rule(said: Mapping[Any, Mapping[str, list[Any]]], node: Any, shapes: _Shapes) -> _Rule:
    rule = _Rule()
    for name, (value, *_) in said[node].items():
        match name.removeprefix(_SH):
            case "path":
                rule.path = value.value
            case "minCount":
                rule.least = int(value.value)
            case "maxCount":
                rule.most = int(value.value)
            case "minInclusive":
                rule.minimum = int(value.value)
            case "nodeKind":
                rule.kind = value.value
            case "datatype":
                rule.datatype = value.value
            case "class":
                rule.type = value
            case "pattern":
                rule.pattern = re.compile(value.value)
            case "languageIn":
                rule.languages = frozenset(_listed(said, value))
            case "in":
                rule.allowed = frozenset(_listed(said, value))
            case "order" | "name" | "description" | "message":
                pass
            case _:
                shapes.complete = False
    return rule


def _listed(said: Mapping[Any, Mapping[str, list[Any]]], node: Any) -> Iterable[str]:
    while node in said:
        yield said[node][RDF + "first"][0].value
        (node,) = said[node][RDF + "rest"]


def seems_to_conform(quads: Iterable[tuple[Quad, bool]]) -> bool:
    """Whether nothing seems wrong.

    Args:
        quads: as `graph.shapes.checked_quads` gives them.
    """
    shapes = _shapes()
    if not shapes.complete:
        return False
    types: dict[Any, set[Any]] = defaultdict(set)
    said: dict[Any, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for quad, end in quads:
        if quad.predicate == RDF_TYPE:
            types[quad.subject].add(quad.object)
        if not end:
            said[quad.subject][quad.predicate.value].append(quad.object)
    return all(
        rule.holds(values.get(rule.path, []), types)
        for subject, values in said.items()
        for class_ in types.get(subject, ())
        for rule in shapes.rules.get(class_, ())
    )
