"""Every query's folder is whole: texts in both languages, columns that its SPARQL gives, a total order."""

from __future__ import annotations

import re

import pyoxigraph
import pytest

from ontology.errors import UsageError
from queries.binding import Binding, bound, keep, values
from queries.definition import Definition, definitions, find_definition


@pytest.fixture(params=definitions().values(), ids=lambda one: one.name)
def definition(request: pytest.FixtureRequest) -> Definition:
    found: Definition = request.param
    return found


def test_all_texts_are_there_in_both_languages(definition: Definition) -> None:
    texts = [definition.names, definition.answers, definition.empty, definition.lacking]
    texts += [parameter.text for parameter in definition.parameters]
    texts += [column.head for column in definition.columns]
    assert all(text.zh and text.en for text in texts)
    assert definition.name in definition.example


def test_the_sparql_gives_every_column_and_parameter(definition: Definition) -> None:
    head = definition.sparql.split("WHERE", 1)[0]
    for column in definition.columns:
        if column.fill is None:
            assert re.search(rf"\?{column.name}\b", head), column.name
    for parameter in definition.parameters:
        assert f"VALUES ?{parameter.variable} {{ UNDEF }}" in definition.sparql


def test_it_names_its_graphs_and_orders_its_rows_totally(definition: Definition) -> None:
    assert "SELECT DISTINCT" in definition.sparql
    head, order = definition.sparql.split("WHERE", 1)[0], definition.sparql.rsplit("ORDER BY", 1)[1]
    assert set(re.findall(r"\?\w+", head)) == set(re.findall(r"\?\w+", order))
    assert "GRAPH <derived>" in definition.sparql


def test_it_parses_with_and_without_each_parameter(definition: Definition) -> None:
    store = pyoxigraph.Store()
    given: dict[str, Binding] = {}
    store.query(bound(definition.sparql, "https://a.example/", given))
    for parameter in definition.parameters:
        literal = parameter.type == "word"
        given[parameter.name] = Binding(
            parameter.variable, ("lead" if literal else "urn:a", "urn:b"), literal
        )
        store.query(bound(definition.sparql, "https://a.example/", {parameter.name: given[parameter.name]}))
    store.query(bound(definition.sparql, "https://a.example/", given))


def test_a_query_answers_to_its_english_and_chinese_name() -> None:
    assert find_definition("责任链") is find_definition("responsibility-chain")
    assert find_definition("共同举措") is find_definition("Shared_Initiatives")
    with pytest.raises(UsageError) as caught:
        find_definition("shared-initative")
    assert "shared-initiatives" in caught.value.message.zh


def test_values_are_terms_and_never_loose_text() -> None:
    assert values("VALUES ?a { UNDEF }", "a", ['x" } #', "一"], literal=True) == (
        'VALUES ?a { "x\\" } #" "一" }'
    )
    with pytest.raises(ValueError):
        values("VALUES ?a { UNDEF }", "a", ["not an iri> }"])
    with pytest.raises(ValueError, match="lacks"):
        values("SELECT *", "a", ["urn:a"])


def test_lines_of_a_parameter_stand_only_when_it_is_given() -> None:
    text = "a\n  #when x\nb\n  #end\n#unless x\nc\n#end\nd\n"
    assert keep(text, {"x"}) == "a\nb\nd\n"
    assert keep(text, ()) == "a\nc\nd\n"
