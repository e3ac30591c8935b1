"""A check finds what is wrong, and nothing where nothing is."""

import shutil

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from graph import terms
from graph.api import open_graph
from graph.check import check, check_places, check_store
from graph.shape_screen import seems_to_conform
from graph.shapes import checked_quads, violations
from graph.terms import RDF_TYPE, zt
from loaders.document import Span
from loaders.facts import Fact
from loaders.reader import load_bytes


@pytest.fixture
def copy(built, tmp_path):
    shutil.copytree(built, tmp_path / "graph")
    return tmp_path / "graph"


def editable(graph):
    store = Store()
    store.extend(graph.store)
    return store


def test_a_sound_graph_has_no_findings(graph):
    assert list(check(graph)) == []


def test_an_altered_source_is_found(copy):
    with open_graph(copy) as graph:
        info = graph.documents()[0]
        place = copy / "sources" / info.sha256
        place.write_bytes(place.read_bytes() + b" ")
        (finding,) = check(graph, [info.doc])
        assert "altered" in finding.text.en


def test_a_lost_source_is_found_and_the_rest_is_checked(copy):
    with open_graph(copy) as graph:
        (copy / "sources" / graph.documents()[0].sha256).unlink()
        (finding,) = check(graph)
        assert finding.doc == graph.documents()[0].doc
        assert "damaged" in finding.text.en


@pytest.mark.parametrize(
    ("start", "end", "quote", "sentence", "said"),
    [
        (0, 4, "加快建设", Span(0, 9), None),
        (0, 4, "加快推广", Span(0, 9), "is not what stands there"),
        (1, 5, "加快建设", Span(0, 9), "is not what stands there"),
        (0, 4, "加快建设", Span(2, 9), "outside its sentence"),
        (7, 40, "平台", Span(0, 50), "outside the text"),
        (3, 3, "", Span(0, 9), "outside the text"),
    ],
)
def test_a_quote_must_stand_where_it_says(start, end, quote, sentence, said):
    document = load_bytes("加快建设“某”平台。".encode(), "某.txt")
    fact = Fact("platform", "某.txt", start, end, quote, sentence, "rule", {}, "x/platform/y")
    findings = [finding.text.en for finding in check_places(document, [fact])]
    assert len(findings) == (said is not None)
    assert all(said in line for line in findings)


def test_shapes_find_a_planted_violation_of_a_fact_and_of_an_entity(graph):
    store, info = editable(graph), graph.documents()[0]
    source = terms.source(graph.base, info.sha256)
    assert violations(store, graph.base, info.sha256) == []
    assert seems_to_conform(checked_quads(store, graph.base, info.sha256))
    fact = next(store.quads_for_pattern(None, RDF_TYPE, terms.fact_class("heading"), source)).subject
    title = next(store.quads_for_pattern(fact, zt("title"), None, source))
    store.remove(title)
    assert any(fact.value in line for line in violations(store, graph.base, info.sha256))
    store.add(title)
    region = NamedNode(f"{graph.base}region/X101")
    store.add(Quad(region, terms.relation("uses"), region, graph.derived))
    owner = next(info for info in graph.documents() if info.region == "临汀市")
    assert any("uses" in line for line in violations(store, graph.base, owner.sha256))


def test_a_chinese_label_and_a_direct_edge_conform(graph):
    labels = [quad.object for quad in graph.store.quads_for_pattern(None, terms.LABEL, None, graph.derived)]
    assert labels
    assert all(isinstance(label, Literal) and label.language == "zh" for label in labels)


@pytest.mark.parametrize("predicate", ["evidence", "edge", "subject"])
def test_a_broken_statement_is_found(graph, predicate):
    store = editable(graph)
    assert list(check_store(store, graph.base)) == []
    statement = next(store.quads_for_pattern(None, RDF_TYPE, zt("Statement"), graph.derived)).subject
    parts = {
        part: graph.store.quads_for_pattern(statement, terms.rdf(part), None, graph.derived)
        for part in ("subject", "predicate", "object")
    }
    subject, edge, object_ = (next(found).object for found in parts.values())
    if predicate == "edge":
        store.remove(Quad(subject, edge, object_, graph.derived))
    else:
        name = zt("evidence") if predicate == "evidence" else terms.rdf("subject")
        for quad in list(store.quads_for_pattern(statement, name, None, graph.derived)):
            store.remove(quad)
    assert len(list(check_store(store, graph.base))) == 1


def planted(store, graph, source):
    """Changes of a source graph and of the derived graph, each of which breaks one shape."""
    fact = next(store.quads_for_pattern(None, RDF_TYPE, terms.fact_class("platform"), source)).subject
    place = next(store.quads_for_pattern(None, terms.OA("start"), None, source)).subject
    entity = next(store.quads_for_pattern(None, zt("mentionedIn"), source, graph.derived)).subject
    platform = next(
        store.quads_for_pattern(None, RDF_TYPE, terms.entity_class("platform"), graph.derived)
    ).subject
    region = NamedNode(f"{graph.base}region/X101")

    def all_of(subject, predicate, where):
        return list(store.quads_for_pattern(subject, predicate, None, where))

    yield "a required value is missing", all_of(fact, zt("rule"), source), []
    yield (
        "a value is not of the closed list",
        all_of(fact, zt("action"), source),
        [Quad(fact, zt("action"), Literal("destroy"), source)],
    )
    yield "two values where one is allowed", [], [Quad(fact, zt("name"), Literal("另一名"), source)]
    yield (
        "a literal in place of a link",
        all_of(fact, zt("source"), source),
        [Quad(fact, zt("source"), Literal("某处"), source)],
    )
    yield (
        "an offset before the text",
        all_of(place, terms.OA("start"), source),
        [Quad(place, terms.OA("start"), Literal("-1", datatype=terms.INTEGER), source)],
    )
    yield (
        "a number in words",
        all_of(place, terms.OA("start"), source),
        [Quad(place, terms.OA("start"), Literal("三"), source)],
    )
    yield (
        "a digest that is none",
        all_of(source, zt("sha256"), source),
        [Quad(source, zt("sha256"), Literal("abc"), source)],
    )
    yield (
        "a label without language",
        all_of(entity, terms.LABEL, graph.derived),
        [Quad(entity, terms.LABEL, Literal("某"), graph.derived)],
    )
    yield (
        "an edge to the wrong kind",
        [],
        [Quad(region, terms.relation("commits_to"), platform, graph.derived)],
    )


def test_the_quick_look_sees_what_pyshacl_sees(graph):
    info = next(info for info in graph.documents() if info.region == "临汀市")
    source = terms.source(graph.base, info.sha256)
    store = editable(graph)
    for said, gone, added in planted(store, graph, source):
        for quad in gone:
            store.remove(quad)
        store.extend(added)
        assert violations(store, graph.base, info.sha256), said
        assert not seems_to_conform(checked_quads(store, graph.base, info.sha256)), said
        for quad in added:
            store.remove(quad)
        store.extend(gone)
        assert seems_to_conform(checked_quads(store, graph.base, info.sha256)), said
