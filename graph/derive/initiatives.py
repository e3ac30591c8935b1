"""Initiatives: the concept is shared, the commitment is the region's."""

from __future__ import annotations

from graph.derive.contribution import KNOWN, OWN, WRITTEN, Contribution, Covered, Name, Node
from graph.derive.places import add_region
from graph.derive.source_view import SourceView


def add_initiatives(view: SourceView, contribution: Contribution) -> list[Covered]:
    """Initiatives, and the commitment of the document's region to each.

    Returns:
        each initiative with the fact that tells of it.
    """
    region = add_region(view, contribution, view.about.region)
    covered = []
    for fact in view.of_kind("initiative"):
        name = str(fact.fields["name"])
        term = view.known.get(("initiative", str(fact.fields.get("known") or name)))
        concept_name = term.name if term is not None else name
        concept = view.ids.initiative(concept_name)
        contribution.node(concept, Node("initiative", {Name(KNOWN, concept_name), Name(WRITTEN, name)}))
        covered.append(Covered(fact, concept))
        if region is None:
            continue
        place = view.region.name if view.region else ""
        commitment = Node("commitment", {Name(OWN, f"{place}{concept_name}")}, view.about.region, {concept})
        contribution.node(view.ids.commitment(view.about.region, concept_name), commitment)
        contribution.edge(region, "commits_to", concept, fact)
    return covered
