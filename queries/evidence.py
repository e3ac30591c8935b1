"""The places that statements rest on, fetched for a whole answer in one query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from pyoxigraph import QuerySolutions

from graph.api import Graph
from queries.binding import prologue, values

#: statements of one query: a longer VALUES list costs more to parse than a second query
_BATCH = 2_000

_QUERY = """
SELECT DISTINCT ?statement ?graph ?doc ?start ?end ?quote ?sentence WHERE {
  VALUES ?statement { UNDEF }
  GRAPH <derived> { ?statement zt:evidence ?evidence }
  GRAPH ?graph {
    ?evidence zt:source ?source ; zt:cleanQuote ?quote ; zt:sentence ?sentence ; oa:hasSelector ?position .
    ?position oa:start ?start ; oa:end ?end .
    ?source zt:fileName ?doc .
  }
}
"""


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """One place.

    Attributes:
        doc: name of the document; the first of its names where the same bytes have several.
        start, end: raw offsets in code points.
        quote: the words.
        sentence: the sentence around them, cleaned.
    """

    doc: str
    start: int
    end: int
    quote: str
    sentence: str

    def as_data(self) -> dict[str, Any]:
        """The JSON form."""
        return {"doc": self.doc, "start": self.start, "end": self.end, "quote": self.quote}


def fetch_evidence(graph: Graph, statements: Collection[str]) -> Mapping[str, tuple[Evidence, ...]]:
    """The evidence of statements, sorted.

    Args:
        graph: open.
        statements: their IRIs.

    Returns:
        {statement: places}; a source with two names counts once.
    """
    places: dict[str, dict[tuple[str, int, int], Evidence]] = defaultdict(dict)
    wanted = sorted(statements)
    for begin in range(0, len(wanted), _BATCH):
        query = values(prologue(graph.base) + _QUERY, "statement", wanted[begin : begin + _BATCH])
        solutions = graph.store.query(query)
        assert isinstance(solutions, QuerySolutions)
        for found in solutions:
            place = Evidence(
                found["doc"].value,
                int(found["start"].value),
                int(found["end"].value),
                found["quote"].value,
                found["sentence"].value,
            )
            key = (found["graph"].value, place.start, place.end)
            known = places[found["statement"].value].setdefault(key, place)
            if place < known:
                places[found["statement"].value][key] = place
    return {statement: tuple(sorted(found.values())) for statement, found in places.items()}
