"""The guard lets reading queries pass and refuses everything else, before any parser sees it."""

from __future__ import annotations

import contextlib
import time

import pytest

from ontology.errors import QueryError
from queries.guard import LONGEST, examine
from queries.tokens import tokens

BASE = "https://zhengtu.example/"


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("SELECT * { ?s ?p ?o }", "SELECT"),
        ("prefix a: <urn:a> ask { a:SERVICE a:load ?insert }", "ASK"),
        ("SELECT * { ?s ?p 'SERVICE <http://x>' } # LOAD <y>", "SELECT"),
        ('SELECT * { ?s ?p """it "says" INSERT DATA {""" }', "SELECT"),
        ("SELECT * { ?s <http://x/SERVICE> ?service ; ?p 'x'@load }", "SELECT"),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(?a<?b && ?c>?d) }", "CONSTRUCT"),
        ("DESCRIBE <https://zhengtu.example/region/370000>", "DESCRIBE"),
        (f"SELECT * FROM <{BASE}derived> FROM NAMED <{BASE}reference> {{ ?s ?p ?o }}", "SELECT"),
        (f"PREFIX g: <{BASE}> SELECT * FROM g:derived {{ ?s ?p ?o }}", "SELECT"),
        ("SELECT * { " + "{ " * 50 + "?s ?p ?o" + " }" * 50 + " }", "SELECT"),
    ],
)
def test_reading_queries_pass(query: str, form: str) -> None:
    permit = examine(query, BASE)
    assert permit.form == form
    assert permit.has_dataset == (" FROM " in query)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("SELECT * { SERVICE <http://x> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * { sErViCe ?x { } }", "SERVICE"),
        ("SELECT * { \\u0053ERVICE <http://x> { } }", "SERVICE"),
        ("SELECT * { ?s ?p '\\u0027 . SERVICE <http://x> { } #' }", "SERVICE"),
        ("LOAD <file:/etc/hosts>", "LOAD"),
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "INSERT"),
        ("DELETE WHERE { ?s ?p ?o }", "DELETE"),
        ("SELECT * { } ; DROP ALL", "DROP"),
        ("CLEAR ALL", "CLEAR"),
        ("SELECT * FROM <file:///etc/hosts> { }", "FROM"),
        ("SELECT * FROM NAMED <http://x> { }", "FROM"),
        ("PREFIX g: <http://x/> SELECT * FROM g:a { }", "FROM"),
        (f"PREFIX g: <{BASE}> PREFIX g: <http://x/> SELECT * FROM g:a {{ }}", "FROM"),
        ("BASE <http://x/> SELECT * FROM <a> { }", "FROM"),
        ("SELECT * { " + "{" * 3000, "100"),
        ("SELECT * { FILTER" + "(" * 3000, "100"),
        ("ASK { FILTER(" + "!" * 3000 + "true) }", "30"),
        ("SELECT * { } #" + "x" * LONGEST, str(LONGEST)),
        ("hello", "SELECT"),
        ("", "SELECT"),
    ],
)
def test_everything_else_is_refused_in_one_line(query: str, told: str) -> None:
    with pytest.raises(QueryError) as caught:
        examine(query, BASE)
    for line in caught.value.message:
        assert told in line
        assert "\n" not in line


def test_strings_comments_and_iris_are_single_tokens() -> None:
    found = [token.text for token in tokens("""<a#b> 'it\\'s' "" '''a'b''' ex:SERVICE\\-x ?v #end""")]
    assert found == ["<a#b>", "'it\\'s'", '""', "'''a'b'''", "ex:SERVICE\\-x", "?v"]


@pytest.mark.parametrize("part", ["一", "'", '"', "<", '"""', "\\", ".-", "a:b", "<a ", "#", "{}", "'''\""])
def test_hostile_text_is_examined_in_linear_time(part: str) -> None:
    def seconds(length: int) -> float:
        query = "ASK {} " + part * (length // len(part))
        began = time.process_time()
        with contextlib.suppress(QueryError):
            examine(query, BASE)
        return time.process_time() - began

    seconds(1_000)
    assert seconds(90_000) < max(1.5, 60 * seconds(9_000))
