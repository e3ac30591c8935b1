"""Reads many files into facts, without a graph: one bad file never stops the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.report import Refusal
from graph.roots import collect, double, named_apart, shown
from loaders.extraction import extract
from loaders.facts import Fact, in_order
from loaders.reader import load
from loaders.refusal import unreadable
from ontology.bilingual import Bilingual
from ontology.errors import InputError
from ontology.vocabulary import load_vocabulary


@dataclass(frozen=True, slots=True)
class Batch:
    """What was read.

    Attributes:
        documents: names of the documents that were read, sorted.
        facts: of all documents, in order.
        refused: what could not be read, and why.
        warnings: bad lines of the user's vocabulary.
    """

    documents: tuple[str, ...]
    facts: tuple[Fact, ...]
    refused: tuple[Refusal, ...]
    warnings: tuple[Bilingual, ...]


def read_batch(
    paths: Sequence[Path | str],
    vocabulary: Path | str | None = None,
    progress: Callable[[int, int, str], None] | None = None,
) -> Batch:
    """Reads files and folders.

    Args:
        paths: files and folders; documents are named as `build` names them.
        vocabulary: a file, "none", or None for the shipped one.
        progress: is told (done, total, name).

    Raises:
        VocabularyError: the vocabulary can't be used.
    """
    words, warnings = load_vocabulary(vocabulary)
    found = collect(paths)
    names = named_apart(item.key for item in found.files)
    facts: list[Fact] = []
    refused = [*found.refused, *(double(item, names[item.key]) for item in found.doubles)]
    read: list[str] = []
    for done, item in enumerate(found.files, 1):
        name = names[item.key]
        try:
            facts += extract(load(item.path, name), words)
            read.append(name)
        except InputError as error:
            refused.append(Refusal(name, error.message))
        except OSError as error:
            refused.append(Refusal(name, unreadable(shown(name), error).message))
        if progress is not None:
            progress(done, len(found.files), name)
    return Batch(tuple(sorted(read)), tuple(in_order(facts)), tuple(refused), tuple(warnings))
