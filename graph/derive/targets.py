"""Targets: a region's figures, each below the indicator that it counts."""

from __future__ import annotations

from graph import terms
from graph.derive.contribution import OWN, Contribution, Covered, Name, Node
from graph.derive.places import add_region
from graph.derive.source_view import SourceView
from loaders.facts import Fact

#: what makes a figure the same figure
_STATED = ("indicator", "scope", "comparator", "value", "unit", "deadline", "status")
_SIGNS = {">=": "≥", "<=": "≤", "=": "=", "~": "≈"}


def add_targets(view: SourceView, contribution: Contribution) -> list[Covered]:
    """Targets and their indicators.

    Returns:
        each target with the fact that tells of it.
    """
    region = add_region(view, contribution, view.about.region)
    covered = []
    for fact in view.of_kind("target"):
        target = _target(view, contribution, fact)
        covered.append(Covered(fact, target))
        if region is not None:
            contribution.edge(region, "has_target", target, fact)
    return covered


def _target(view: SourceView, contribution: Contribution, fact: Fact) -> str:
    stated = {name: fact.fields[name] for name in _STATED if fact.fields.get(name) is not None}
    name, scope = str(stated.get("indicator", "")), str(stated.get("scope") or "")
    indicator = view.ids.indicator(name, scope)
    contribution.node(indicator, Node("indicator", {Name(OWN, f"{name}({scope})" if scope else name)}))
    sign = _SIGNS.get(str(stated.get("comparator")), "")
    label = f"{name}{sign}{stated.get('value', '')}{stated.get('unit', '')}"
    node = Node("target", {Name(OWN, label)}, view.about.region, {indicator})
    node.properties |= {(terms.camel(key), value) for key, value in stated.items()}
    id_ = view.ids.target(view.about.region, stated)
    contribution.node(id_, node)
    return id_
