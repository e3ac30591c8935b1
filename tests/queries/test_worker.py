"""Users' queries run in a process of their own: warm, read-only, ended at the limit."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ontology.errors import GraphError, QueryError
from queries.worker import Worker

#: every pair of triples with every other: more than any limit allows
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?a != ?d && ?g != ?f) }"


@pytest.fixture(scope="module")
def worker(built: Path) -> Iterator[Worker]:
    with Worker(built) as warm:
        yield warm


def test_the_default_graph_is_derived_and_reference(worker: Worker) -> None:
    zt = "https://zhengtu.example/ontology#"
    result = worker.query(
        f"SELECT DISTINCT ?name {{ ?x a <{zt}Organization> ; <{zt}region> ?r . ?r <{zt}code> ?name }} ORDER BY ?name"
    )
    assert result.kind == "results"
    data = json.loads(result.content)
    assert data["head"] == {"vars": ["name"]}
    assert [row["name"]["value"] for row in data["results"]["bindings"]][:2] == ["Q1", "Q101"]
    assert b'"boolean":false' in worker.query(f"ASK {{ ?x a <{zt}Evidence> }}").content
    assert b'"boolean":true' in worker.query(f"ASK {{ GRAPH ?g {{ ?x a <{zt}Evidence> }} }}").content


def test_a_graph_comes_as_turtle(worker: Worker) -> None:
    result = worker.query("CONSTRUCT { <urn:a> <urn:b> ?o } WHERE { VALUES ?o { '一' } }")
    assert (result.kind, result.content.decode()) == ("graph", '<urn:a> <urn:b> "一" .\n')


def test_mistakes_are_told_and_the_worker_stays_warm(worker: Worker) -> None:
    with pytest.raises(QueryError, match="not valid"):
        worker.query("SELECT * { ?s }")
    with pytest.raises(QueryError, match="SERVICE"):
        worker.query("SELECT * { SERVICE <http://x> { } }")
    assert worker.query("ASK { }").kind == "results"


def test_a_query_that_takes_too_long_is_ended_and_the_next_one_runs(worker: Worker) -> None:
    began = time.monotonic()
    with pytest.raises(QueryError) as caught:
        worker.query(ENDLESS, timeout=0.5)
    assert time.monotonic() - began < 5
    assert "0.5 秒" in caught.value.message.zh
    assert worker.query("ASK { }").kind == "results"


def test_a_directory_that_is_no_graph_is_told(tmp_path: Path) -> None:
    with pytest.raises(GraphError):
        Worker(tmp_path / "没有")


def test_the_prefixes_of_the_named_queries_need_no_declaration(worker: Worker) -> None:
    result = worker.query("SELECT ?name { ?x a zt:Task ; rdfs:label ?name } LIMIT 1")
    assert json.loads(result.content)["results"]["bindings"]
    own = worker.query("PREFIX zt: <https://elsewhere.example/> SELECT ?x { ?x a zt:Task }")
    assert json.loads(own.content)["results"]["bindings"] == []


def test_a_mistake_is_told_by_its_place_alone(worker: Worker) -> None:
    with pytest.raises(QueryError) as refused:
        worker.query("SELECT ?x WHERE { ?x unknown:y ?z }")
    assert len(refused.value.message.zh) < 300 and "expected" not in refused.value.message.zh
