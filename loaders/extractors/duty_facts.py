"""The responsibilities of a document, read once although two kinds of fact need them."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.document import Span
from loaders.extractors.responsibility import read_responsibilities
from loaders.facts import Fact
from loaders.reading import Reading

_KEPT = "_responsibilities"


def responsibilities(reading: Reading) -> Iterator[Fact]:
    """The facts of kind responsibility; see `read_responsibilities`.

    Args:
        reading: keeps what was read from it, as its cached properties do.
    """
    kept = vars(reading)
    if _KEPT not in kept:
        kept[_KEPT] = tuple(read_responsibilities(reading))
    yield from kept[_KEPT]


def duty_places(reading: Reading) -> tuple[list[Span], list[Span]]:
    """Where duties are given, as clean spans, sorted: whole clauses, and the bodies that sentences of running
    text name.

    Args:
        reading: of the document.
    """
    to_clean = reading.document.source_map.clean
    clauses, bodies = set(), set()
    for fact in responsibilities(reading):
        if fact.rule.endswith("spoken"):
            bodies.add(to_clean(fact.start, fact.end))
        else:
            clauses.add(to_clean(*fact.sentence))
    return sorted(clauses), sorted(bodies)
