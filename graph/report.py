"""What a build did, for people and programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ontology.bilingual import Bilingual


class Refusal(NamedTuple):
    """A document or path that was not read, and why: a whole line that names it."""

    doc: str
    reason: Bilingual


class Finding(NamedTuple):
    """Something that a check found wrong; `doc` is None for the store as a whole."""

    doc: str | None
    text: Bilingual


class Twin(NamedTuple):
    """A document whose bytes are those of another: one source with two names."""

    doc: str
    same_as: str


@dataclass(frozen=True, slots=True, order=True)
class Reread:
    """How many documents with unchanged bytes were read again, and why."""

    reason: Bilingual
    count: int


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build or a removal changed. All names sorted.

    Attributes:
        new, replaced, unchanged: documents read for the first time, with other bytes than before, and left as
            they were (or read again, see `reread`).
        removed: taken out, because asked to or by `sync`.
        not_there: asked to be removed, but not in the graph.
        missing: no longer in the folders given, kept all the same.
        reread: documents with unchanged bytes that were read again.
        refused: what could not be read; a document of that name read earlier stays as it was.
        twins: the same bytes under two names.
        gained, lost: facts that are there now and were not before, and the other way round.
        documents: how many the directory holds afterwards.
        findings: what the check of the changed documents found.
        warnings: lines about the vocabulary and the like.
        seconds: how long it took.
    """

    new: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    not_there: tuple[Refusal, ...] = ()
    missing: tuple[str, ...] = ()
    reread: tuple[Reread, ...] = ()
    refused: tuple[Refusal, ...] = ()
    twins: tuple[Twin, ...] = ()
    gained: int = 0
    lost: int = 0
    documents: int = 0
    findings: tuple[Finding, ...] = ()
    warnings: tuple[Bilingual, ...] = ()
    seconds: float = 0.0
