"""Platforms: an owner's shared one is one node, a region's own is its own under its kind."""

from __future__ import annotations

import re
from typing import NamedTuple

from graph.derive.contribution import KNOWN, WRITTEN, Contribution, Covered, Name, Node
from graph.derive.places import add_region
from graph.derive.source_view import SourceView
from loaders.facts import Fact
from ontology.vocabulary import Term

ACTIONS = {
    "build": "builds",
    "upgrade": "upgrades",
    "use": "uses",
    "connect": "connects",
    "promote": "promotes",
    "exist": "has",
}

#: what may follow a name without making it another thing: “爱X”APP is “爱X”
_GENERIC_TAIL = re.compile(r"(?:移动端|客户端|小程序|APP|App|app|平台|系统|门户)+")


class _Identity(NamedTuple):
    """Whose a platform is, what it is called, its kind, and what it is part of."""

    region: str | None
    name: str
    kind: str | None
    whole: Term | None = None


def add_platforms(view: SourceView, contribution: Contribution) -> list[Covered]:
    """Platforms, what the region does to them, and what is connected.

    Returns:
        each platform with the fact that tells of it.
    """
    own = add_region(view, contribution, view.about.region)
    covered = []
    for fact in view.of_kind("platform"):
        known = fact.fields.get("known")
        platform = add_platform(view, contribution, fact, str(fact.fields["name"]), known)
        covered.append(Covered(fact, platform))
        if own is not None:
            contribution.edge(own, ACTIONS[str(fact.fields["action"])], platform, fact)
    for fact in view.of_kind("connection"):
        ends = [
            add_platform(view, contribution, fact, str(fact.fields[end]), None)
            for end in ("source", "target")
        ]
        contribution.edge(ends[0], "connected_to", ends[1], fact)
    return covered


def add_platform(
    view: SourceView, contribution: Contribution, fact: Fact, name: str, known: str | None
) -> str:
    """The entity of a platform that a fact names.

    Args:
        name: as written.
        known: the vocabulary's name that was found in it, if any.

    Returns:
        its identifier.
    """
    term = view.known.get(("platform", known or name))
    identity = _identity(view, name, term)
    node = Node("platform", {Name(WRITTEN, name), Name(KNOWN, identity.name)}, identity.region)
    add_region(view, contribution, identity.region)
    id_ = view.ids.platform(identity.region, identity.name)
    if identity.kind:
        kind = view.ids.platform_kind(identity.kind)
        contribution.node(kind, Node("platform_kind", {Name(KNOWN, identity.kind)}))
        contribution.edge(id_, "same_kind", kind, fact)
        node.broader.add(kind)
    if identity.whole is not None:
        whole = add_platform(view, contribution, fact, identity.whole.name, identity.whole.name)
        contribution.edge(id_, "part_of", whole, fact)
    contribution.node(id_, node)
    return id_


def _identity(view: SourceView, name: str, term: Term | None) -> _Identity:
    own = view.about.region
    if term is None:
        region, rest = _whose(view, name)
        return _Identity(region, rest, None)
    bare = name
    if term.owner is None and view.region is not None:
        # 某市城市大脑 in that city's own document is its 城市大脑
        bare = name.removeprefix(view.region.name) or name
    wording = next((w for w in (term.name, *term.aliases) if bare.startswith(w)), None)
    same = bare in (term.name, *term.aliases) or (
        wording is not None and _GENERIC_TAIL.fullmatch(bare, len(wording))
    )
    if term.owner is not None:
        return _Identity(term.owner, term.name, term.type) if same else _Identity(own, bare, None, term)
    # the region's own system keeps the name that the region gives it
    return _Identity(own, wording if same and wording else bare, term.type)


def _whose(view: SourceView, name: str) -> tuple[str | None, str]:
    """The region of a platform that no vocabulary knows: named in front, by level, or the document's own."""
    place, rest = view.leading_region(name)
    if place is not None:
        return place.code, rest
    levels = {"省": "province", "市": "prefecture", "国家": "country"}
    for prefix, level in levels.items():
        if name.startswith(prefix) and len(name) > len(prefix) + 3 and view.about.region:
            above = view.vocabulary.regions.above(view.about.region, level)
            if above is not None:
                return above.code, name.removeprefix(prefix) if level != "country" else name
    return view.about.region, name
