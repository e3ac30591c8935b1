"""Answers a named query over an open graph directory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import QuerySolution, QuerySolutions

from graph.api import Graph
from queries.answers import Answer, Row, Value
from queries.binding import Binding, bound
from queries.definition import Completion, Definition, find_definition
from queries.evidence import Evidence, fetch_evidence
from queries.nowhere import nowhere
from queries.parameters import understand

#: between several values of one cell
AND = "、"


def answer(graph: Graph, name: str, parameters: Mapping[str, Sequence[str]] | None = None) -> Answer:
    """Answers a named query.

    Args:
        graph: open.
        name: of the query, in English or Chinese.
        parameters: parameter -> the user's words; several are alternatives.

    Raises:
        UsageError: no such query or parameter.
        NotFoundError: no such region, body …
    """
    definition = find_definition(name)
    understood = understand(graph, definition, parameters or {})
    rows = _rows(graph, definition, understood.bindings)
    if rows and definition.completion is not None:
        rows = _completed(graph, definition.completion, rows, understood.bindings)
    return Answer(
        definition=definition,
        parameters=understood.names,
        rows=tuple(rows),
        notes=tuple(understood.notes),
        nowhere=() if rows else nowhere(graph, definition, understood.regions),
    )


def _rows(graph: Graph, definition: Definition, bindings: Mapping[str, Binding]) -> list[Row]:
    """The rows of query.rq: solutions with the same single values are one row."""
    single = [c.name for c in definition.columns if not c.many and c.fill is None]
    many = [c.name for c in definition.columns if c.many]
    statements: dict[tuple[Value, ...], dict[str, None]] = {}
    gathered: dict[tuple[Value, ...], dict[str, set[str]]] = {}
    for solution in _solutions(graph, definition.sparql, bindings):
        key = tuple(_value(solution, column) for column in single)
        statements.setdefault(key, {})[solution["statement"].value] = None
        cells = gathered.setdefault(key, {column: set() for column in many})
        for column in many:
            value = _value(solution, column)
            if value is not None:
                cells[column].add(str(value))
    places = fetch_evidence(graph, {one for found in statements.values() for one in found})
    titles = {one.doc: one.title or one.doc for one in graph.documents()}
    rows = []
    for key, found in statements.items():
        values: dict[str, Value] = dict(zip(single, key, strict=True))
        values |= {column: AND.join(sorted(cell)) or None for column, cell in gathered[key].items()}
        evidence = tuple(sorted({place for one in found for place in places.get(one, ())}))
        values |= {c.name: _filled(c.fill, evidence, titles) for c in definition.columns if c.fill}
        rows.append(Row(values, evidence))
    return rows


def _solutions(graph: Graph, sparql: str, bindings: Mapping[str, Binding]) -> Iterable[QuerySolution]:
    wanted = {
        name: binding for name, binding in bindings.items() if f"?{binding.variable} {{ UNDEF }}" in sparql
    }
    found = graph.store.query(bound(sparql, graph.base, wanted))
    assert isinstance(found, QuerySolutions)
    return found


def _value(solution: QuerySolution, column: str) -> Value:
    term = solution[column]
    return None if term is None or term.value == "" else str(term.value)


def _filled(source: str | None, evidence: Sequence[Evidence], titles: Mapping[str, str]) -> str | None:
    """A cell that is taken from the evidence."""
    if source == "document":
        found = dict.fromkeys(titles.get(place.doc, place.doc) for place in evidence)
        return AND.join(found) or None
    return " … ".join(dict.fromkeys(place.sentence for place in evidence)) or None


def _completed(
    graph: Graph, completion: Completion, rows: Sequence[Row], bindings: Mapping[str, Binding]
) -> list[Row]:
    """Adds a row for each thing and each place of which nothing was said; the most shared things first."""
    across = [
        tuple(_value(solution, column) for column in completion.column)
        for solution in _solutions(graph, completion.sparql, bindings)
    ]
    known: dict[tuple[Value, ...], dict[tuple[Value, ...], Row]] = {}
    for row in rows:
        thing = tuple(row.values[column] for column in completion.row)
        place = tuple(row.values[column] for column in completion.column)
        known.setdefault(thing, {})[place] = row
    places = sorted({*across, *(place for found in known.values() for place in found)}, key=str)
    places.sort(key=lambda place: str(place[-1]))
    things = sorted(known, key=lambda thing: (-len(known[thing]), str(thing)))
    empty = dict.fromkeys(rows[0].values)
    completed = []
    for thing in things:
        for place in places:
            unseen: dict[str, Value] = empty | dict(zip(completion.row, thing, strict=True))
            unseen |= dict(zip(completion.column, place, strict=True)) | {completion.state: completion.value}
            completed.append(known[thing].get(place) or Row(unseen, ()))
    return completed
