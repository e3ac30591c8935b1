"""Puts the values of parameters into the text of a query: as terms, never as loose text."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

PREFIXES = {
    "zt": "https://zhengtu.example/ontology#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "oa": "http://www.w3.org/ns/oa#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

#: lines from `#when region` to `#end` stand only if the parameter is given, from `#unless region` only if not
_CASE = re.compile(r"^[ \t]*#(when|unless) (\w+)\n(.*?)^[ \t]*#end\n", re.DOTALL | re.MULTILINE)


class Binding(NamedTuple):
    """What a variable may be: IRIs, or plain words."""

    variable: str
    terms: tuple[str, ...]
    literal: bool = False


def prologue(base: str) -> str:
    """BASE and PREFIX lines: `<derived>` and `<reference>` are the graphs of this directory."""
    declared = "".join(f"PREFIX {prefix}: <{address}>\n" for prefix, address in PREFIXES.items())
    return f"BASE {NamedNode(base)}\n{declared}"


def keep(query: str, given: Collection[str]) -> str:
    """Drops the lines that don't belong to the parameters that are given."""
    return _CASE.sub(lambda case: case[3] if (case[2] in given) == (case[1] == "when") else "", query)


def values(query: str, variable: str, terms: Sequence[str], literal: bool = False) -> str:
    """Fills `VALUES ?variable { UNDEF }`.

    Args:
        query: SPARQL with that very text in it.
        variable: without the question mark.
        terms: IRIs, or plain words when `literal`.

    Raises:
        ValueError: the query has no such place, or a term is no IRI.
    """
    place = f"VALUES ?{variable} {{ UNDEF }}"
    if place not in query:
        raise ValueError(f"the query lacks {place}")
    written = " ".join(str(Literal(term) if literal else NamedNode(term)) for term in terms)
    return query.replace(place, f"VALUES ?{variable} {{ {written} }}")


def bound(query: str, base: str, given: Mapping[str, Binding]) -> str:
    """The query as it is run.

    Args:
        query: text of a .rq file.
        base: IRI that identifiers begin with.
        given: what each parameter that is given allows; two of one variable allow what either allows.
    """
    text = keep(query, given)
    for variable in {binding.variable for binding in given.values()}:
        same = [binding for binding in given.values() if binding.variable == variable]
        terms = dict.fromkeys(term for binding in same for term in binding.terms)
        text = values(text, variable, list(terms), same[0].literal)
    return prologue(base) + text
