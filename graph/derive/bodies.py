"""Organizations: a body is (region, name); a vocabulary's short form is the same body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.derive.contribution import KNOWN, WRITTEN, Contribution, Name, Node
from graph.derive.places import add_region
from graph.derive.source_view import SourceView
from loaders.facts import Fact

#: China, whose bodies carry no prefix of a region
COUNTRY = "100000"
_CENTRAL = ("国家", "国务院", "中央", "中共中央", "全国")


def add_bodies(view: SourceView, contribution: Contribution) -> None:
    """Bodies that a document mentions, and that issue it."""
    for fact in view.of_kind("organization"):
        add_body(view, contribution, fact, str(fact.fields["name"]))


def add_body(view: SourceView, contribution: Contribution, fact: Fact, name: str) -> str:
    """The entity of a body that a fact names.

    Args:
        view, contribution: of the source.
        fact: its fields `region`, `bare`, `type` and `group` tell more than the name where they are there.
        name: of the body, its region included as facts.md lays down.

    Returns:
        its identifier.
    """
    region, bare = _region_and_name(view, fact.fields, name)
    known = view.known.get(("body", bare))
    if known is not None and known.owner in (None, region):
        bare = known.name
    node = Node("organization", {Name(WRITTEN, name)}, region)
    place = view.vocabulary.regions.get(region) if region else None
    if place is not None and place.code != COUNTRY and bare != name:
        node.names.add(Name(KNOWN, f"{place.name}{bare}"))
    elif known is not None:
        node.names.add(Name(KNOWN, bare))
    kind = fact.fields.get("organization_type") or fact.fields.get("type")
    if kind and fact.kind != "metadata":
        node.properties.add(("organizationType", str(kind)))
    if fact.fields.get("group"):
        node.properties.add(("isGroup", "true"))
    add_region(view, contribution, region)
    id_ = view.ids.organization(region, bare)
    contribution.node(id_, node)
    return id_


def _region_and_name(view: SourceView, fields: Mapping[str, Any], name: str) -> tuple[str | None, str]:
    """Whose a body is, and its name without that region."""
    own = view.about.region
    told = fields.get("organization_region") or fields.get("region")
    if fields.get("type") == "enterprise" or fields.get("organization_type") == "enterprise":
        # an enterprise keeps its name whole; two of one name in two cities are two
        return told or own, name
    place, bare = view.leading_region(name)
    if place is not None:
        return place.code, bare
    return told or (COUNTRY if name.startswith(_CENTRAL) else own), name
