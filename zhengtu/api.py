"""The public API: what the command line does, for Python programs. docs/api.md shows each by example."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graph.api import Graph, open_graph
from graph.atomic import replacing
from graph.build import Options
from graph.build import build as _build
from graph.build import remove as _remove
from graph.check import check as _check
from graph.exports import write
from graph.report import BuildReport, Finding
from graph.search import Found
from graph.search import search as _search
from graph.show import Shown
from graph.show import show as _show
from loaders.document import Document
from loaders.extraction import extract as _extract
from loaders.facts import Fact
from loaders.reader import load as _load
from ontology.vocabulary import Vocabulary, load_vocabulary
from queries.answers import Answer
from queries.definition import Definition, definitions
from queries.run import answer
from queries.worker import Result, Worker
from zhengtu.batch import Batch, read_batch

if TYPE_CHECKING:
    from os import PathLike

    Place = str | PathLike[str]


def load(path: Place, name: str | None = None) -> Document:
    """Reads a file.

    Args:
        path: of the file.
        name: of the document; the file's name unless given.

    Raises:
        InputError: the file is missing, empty, not text, or of a format that is not read.
    """
    return _load(Path(path), name)


def extract(document: Document, vocabulary: Vocabulary | None = None) -> list[Fact]:
    """The facts of a document, sorted by (doc, start, end, kind, id); offsets count code points of
    `document.raw`.

    Args:
        document: from `load`.
        vocabulary: from `load_vocabulary`; the shipped one unless given.
    """
    return _extract(document, vocabulary if vocabulary is not None else load_vocabulary()[0])


def read_facts(*paths: Place, vocabulary: Place | None = None) -> Batch:
    """Reads files and folders without a graph: `.facts`, and `.refused` with what could not be read.

    Args:
        paths: files and folders.
        vocabulary: a file, "none", or None for the shipped one.
    """
    return read_batch([Path(path) for path in paths], None if vocabulary is None else str(vocabulary))


def build(directory: Place, *paths: Place, options: Options | None = None) -> BuildReport:
    """Reads files and folders into a graph directory.

    Args:
        directory: made if it is not there.
        paths: files and folders.
        options: vocabulary, workers, sync … (`graph.build.Options`).

    Raises:
        GraphError: the directory is locked, foreign, damaged or too new.
        VocabularyError: the vocabulary can't be used.
    """
    return _build(Path(directory), [Path(path) for path in paths], options or Options())


def remove(directory: Place, *docs: str) -> BuildReport:
    """Takes documents out again.

    Raises:
        NotFoundError: there is no such document.
    """
    return _remove(Path(directory), docs)


def ask(graph: Graph, query: str, **parameters: str | Sequence[str]) -> Answer:
    """Answers a named query.

    Args:
        graph: from `open_graph`.
        query: its name, in English or Chinese.
        parameters: by name (region, organization …): one value, or several as alternatives.

    Raises:
        UsageError: no such query or parameter.
        NotFoundError: no such region, body …
    """
    return answer(graph, query, {k: [v] if isinstance(v, str) else list(v) for k, v in parameters.items()})


def named_queries() -> list[Definition]:
    """All named queries."""
    return list(definitions().values())


def sparql(directory: Place, query: str, timeout: float = 30.0) -> Result:
    """Runs a user's query, read-only, in a process of its own.

    Args:
        directory: of the graph.
        query: SPARQL 1.1; without GRAPH it asks the derived and reference graphs.
        timeout: seconds.

    Raises:
        QueryError: it was refused, failed or ran out of time.
    """
    with Worker(Path(directory)) as worker:
        return worker.query(query, timeout)


def export(graph: Graph, form: str, path: Place) -> None:
    """Writes one export (facts, entities, triples, nquads, turtle, jsonld) in one step.

    Args:
        graph: from `open_graph`.
        form: the format.
        path: of the file.
    """
    with replacing(Path(path)) as out:
        write(graph, form, out)


def show(graph: Graph, name: str) -> Shown:
    """Everything known of one entity.

    Raises:
        NotFoundError: there is none of this name.
    """
    return _show(graph, name)


def search(graph: Graph, words: str, limit: int = 50) -> Found:
    """Entities and sentences with these words, at most `limit` of each."""
    return _search(graph, words, limit)


def check(graph: Graph, *docs: str) -> Iterator[Finding]:
    """Checks quotes, shapes and store; gives what it finds.

    Args:
        graph: from `open_graph`.
        docs: documents to check; all unless given.
    """
    return iter(_check(graph, docs or None))


__all__ = [
    "ask",
    "build",
    "check",
    "export",
    "extract",
    "load",
    "load_vocabulary",
    "named_queries",
    "open_graph",
    "read_facts",
    "remove",
    "search",
    "show",
    "sparql",
]
