"""What one source adds to the graph: every kind of entity once."""

from __future__ import annotations

from graph.derive.bodies import add_bodies
from graph.derive.contribution import Contribution
from graph.derive.initiatives import add_initiatives
from graph.derive.papers import add_papers
from graph.derive.platforms import add_platforms
from graph.derive.source_view import SourceView
from graph.derive.targets import add_targets
from graph.derive.tasks import add_tasks


def contribution(view: SourceView) -> Contribution:
    """The contribution of a source: a pure function of the view."""
    added = Contribution(view.sha256)
    add_papers(view, added)
    add_bodies(view, added)
    covered = [*add_platforms(view, added), *add_initiatives(view, added), *add_targets(view, added)]
    add_tasks(view, added, sorted(covered, key=lambda item: (item.fact.start, item.fact.id)))
    return added
