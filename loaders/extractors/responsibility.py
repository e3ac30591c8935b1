"""Responsibility: which body leads, supports or answers for which task."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from loaders.clause_conventions import Conventions
from loaders.clause_parts import Entry
from loaders.clause_scope import Scope, ScopeReader
from loaders.clause_tables import read_table_clauses
from loaders.clauses import Clause, ClauseFinder
from loaders.deadlines import iso_deadline
from loaders.document import Span
from loaders.duties import DutyReader
from loaders.facts import Fact
from loaders.reading import Reading


def read_responsibilities(reading: Reading) -> Iterator[Fact]:
    """Bodies made responsible in clauses, tables and running text.

    Args:
        reading: the document being read.
    """
    text, document = reading.text, reading.document
    tables = list(read_table_clauses(reading))
    closed = sorted(chain(document.furniture, (clause.span for clause, _ in tables)))
    headings = [section.heading.start for section in reading.outline.sections if section.numbered]
    finder = ClauseFinder(text, reading.profile, reading.vocabulary, headings, closed)
    clauses = finder.find()
    duties = DutyReader(reading, finder, sorted(chain(closed, (clause.span for clause in clauses))))
    sentences, spoken = duties.read()
    clauses = sorted(chain(clauses, sentences), key=lambda clause: clause.span)
    conventions = Conventions(text)
    scopes = ScopeReader(text, reading.outline, [clause.span for clause in clauses])
    for index, clause in enumerate(clauses):
        yield from _facts(reading, clause, scopes.scope(index), conventions)
    for clause, scope in tables:
        yield from _facts(reading, clause, scope, conventions)
    for clause, scope in spoken:
        yield from _facts(reading, clause, scope, None)


def _facts(reading: Reading, clause: Clause, scope: Scope, conventions: Conventions | None) -> Iterator[Fact]:
    """One fact for each body of a clause; they share task and deadline and keep their order."""
    parsed = clause.parsed
    entries = conventions.applied(clause) if conventions else parsed.entries
    deadline = _deadline(reading, parsed.deadline)
    for order, entry in enumerate(entries):
        yield _fact(reading, clause, scope, entry, order, deadline)


def _fact(
    reading: Reading, clause: Clause, scope: Scope, entry: Entry, order: int, deadline: str | None
) -> Fact:
    body = entry.body
    return reading.fact(
        "responsibility",
        body.span.start,
        body.span.end,
        rule=f"responsibility-{clause.layout}",
        sentence=clause.span,
        organization=body.name,
        role=entry.role or "responsible",
        task=scope.task,
        task_span=scope.span,
        task_path=scope.path,
        order=order,
        organization_region=body.region,
        organization_type=body.type,
        name_from=body.name_from,
        group=body.group,
        deadline=deadline,
        written=body.written,
    )


def _deadline(reading: Reading, span: Span | None) -> str | None:
    """A stated date; without a year it is the document's."""
    if span is None:
        return None
    profile = reading.profile
    year = int(profile.date[:4]) if profile.date else int(profile.horizon) if profile.horizon else None
    return iso_deadline(reading.text[span.start : span.end], year)
