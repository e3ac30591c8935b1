"""An open graph: what a build left, to be read by queries, exports and the command line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from pyoxigraph import NamedNode, Store

from graph import terms
from graph.directory import Directory
from graph.entities import Entity, EntityTable, TripleLine
from graph.kept_vocabulary import remembered
from graph.manifest import Manifest
from graph.published import Snapshot, open_newest
from graph.read_facts import stored_facts
from graph.read_source import sentences_of, with_fact
from graph.report import Refusal
from graph.silent import looks_silent
from loaders.document import Document, Span
from loaders.facts import Fact
from loaders.reader import load_bytes
from loaders.reading import read
from ontology.errors import NotFoundError
from ontology.nearest import nearest
from ontology.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """A document of the graph.

    Attributes:
        doc: its name.
        title, issuer, number, date, region: what it says of itself.
        facts: number of facts a kind.
        sentences, with_fact, silent: as in graph.manifest.SourceRecord.
        sha256: of its bytes.
        twin_of: another document with the same bytes and an earlier name, or None.
    """

    doc: str
    title: str | None
    issuer: str | None
    number: str | None
    date: str | None
    region: str | None
    facts: dict[str, int]
    sentences: int
    with_fact: int
    silent: int
    sha256: str
    twin_of: str | None = None


class Sentence(NamedTuple):
    """A sentence: raw offsets in code points, clean text, path of the heading that it stands under."""

    doc: str
    start: int
    end: int
    text: str
    path: str

    @property
    def span(self) -> Span:
        """Its raw span."""
        return Span(self.start, self.end)


class Graph:
    """An open snapshot: builds that follow leave it as it is.

    Attributes:
        directory: where it is.
        store: the data, read-only.
        base: IRI that identifiers begin with.
        derived, reference: the named graphs of these names.
    """

    def __init__(self, directory: Directory, snapshot: Snapshot) -> None:
        self._directory = directory
        self._snapshot = snapshot
        self._manifest: Manifest = snapshot.manifest
        self.directory: Path = directory.path
        self.store: Store = snapshot.store
        self.base: str = snapshot.manifest.base
        self.derived: NamedNode = terms.derived(self.base)
        self.reference: NamedNode = terms.reference(self.base)

    def __enter__(self) -> Graph:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets the snapshot go; the graph can't be asked any more."""
        self.__dict__.pop("table", None)
        self.__dict__.pop("store", None)
        self._snapshot.close()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary that the graph was built with."""
        return remembered(self._directory, self._manifest.vocabulary).vocabulary

    @property
    def refused(self) -> tuple[Refusal, ...]:
        """What the last build refused."""
        return self._manifest.refused

    @cached_property
    def names(self) -> dict[str, list[str]]:
        """sha256 → names of the documents with these bytes, sorted."""
        return self._manifest.names_of()

    @cached_property
    def table(self) -> EntityTable:
        """Entities and relations."""
        return EntityTable(self.store, self.base, self.names)

    def documents(self) -> list[DocumentInfo]:
        """The documents, sorted by name."""
        found = []
        for doc, record in sorted(self._manifest.documents.items()):
            source = self._manifest.sources[record.sha256]
            first = self.names[record.sha256][0]
            about = {name: source.about.get(name) for name in ("title", "issuer", "number", "date", "region")}
            found.append(
                DocumentInfo(
                    doc=doc,
                    **about,
                    facts=dict(source.facts),
                    sentences=source.sentences,
                    with_fact=source.with_fact,
                    silent=source.silent,
                    sha256=record.sha256,
                    twin_of=None if first == doc else first,
                )
            )
        return found

    def info(self) -> dict[str, Any]:
        """Documents and refusals in the form that `info --format json` has."""
        documents = [asdict(document) for document in self.documents()]
        refused = [{"doc": item.doc, "reason": item.reason} for item in self.refused]
        return {"documents": documents, "refused": refused}

    def sha256(self, doc: str) -> str:
        """Digest of a document's bytes.

        Raises:
            NotFoundError: there is no such document; the message names the nearest.
        """
        record = self._manifest.documents.get(doc)
        if record is None:
            near = nearest(doc, self._manifest.documents)
            raise NotFoundError(
                f"图里没有文件 {doc}" + (f";相近的有:{'、'.join(near)}" if near else ""),
                f"the graph holds no document {doc}" + (f"; nearest: {', '.join(near)}" if near else ""),
            )
        return record.sha256

    def facts(self, doc: str | None = None) -> Iterator[Fact]:
        """Facts exactly as `extract` gave them, in order.

        Args:
            doc: of one document; all documents, sorted by name, unless given. The facts of two documents with
                the same bytes are given for each.
        """
        read_as: str | None = None
        facts: list[Fact] = []
        for name in sorted(self._manifest.documents) if doc is None else [doc]:
            sha256 = self.sha256(name)
            if sha256 != read_as:
                facts = stored_facts(self.store, self.base, sha256, name)
                read_as = sha256
            yield from (fact if fact.doc == name else replace(fact, doc=name) for fact in facts)

    def entities(self) -> Iterator[Entity]:
        """All entities, sorted by id."""
        return self.table.entities()

    def triples(self) -> Iterator[TripleLine]:
        """All relations, one line a piece of evidence, sorted."""
        return self.table.triples()

    def read_as(self, doc: str) -> str:
        """The name that a document's bytes were read under; its ending tells their format."""
        return self._manifest.sources[self.sha256(doc)].read_as

    def text(self, doc: str) -> str:
        """The raw text of a document, in which offsets count."""
        return self._directory.text(self.sha256(doc))

    def data(self, doc: str) -> bytes:
        """The bytes of a document."""
        return self._directory.source(self.sha256(doc))

    def document(self, doc: str) -> Document:
        """A document, read again from its kept bytes."""
        sha256 = self.sha256(doc)
        document = load_bytes(self._directory.source(sha256), self.read_as(doc))
        return document if document.name == doc else replace(document, name=doc)

    def sentences(self, doc: str) -> list[Sentence]:
        """The sentences of a document, in order."""
        reading = read(self.document(doc), self.vocabulary)
        found = []
        for clean, (raw, text) in zip(reading.sentences, sentences_of(reading), strict=True):
            section = reading.outline.numbered_at(clean.start)
            found.append(Sentence(doc, *raw, text, section.path if section else ""))
        return found

    def silent_sentences(self, doc: str) -> list[Sentence]:
        """The sentences of a document without a fact that look as if they held one."""
        sentences = self.sentences(doc)
        told = with_fact([(sentence.span, sentence.text) for sentence in sentences], tuple(self.facts(doc)))
        return [
            sentence
            for has, sentence in zip(told, sentences, strict=True)
            if not has and looks_silent(sentence.text)
        ]


def open_graph(directory: Path | str) -> Graph:
    """Opens the newest snapshot of a graph directory, read-only.

    Raises:
        GraphError: there is no graph yet, or the directory is foreign, damaged or too new.
    """
    place = Directory(directory)
    return Graph(place, open_newest(place))
