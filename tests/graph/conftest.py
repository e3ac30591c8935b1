"""What the tests of this room share: a few example documents, built once where a test only reads."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import Quad

from graph.api import Graph, open_graph
from graph.build import Options, build
from graph.exports import write
from ontology.vocabulary import Vocabulary

SAMPLES = ("linting-plan.txt", "yunze-opinion.txt", "bailuzhou-bureau.txt", "zhuyin-workpoints.txt")
STABLE = ("nquads", "facts", "entities", "triples")


@pytest.fixture(autouse=True, scope="session")
def quick_start() -> Iterator[None]:
    """Leaves all regions but the invented ones out of the reference graph, and loads each vocabulary once:
    otherwise every build of a test would spend most of its time on 6,800 regions."""
    import graph.apply as room
    import graph.kept_vocabulary as shelf

    real = room.reference_quads

    @cache
    def few(fingerprint: str, base: str) -> list[Quad]:
        places = tuple(f"<{base}region/{digit}" for digit in "123456")
        country = f"<{base}region/100000>"
        quads = real(loaded[fingerprint], base)
        return [
            quad for quad in quads if not str(quad.subject).startswith(places) or str(quad.subject) == country
        ]

    loaded: dict[str, Vocabulary] = {}

    def few_quads(vocabulary: Vocabulary, base: str) -> list[Quad]:
        loaded[vocabulary.fingerprint] = vocabulary
        return few(vocabulary.fingerprint, base)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "reference_quads", few_quads)
        patch.setattr(shelf, "load_vocabulary", cache(shelf.load_vocabulary))
        yield


@pytest.fixture(scope="session")
def vocabulary(examples: Path) -> Path:
    """The examples' own vocabulary."""
    return examples / "vocabulary.yaml"


@pytest.fixture
def documents(examples: Path, tmp_path: Path) -> Path:
    """A folder with a few example documents, for a test to change."""
    folder = tmp_path / "documents"
    folder.mkdir()
    for name in SAMPLES:
        shutil.copy(examples / name, folder / name)
    return folder


@pytest.fixture
def options(vocabulary: Path) -> Options:
    """How most tests build."""
    return Options(vocabulary=vocabulary, check=False)


@pytest.fixture(scope="session")
def built(examples: Path, vocabulary: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph directory of a few example documents, for tests that only read it."""
    directory = tmp_path_factory.mktemp("built") / "graph"
    paths = [examples / name for name in SAMPLES]
    build(directory, paths, Options(vocabulary=vocabulary, check=False))
    return directory


@pytest.fixture
def graph(built: Path) -> Iterator[Graph]:
    """That directory, open."""
    with open_graph(built) as graph:
        yield graph


@pytest.fixture(scope="session")
def exported() -> Callable[[Path], dict[str, bytes]]:
    """The exports of a directory that must be the same byte for byte."""

    def export(directory: Path) -> dict[str, bytes]:
        result = {}
        with open_graph(directory) as graph:
            for form in STABLE:
                stream = io.BytesIO()
                write(graph, form, stream)
                result[form] = stream.getvalue()
        return result

    return export
