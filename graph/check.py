"""Checks a graph: every quote against its source, SHACL source by source, the store's own soundness."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence

from pyoxigraph import NamedNode, Store

from graph import terms
from graph.api import Graph
from graph.directory import Directory
from graph.read_facts import stored_facts
from graph.read_source import clean_slice
from graph.report import Finding
from graph.shapes import violations
from graph.terms import RDF_TYPE, rdf, zt
from loaders.document import Document, Span
from loaders.facts import Fact
from loaders.reader import load_bytes
from ontology.bilingual import Bilingual
from ontology.errors import ZhengtuError


def check(
    graph: Graph, docs: Sequence[str] | None = None, progress: Callable[[int, int, str], None] | None = None
) -> Iterator[Finding]:
    """What is wrong with a graph; nothing if all is well.

    Args:
        graph: open.
        docs: names of the documents to check; all of them, and the store as a whole, unless given.
        progress: called before each document with its number, how many there are, and its name.

    Raises:
        NotFoundError: there is no such document.
    """
    directory = Directory(graph.directory)
    names = list(docs) if docs is not None else [document.doc for document in graph.documents()]
    for number, doc in enumerate(names, 1):
        if progress is not None:
            progress(number, len(names), doc)
        sha256 = graph.sha256(doc)
        if docs is not None or graph.names[sha256][0] == doc:  # the same bytes are checked once
            yield from check_source(directory, graph.store, graph.base, sha256, doc, graph.read_as(doc))
    if docs is None:
        yield from check_store(graph.store, graph.base)


def check_source(
    directory: Directory,
    store: Store,
    base: str,
    sha256: str,
    doc: str,
    read_as: str,
    *,
    shacl: bool = True,
) -> Iterator[Finding]:
    """What is wrong with one source.

    Args:
        directory: that keeps its bytes.
        store: with its graph.
        base: IRI that identifiers begin with.
        sha256: of its bytes.
        doc: the document to name in findings.
        read_as: the name whose ending tells the format.
        shacl: whether its shapes are checked too.
    """
    try:
        data, text = directory.source(sha256), directory.text(sha256)
        document = load_bytes(data, read_as)
    except ZhengtuError as error:
        yield Finding(doc, error.message)
        return
    if hashlib.sha256(data).hexdigest() != sha256 or text != document.raw:
        yield Finding(doc, Bilingual(f"{doc}:保存的原文已被改动", f"{doc}: the kept source was altered"))
        return
    yield from check_places(document, stored_facts(store, base, sha256, doc))
    for message in violations(store, base, sha256) if shacl else ():
        yield Finding(doc, Bilingual(f"{doc}:{message}", f"{doc}: {message}"))


def check_places(document: Document, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Finds facts whose quote or sentence is not where they say.

    Args:
        document: read from the untouched bytes.
        facts: of the document.
    """
    length, places = len(document.raw), set[Span]()
    for fact in facts:
        place = Span(fact.start, fact.end)
        if not 0 <= fact.start < fact.end <= length:
            yield _finding(fact, "位置超出原文", "its place lies outside the text")
        elif not fact.sentence.start <= fact.start <= fact.end <= fact.sentence.end:
            yield _finding(fact, "不在所引句子之内", "it lies outside its sentence")
        elif place not in places and clean_slice(document, place) != fact.quote:
            yield _finding(fact, "引文与原文不符", "its quote is not what stands there")
        places.add(place)


def _finding(fact: Fact, zh: str, en: str) -> Finding:
    where = f"{fact.doc} {fact.start}–{fact.end} {fact.kind}"
    return Finding(fact.doc, Bilingual(f"{where}:{zh}", f"{where}: {en}"))


def check_store(store: Store, base: str) -> Iterator[Finding]:
    """Finds statements without their edge or evidence, evidence that no source holds, and shared triples."""
    derived = terms.derived(base)
    for quad in store.quads_for_pattern(None, RDF_TYPE, zt("Statement"), derived):
        problem = _statement_problem(store, derived, NamedNode(str(quad.subject)[1:-1]))
        if problem is not None:
            where = str(quad.subject)
            yield Finding(None, Bilingual(f"{where}:{problem.zh}", f"{where}: {problem.en}"))
    known = {derived, terms.reference(base)}
    for graph in store.named_graphs():
        if graph not in known and not str(graph).startswith(f"<{base}source/"):
            yield Finding(
                None, Bilingual(f"{graph}:不认识的图", f"{graph}: a graph that does not belong here")
            )


def _statement_problem(store: Store, derived: NamedNode, statement: NamedNode) -> Bilingual | None:
    def one(predicate: NamedNode) -> NamedNode | None:
        found = [quad.object for quad in store.quads_for_pattern(statement, predicate, None, derived)]
        return NamedNode(str(found[0])[1:-1]) if len(found) == 1 else None

    subject, predicate, object_ = (one(rdf(part)) for part in ("subject", "predicate", "object"))
    if subject is None or predicate is None or object_ is None:
        return Bilingual("陈述不完整", "an incomplete statement")
    if next(store.quads_for_pattern(subject, predicate, object_, derived), None) is None:
        return Bilingual("缺少直接关系", "its direct edge is missing")
    evidence = [quad.object for quad in store.quads_for_pattern(statement, zt("evidence"), None, derived)]
    for place in evidence:
        if next(store.quads_for_pattern(NamedNode(str(place)[1:-1]), zt("source"), None, None), None) is None:
            return Bilingual("依据不存在", "its evidence is gone")
    return None if evidence else Bilingual("没有依据", "it has no evidence")
