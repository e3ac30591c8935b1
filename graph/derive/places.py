"""Regions: the nodes stand in the reference graph; what speaks of them is derived."""

from __future__ import annotations

from graph.derive.contribution import Contribution, Node
from graph.derive.source_view import SourceView


def add_region(view: SourceView, contribution: Contribution, code: str | None) -> str | None:
    """Says that a source speaks of a region.

    Args:
        code: of the region, or None.

    Returns:
        the region's identifier, or None.
    """
    if code is None:
        return None
    id_ = view.ids.region(code)
    contribution.node(id_, Node("region", region=code))
    return id_
