"""What a snapshot holds: documents, sources, what was refused, and what they were read with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple

from graph.report import Refusal
from ontology.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One source: what it was read with, and what a person wants to know of it.

    Attributes:
        reader: version of the reader.
        vocabulary: fingerprint of the vocabulary.
        read_as: the document's name at reading; its ending tells the format.
        about: title, issuer, number, date, region: what the document says of itself.
        facts: number of facts a kind.
        sentences, with_fact, silent: how many sentences there are, how many hold a fact, and how many hold
            none but look as if they did.
    """

    reader: str
    vocabulary: str
    read_as: str
    about: Mapping[str, str | None] = field(default_factory=dict)
    facts: Mapping[str, int] = field(default_factory=dict)
    sentences: int = 0
    with_fact: int = 0
    silent: int = 0


class DocumentRecord(NamedTuple):
    """One document: its bytes, and where it came from (see graph.roots.Key)."""

    sha256: str
    root: str
    relative: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The table of contents of one snapshot.

    Attributes:
        base: IRI that all identifiers begin with.
        vocabulary: name of the kept vocabulary file, `none`, or empty for the shipped one.
        fingerprint: of that vocabulary.
        reference: what the reference graph was made of.
        decisions: digest of the decisions obeyed, empty without any.
        documents: document name → record.
        sources: sha256 → record.
        refused: what was refused when it was last met.
    """

    base: str
    vocabulary: str = ""
    fingerprint: str = ""
    reference: str = ""
    decisions: str = ""
    documents: Mapping[str, DocumentRecord] = field(default_factory=dict)
    sources: Mapping[str, SourceRecord] = field(default_factory=dict)
    refused: tuple[Refusal, ...] = ()

    def names_of(self) -> dict[str, list[str]]:
        """sha256 → names of the documents with these bytes, sorted."""
        names: dict[str, list[str]] = {}
        for name in sorted(self.documents):
            names.setdefault(self.documents[name].sha256, []).append(name)
        return names

    def as_bytes(self) -> bytes:
        """JSON, sorted, so that the same contents give the same bytes."""
        row: dict[str, Any] = {
            "base": self.base,
            "vocabulary": self.vocabulary,
            "fingerprint": self.fingerprint,
            "reference": self.reference,
            "decisions": self.decisions,
            "documents": dict(sorted(self.documents.items())),
            "sources": {sha: asdict(self.sources[sha]) for sha in sorted(self.sources)},
            "refused": [[item.doc, *item.reason] for item in self.refused],
        }
        return json.dumps(row, ensure_ascii=False, indent=1).encode()


def read_manifest(data: bytes) -> Manifest:
    """The manifest that `Manifest.as_bytes` wrote.

    Raises:
        ValueError, KeyError, TypeError: the bytes are none; the caller knows which file to name.
    """
    row = json.loads(data)
    return Manifest(
        base=row["base"],
        vocabulary=row["vocabulary"],
        fingerprint=row["fingerprint"],
        reference=row["reference"],
        decisions=row["decisions"],
        documents={name: DocumentRecord(*record) for name, record in row["documents"].items()},
        sources={sha: SourceRecord(**record) for sha, record in row["sources"].items()},
        refused=tuple(Refusal(doc, Bilingual(zh, en)) for doc, zh, en in row["refused"]),
    )
