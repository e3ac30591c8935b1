"""Exports say the same in every form, whole or not at all."""

import io
import json

import pytest
from pyoxigraph import BlankNode, Dataset, RdfFormat, parse

from graph import terms
from graph.atomic import replacing
from graph.exports import FORMATS, nquads, write
from ontology.errors import UsageError


def written(graph, form):
    stream = io.BytesIO()
    write(graph, form, stream)
    return stream.getvalue()


def lines(graph, form):
    return [json.loads(line) for line in written(graph, form).decode().splitlines()]


def test_every_form_is_the_same_each_time(graph):
    for form in FORMATS:
        assert written(graph, form) == written(graph, form)


def test_an_unknown_form_gets_its_nearest(graph):
    with pytest.raises(UsageError, match="turtle"):
        write(graph, "turtel", io.BytesIO())


def test_nquads_are_sorted_by_bytes_without_blank_nodes_and_complete(graph):
    data = written(graph, "nquads")
    assert data.splitlines() == sorted(data.splitlines())
    quads = set(parse(data, format=RdfFormat.N_QUADS))
    assert quads == set(graph.store)
    assert not any(isinstance(term, BlankNode) for quad in quads for term in (quad.subject, quad.object))


def test_nquads_in_many_runs_are_those_in_one(graph, monkeypatch):
    whole = written(graph, "nquads")
    monkeypatch.setattr(nquads, "_RUN", 500)
    assert written(graph, "nquads") == whole


def test_jsonld_says_what_nquads_say(graph):
    data = written(graph, "jsonld")
    json.loads(data)
    read = Dataset(parse(data, format=RdfFormat.JSON_LD))
    assert read == Dataset(graph.store)


def test_turtle_says_what_the_derived_and_the_reference_graph_say(graph):
    read = {quad.triple for quad in parse(written(graph, "turtle"), format=RdfFormat.TURTLE)}
    wanted = {graph.derived, graph.reference}
    assert read == {quad.triple for quad in graph.store if quad.graph_name in wanted}


def test_the_three_kinds_of_graph_share_no_triple(graph):
    seen = {}
    for quad in graph.store:
        assert seen.setdefault(quad.triple, quad.graph_name) == quad.graph_name


def test_entities_are_sorted_and_have_the_agreed_keys(graph):
    rows = lines(graph, "entities")
    assert [row["id"] for row in rows] == sorted({row["id"] for row in rows})
    keys = ["id", "kind", "name", "region", "aliases", "broader", "part_of", "documents"]
    assert all(list(row) == keys for row in rows)
    assert {"region", "organization", "platform", "initiative", "commitment", "document"} <= {
        row["kind"] for row in rows
    }
    known = {row["id"] for row in rows}
    assert all(set(row["broader"]) | set(row["part_of"]) <= known for row in rows)
    regions = {row["region"]: row for row in rows if row["kind"] == "region"}
    assert regions["X101"]["name"] == "临汀市"
    assert "100000" in regions


def test_triples_lead_to_entities_and_to_the_words(graph):
    rows = lines(graph, "triples")
    known = {row["id"] for row in lines(graph, "entities")}
    assert rows == sorted(
        rows,
        key=lambda row: (
            row["subject"],
            row["relation"],
            row["object"],
            row.get("doc", ""),
            row.get("start", 0),
        ),
    )
    for row in rows:
        assert {row["subject"], row["object"]} <= known
        assert ("doc" in row) == (row["relation"] != "within")
    facts = {(fact.doc, fact.start, fact.end): fact.quote for fact in graph.facts()}
    said = [row for row in rows if "doc" in row]
    assert said
    assert all(facts[row["doc"], row["start"], row["end"]] == row["quote"] for row in said)
    within = [(row["subject"], row["object"]) for row in rows if row["relation"] == "within"]
    assert (f"{graph.base}region/X101", f"{graph.base}region/X1") in within


def test_every_relation_of_the_derived_graph_is_in_the_triples(graph):
    rows = {(row["subject"], row["relation"], row["object"]) for row in lines(graph, "triples")}
    for name in {row[1] for row in rows} - {"within"}:
        edges = graph.store.quads_for_pattern(None, terms.relation(name), None, graph.derived)
        assert {(e.subject.value, name, e.object.value) for e in edges} == {
            row for row in rows if row[1] == name
        }


def test_a_file_appears_whole_or_not_at_all(tmp_path):
    target = tmp_path / "图.jsonl"
    target.write_text("before")
    with pytest.raises(KeyError), replacing(target) as stream:
        stream.write(b"half")
        raise KeyError
    assert target.read_text() == "before"
    with replacing(target) as stream:
        stream.write(b"whole")
    assert target.read_bytes() == b"whole"
    assert [place.name for place in tmp_path.iterdir()] == ["图.jsonl"]
