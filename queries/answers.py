"""What a named query answers: rows, each with the sentences that it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ontology.bilingual import Bilingual
from queries.definition import Definition
from queries.evidence import Evidence

Value = str | int | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of an answer.

    Attributes:
        values: by the names of the columns; None where the documents read say nothing.
        evidence: the places that say so, sorted; empty only in a row that says that something was not found.
    """

    values: Mapping[str, Value]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a named query.

    Attributes:
        definition: of the query.
        parameters: as they were understood: names in full; one value, or a list of several.
        rows: in order.
        notes: how names were understood, where that is not plain.
        nowhere: lines for an answer without rows: where it looked, and what is there instead.
    """

    definition: Definition
    parameters: Mapping[str, str | Sequence[str]]
    rows: tuple[Row, ...]
    notes: tuple[Bilingual, ...] = ()
    nowhere: tuple[Bilingual, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""
        return tuple(column.name for column in self.definition.columns)

    def as_data(self) -> dict[str, Any]:
        """The JSON form: query, parameters, columns, rows, each with its evidence."""
        return {
            "query": self.definition.name,
            "parameters": dict(self.parameters),
            "columns": list(self.columns),
            "rows": [
                {name: row.values[name] for name in self.columns}
                | {"evidence": [place.as_data() for place in row.evidence]}
                for row in self.rows
            ],
        }
