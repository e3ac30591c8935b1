"""Nothing that was read is lost in the store."""

import hashlib

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, RdfFormat, Store, parse, serialize

from graph.read_facts import stored_facts, stored_source
from graph.read_source import About, SourceReading
from graph.source_graph import source_quads
from loaders.document import Span
from loaders.facts import KINDS, Fact, fact_id, in_order

BASE = "https://zhengtu.example/"
TEXT = "云泽省示例<&>\"'\ufffd\x00\x1f\r\n\u2028𠮷😀" * 3
SHA = hashlib.sha256(TEXT.encode()).hexdigest()

characters = st.text(st.characters(codec="utf-8"), max_size=12)
values = st.one_of(
    characters,
    st.integers(),
    st.booleans(),
    st.none(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.lists(st.one_of(characters, st.integers(), st.none()), max_size=3),
)
fields = st.dictionaries(
    st.sampled_from(
        ["name", "task", "task_span", "organization_region", "order", "source", "region", "value", "rule_of"]
    ),
    values,
    max_size=6,
)


@st.composite
def facts(draw):
    start = draw(st.integers(0, len(TEXT) - 2))
    end = draw(st.integers(start + 1, len(TEXT)))
    kind, stated = draw(st.sampled_from(KINDS)), draw(fields)
    return Fact(
        kind,
        "某.txt",
        start,
        end,
        draw(characters),
        Span(0, end),
        draw(characters),
        stated,
        fact_id(SHA, kind, stated),
    )


def reading(read):
    return SourceReading(
        SHA, "某.txt", TEXT, About(titles=("甲", "乙"), number="汀政〔2025〕3号"), tuple(in_order(read))
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(facts(), max_size=6))
def test_every_field_of_every_fact_comes_back(read):
    store, source = Store(), reading(read)
    store.extend(source_quads(source, ["某.txt"], "reader", "names", BASE))
    back = stored_facts(store, BASE, SHA, "某.txt")
    assert [fact.as_json() for fact in back] == [fact.as_json() for fact in source.facts]
    assert stored_source(store, BASE, SHA, "某.txt").about == source.about


@settings(max_examples=30, deadline=None)
@given(st.lists(facts(), max_size=4))
def test_a_source_graph_has_no_blank_node_and_survives_nquads(read):
    quads = set(source_quads(reading(read), ["a\n<b>.txt"], "reader", "names", BASE))
    assert not any(isinstance(term, BlankNode) for quad in quads for term in (quad.subject, quad.object))
    assert set(parse(serialize(quads, format=RdfFormat.N_QUADS), format=RdfFormat.N_QUADS)) == quads


def test_a_repeated_statement_is_one_fact_with_several_places():
    stated = {"name": "汀好办", "action": "use"}
    read = [
        Fact(
            "platform",
            "某.txt",
            at,
            at + 3,
            "汀好办",
            Span(0, 20),
            f"rule {at}",
            stated,
            fact_id(SHA, "platform", stated),
        )
        for at in (2, 9)
    ]
    store = Store()
    store.extend(source_quads(reading(read), ["某.txt"], "reader", "names", BASE))
    rows = list(
        store.query(
            "PREFIX zt: <https://zhengtu.example/ontology#> SELECT ?fact (COUNT(?e) AS ?n) "
            "{ GRAPH ?g { ?fact a zt:PlatformFact ; zt:evidence ?e } } GROUP BY ?fact"
        )
    )
    assert [row["n"].value for row in rows] == ["2"]
    assert [fact.rule for fact in stored_facts(store, BASE, SHA, "某.txt")] == ["rule 2", "rule 9"]


def test_a_quote_selector_holds_the_raw_words_and_sixteen_signs_around_them():
    stated = {"name": "x"}
    fact = Fact(
        "platform", "某.txt", 20, 24, "clean", Span(18, 30), "rule", stated, fact_id(SHA, "platform", stated)
    )
    store = Store()
    store.extend(source_quads(reading([fact]), ["某.txt"], "reader", "names", BASE))
    (row,) = store.query(
        "PREFIX oa: <http://www.w3.org/ns/oa#> SELECT * { GRAPH ?g "
        "{ ?q a oa:TextQuoteSelector ; oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix } }"
    )
    assert (row["prefix"].value, row["exact"].value, row["suffix"].value) == (
        TEXT[4:20],
        TEXT[20:24],
        TEXT[24:40],
    )
