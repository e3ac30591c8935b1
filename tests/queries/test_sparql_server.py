"""A foreign SPARQL store takes the export as it is, and the named queries answer the same there."""

import io
import json
import urllib.parse
import urllib.request
from collections import Counter

import pytest

from graph.api import open_graph
from graph.build import Options, build
from graph.exports import write
from queries.binding import bound
from queries.definition import definitions

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def graph(examples, tmp_path_factory):
    directory = tmp_path_factory.mktemp("graph")
    build(directory, [examples], Options(vocabulary=examples / "vocabulary.yaml", check=False))
    with open_graph(directory) as opened:
        yield opened


@pytest.fixture(scope="module")
def server(fuseki, graph):
    quads = io.BytesIO()
    write(graph, "nquads", quads)
    request = urllib.request.Request(
        f"{fuseki}/data", quads.getvalue(), {"Content-Type": "application/n-quads"}, method="PUT"
    )
    urllib.request.urlopen(request, timeout=120).close()
    return f"{fuseki}/query"


def ask_server(address, query):
    data = urllib.parse.urlencode({"query": query}).encode()
    request = urllib.request.Request(address, data, {"Accept": "application/sparql-results+json"})
    with urllib.request.urlopen(request, timeout=120) as answer:
        bindings = json.load(answer)["results"]["bindings"]
    return Counter(tuple(sorted((name, term["value"]) for name, term in row.items())) for row in bindings)


def ask_here(graph, query):
    solutions = graph.store.query(query)
    names = [variable.value for variable in solutions.variables]
    return Counter(
        tuple(sorted((name, row[name].value) for name in names if row[name] is not None)) for row in solutions
    )


def test_every_quad_arrives(graph, server):
    count = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"
    assert ask_server(server, count) == ask_here(graph, count)


@pytest.mark.parametrize("name", sorted(definitions()))
def test_a_named_query_answers_the_same(graph, server, name):
    query = bound(definitions()[name].sparql, graph.base, {})
    here = ask_here(graph, query)
    assert here
    assert ask_server(server, query) == here
