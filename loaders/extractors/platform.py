"""Platforms: named information systems, read by what names are, with what is done to them."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.actions import actions_on
from loaders.facts import Fact
from loaders.reading import Reading
from ontology.term import Term

#: a 大数据中心 that is built is a place of machines; one that acts is a body
_STANDING = frozenset({"exist", "use", "promote", "connect"})


def read_platforms(reading: Reading) -> Iterator[Fact]:
    """Facts of kind platform: one for each sentence, name and action.

    Fields: name (as written), action, known (the vocabulary's name, or null), platform_kind, owner (code of
    the region whose system it is, or null).
    """
    terms = _terms(reading)
    own = reading.profile.region.name if reading.profile.region else ""
    for sentence, names in reading.systems:
        wordings = {system.name for system in names}
        told: dict[tuple[int, int], tuple[str, ...]] = {}
        seen: set[tuple[str, str]] = set()
        for system in names:
            placed = own and system.name.startswith(own) and system.name.removeprefix(own) in wordings
            # 某区X, X in one sentence of that place: one system
            if system.generic or placed:
                continue
            term = terms.get(system.name)
            listed = (system.list_start, system.list_end)
            if listed not in told:
                told[listed] = actions_on(reading.text, *listed, sentence)
            for action in told[listed]:
                body = action in _STANDING and system.name.endswith("大数据中心")
                if body or (system.name, action) in seen:
                    continue
                seen.add((system.name, action))
                yield reading.fact(
                    "platform",
                    system.start,
                    system.end,
                    rule=system.rule,
                    name=system.name,
                    action=action,
                    known=term.name if term else None,
                    platform_kind=term.type if term else None,
                    owner=term.owner if term else None,
                )


def _terms(reading: Reading) -> dict[str, Term]:
    """Wordings of the platforms that the vocabulary knows and this document names."""
    return {
        reading.text[known.start : known.end]: known.term
        for known in reading.known
        if known.term.kind == "platform"
    }
