"""What is read from a document: facts, each with its place."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any

from loaders.document import Span

#: Kinds in the order of the specification.
KINDS = (
    "metadata",
    "heading",
    "citation",
    "responsibility",
    "platform",
    "connection",
    "initiative",
    "target",
    "organization",
)

#: Fields that say how or where a fact was read, not what it states: they take no part in its identity.
SITUATION = frozenset({"rule", "task_span", "name_from", "region_from", "deadline_from", "order", "section"})


#: made once: json.dumps with options of its own makes an encoder at every call
_STATED = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
_LINE = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": ")).encode
_CONSTANTS = {None: "null", True: "true", False: "false"}


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact with its evidence.

    Attributes:
        kind: one of KINDS.
        doc: the document's name.
        start, end: raw offsets in code points.
        quote: the clean text of that span.
        sentence: raw span that a person is shown as evidence.
        rule: the name of the rule that read it.
        fields: what it states, by the names of the specification; values are str, int, None, lists of these.
        id: derived from the source, the kind and what is stated; a repeated statement has the same id.
    """

    kind: str
    doc: str
    start: int
    end: int
    quote: str
    sentence: Span
    rule: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    id: str = ""

    def as_json(self) -> str:
        """One line of JSON, keys in a fixed order."""
        row: dict[str, Any] = {
            "kind": self.kind,
            "doc": self.doc,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "sentence": list(self.sentence),
            "id": self.id,
            "rule": self.rule,
        }
        row.update(self.fields)
        return _LINE(row)


def fact_id(sha256: str, kind: str, fields: Mapping[str, Any]) -> str:
    """A readable, content-derived id: `<16 digits of the source>/<kind>/<16 digits of what is stated>`.

    Args:
        sha256: of the source's bytes.
        kind: of the fact.
        fields: all its fields; those in SITUATION take no part.
    """
    # what json.dumps(…, sort_keys=True) writes, without an encoder for each fact
    stated = ", ".join(
        [
            key + (encode_basestring(value) if value.__class__ is str else _in_json(value))
            for key, name in _stated_keys(tuple(fields))
            for value in (fields[name],)
        ]
    )
    digest = hashlib.sha256(f"{{{stated}}}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"{sha256[:16]}/{kind}/{digest[:16]}"


def _in_json(value: Any) -> str:
    """What is no word, as JSON."""
    return _CONSTANTS[value] if value is None or value is True or value is False else _STATED(value)


@lru_cache(maxsize=256)
def _stated_keys(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The names that take part in an identity, sorted, each behind its form in JSON."""
    return tuple((f"{encode_basestring(name)}: ", name) for name in sorted(names) if name not in SITUATION)


def in_order(facts: Iterable[Fact]) -> list[Fact]:
    """Sorted by (doc, start, end, kind, id), as every export is; the same fact at the same place is kept
    once."""
    found = {(fact.doc, fact.start, fact.end, fact.kind, fact.id): fact for fact in facts}
    return [found[place] for place in sorted(found)]
