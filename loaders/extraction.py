"""A document becomes facts: every extractor once, sorted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from loaders.document import Document
from loaders.extractors.citation import read_citations
from loaders.extractors.connection import read_connections
from loaders.extractors.duty_facts import responsibilities
from loaders.extractors.heading import read_headings
from loaders.extractors.initiative import read_initiatives
from loaders.extractors.metadata import read_metadata
from loaders.extractors.organization import read_organizations
from loaders.extractors.platform import read_platforms
from loaders.extractors.target import read_targets
from loaders.facts import Fact, in_order
from loaders.reading import Reading, read
from ontology.vocabulary import Vocabulary

Extractor = Callable[[Reading], Iterator[Fact]]

#: kind -> the function that reads it
EXTRACTORS: Mapping[str, Extractor] = {
    "metadata": read_metadata,
    "citation": read_citations,
    "heading": read_headings,
    "responsibility": responsibilities,
    "platform": read_platforms,
    "connection": read_connections,
    "initiative": read_initiatives,
    "target": read_targets,
    "organization": read_organizations,
}


def extract(document: Document, vocabulary: Vocabulary) -> list[Fact]:
    """All facts of a document, sorted by (doc, start, end, kind, id).

    Pure: the same bytes and the same vocabulary give the same facts on any machine, in any order.
    """
    reading = read(document, vocabulary)
    return in_order(fact for extractor in EXTRACTORS.values() for fact in extractor(reading))
