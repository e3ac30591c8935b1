"""The reference graph of a directory: written when the ontology or the vocabulary has changed, else left."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from pyoxigraph import Quad

from graph import terms
from graph.reader_version import reader_version
from ontology.reference import reference_triples
from ontology.vocabulary import Vocabulary


def reference_version(vocabulary: Vocabulary) -> str:
    """A digest of all that the reference graph is made of."""
    return hashlib.sha256(f"{reader_version()} {vocabulary.fingerprint}".encode()).hexdigest()[:16]


def reference_quads(vocabulary: Vocabulary, base: str) -> Iterator[Quad]:
    """The reference graph.

    Args:
        vocabulary: with the shipped regions and a user's own.
        base: IRI that identifiers begin with.
    """
    graph = terms.reference(base)
    for subject, predicate, value in reference_triples(vocabulary, base):
        yield Quad(subject, predicate, value, graph)
