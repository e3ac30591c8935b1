"""Tasks: what bodies answer for, in the document's own words; and what a task covers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from graph.derive.bodies import add_body
from graph.derive.contribution import OWN, Contribution, Covered, Name, Node, Paper
from graph.derive.papers import own_paper
from graph.derive.source_view import SourceView
from loaders.document import Span
from loaders.facts import Fact

ROLES = {"lead": "leads", "support": "supports", "responsible": "responsible_for"}


def add_tasks(view: SourceView, contribution: Contribution, covered: Sequence[Covered]) -> None:
    """Tasks with their bodies.

    Args:
        view, contribution: of the source.
        covered: platforms, initiatives and targets of the source, sorted by their facts' start.
    """
    paper = own_paper(view)
    spans: dict[str, set[Span]] = {}
    for fact in view.of_kind("responsibility"):
        span = Span(*(fact.fields.get("task_span") or fact.sentence))
        task = _task(view, contribution, fact, span, paper)
        spans.setdefault(task, set()).add(span)
        body = add_body(view, contribution, fact, str(fact.fields["organization"]))
        contribution.edge(body, ROLES[str(fact.fields["role"])], task, fact)
    _add_covers(contribution, spans, covered)


def _task(view: SourceView, contribution: Contribution, fact: Fact, span: Span, paper: Paper) -> str:
    path, titles = view.heading_path(span.start, fact.fields.get("task_path"))
    words = "".join(view.text[span.start : span.end].split())
    wording = str(fact.fields.get("task") or words)
    node = Node("task", {Name(OWN, wording)}, view.about.region)
    node.properties |= {("heading", "/".join(titles)), ("position", span.start), ("document", paper)}
    node.properties |= {("path", path)} if path else set()
    id_ = view.ids.task(view.sha256, path, words or wording)
    contribution.node(id_, node)
    return id_


def _add_covers(
    contribution: Contribution, spans: Mapping[str, set[Span]], covered: Sequence[Covered]
) -> None:
    starts = [item.fact.start for item in covered]
    for task, places in spans.items():
        for place in places:
            for item in covered[bisect_left(starts, place.start) : bisect_left(starts, place.end)]:
                if item.fact.end <= place.end:
                    contribution.edge(task, "covers", item.entity, item.fact)
