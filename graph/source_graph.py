"""What one source says, as the quads of its own named graph: nothing is lost, nothing is shared.

The stated fields of a fact stand as properties of one node, however often the document repeats it. What
differs from place to place (rule, covered span, order …) stands once a place, in a `zt:reading`: a literal,
as no identifier but an evidence's may depend on offsets.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from graph import terms
from graph.read_source import SourceReading
from graph.terms import OA, RDF_TYPE, zt
from loaders.document import Span
from loaders.facts import SITUATION, Fact
from ontology.identifiers import Identifiers

#: code points of raw text kept before and behind a quote, as Web Annotation's TextQuoteSelector wants
CONTEXT = 16
#: code points of a sentence that are kept with every evidence in it; its offsets tell the rest
LONGEST_SENTENCE = 2_000


def source_quads(
    reading: SourceReading, names: Sequence[str], reader: str, fingerprint: str, base: str
) -> Iterator[Quad]:
    """The named graph of a source.

    Args:
        reading: what was read.
        names: of the documents with these bytes.
        reader: version of the reader.
        fingerprint: of the vocabulary.
        base: IRI that identifiers begin with.
    """
    graph = terms.source(base, reading.sha256)
    for subject, predicate, value in _triples(reading, names, reader, fingerprint, base):
        yield Quad(subject, predicate, value, graph)


Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]


def _triples(
    reading: SourceReading, names: Sequence[str], reader: str, fingerprint: str, base: str
) -> Iterator[Triple]:
    source = terms.source(base, reading.sha256)
    yield source, RDF_TYPE, zt("Source")
    yield source, zt("sha256"), Literal(reading.sha256)
    yield source, zt("reader"), Literal(reader)
    yield source, zt("vocabulary"), Literal(fingerprint)
    yield source, zt("about"), Literal(terms.as_json(reading.about.as_dict()), datatype=terms.JSON)
    for name in names:
        yield source, zt("fileName"), Literal(name)
    spans: dict[Span, list[Fact]] = {}
    for fact in reading.facts:
        spans.setdefault(Span(fact.start, fact.end), []).append(fact)
        yield from _fact(fact, source, reading.sha256, base)
    for span, facts in spans.items():
        yield from _evidence(span, facts, source, reading, base)


def name_quads(sha256: str, names: Sequence[str], base: str) -> Iterator[Quad]:
    """The only quads of a source graph that change when a document is renamed."""
    source = terms.source(base, sha256)
    for name in names:
        yield Quad(source, zt("fileName"), Literal(name), source)


def _fact(fact: Fact, source: NamedNode, sha256: str, base: str) -> Iterator[Triple]:
    node = terms.fact(base, fact.id)
    yield node, RDF_TYPE, terms.fact_class(fact.kind)
    yield node, zt("source"), source
    yield node, zt("evidence"), terms.evidence(base, sha256, fact.start, fact.end)
    yield node, zt("rule"), Literal(fact.rule)
    for name, value in fact.fields.items():
        if name not in SITUATION and value is not None:
            yield node, terms.field(name), _literal(value)
    yield node, zt("reading"), Literal(terms.as_json(_situation(fact)), datatype=terms.JSON)


def _situation(fact: Fact) -> Mapping[str, Any]:
    return {
        "start": fact.start,
        "end": fact.end,
        "quote": fact.quote,
        "sentence": list(fact.sentence),
        "rule": fact.rule,
        "fields": list(fact.fields),
        "situation": {name: value for name, value in fact.fields.items() if name in SITUATION},
    }


def _literal(value: Any) -> Literal:
    """A field's value: text, whole number and truth value as such, anything else as JSON."""
    if isinstance(value, str | bool):
        return Literal(value)
    if isinstance(value, int):
        return Literal(str(value), datatype=terms.INTEGER)
    return Literal(terms.as_json(value), datatype=terms.JSON)


def _evidence(
    span: Span, facts: Sequence[Fact], source: NamedNode, reading: SourceReading, base: str
) -> Iterator[Triple]:
    node = terms.evidence(base, reading.sha256, *span)
    text, (start, end) = reading.text, span
    yield node, RDF_TYPE, zt("Evidence")
    yield node, zt("source"), source
    position, quote = (
        NamedNode(Identifiers(base).selector(node.value, kind)) for kind in ("position", "quote")
    )
    yield node, OA("hasSelector"), position
    yield node, OA("hasSelector"), quote
    yield position, RDF_TYPE, OA("TextPositionSelector")
    yield position, OA("start"), _literal(start)
    yield position, OA("end"), _literal(end)
    yield quote, RDF_TYPE, OA("TextQuoteSelector")
    yield quote, OA("exact"), Literal(text[start:end])
    yield quote, OA("prefix"), Literal(text[max(0, start - CONTEXT) : start])
    yield quote, OA("suffix"), Literal(text[end : end + CONTEXT])
    # facts at one place nearly always share their sentence; else the widest shows all of them
    widest = max(facts, key=lambda fact: (fact.sentence.end - fact.sentence.start, fact.sentence, fact.id))
    yield node, zt("cleanQuote"), Literal(widest.quote)
    yield node, zt("sentenceStart"), _literal(widest.sentence.start)
    yield node, zt("sentenceEnd"), _literal(widest.sentence.end)
    yield node, zt("sentence"), Literal(_sentence(widest, reading))


def _sentence(fact: Fact, reading: SourceReading) -> str:
    """The clean sentence; of one that is a whole file on one line, what stands around the quote."""
    sentence = reading.clean.get(fact.sentence, fact.quote)
    if len(sentence) <= LONGEST_SENTENCE:
        return sentence
    half = LONGEST_SENTENCE // 2
    return reading.text[max(fact.sentence.start, fact.start - half) : min(fact.sentence.end, fact.end + half)]


def parsed(text: str) -> Any:
    """The value of a JSON literal."""
    return json.loads(text)
