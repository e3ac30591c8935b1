"""Lets a user's SPARQL query pass only if it reads, stays in the graph directory and can be parsed safely.

The depth is bounded before any parser sees the query: 3,000 nested braces overflow the engine's stack and
end the process. Time is bounded elsewhere (`queries.worker`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ontology.errors import QueryError
from queries.tokens import Token, tokens

#: code points; the longest named query has about 3,000
LONGEST = 100_000
#: nested brackets of any kind; queries that people write stay below 20
DEEPEST = 100
#: signs that stack without brackets (!!!!…, ----…), each a level of the parser's recursion
LONGEST_RUN = 30

READING = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_WRITING = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH", "USING"}
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


@dataclass(frozen=True, slots=True)
class Permit:
    """A query that may run.

    Attributes:
        form: SELECT, ASK, CONSTRUCT or DESCRIBE.
        has_dataset: whether the query names its graphs itself by FROM.
    """

    form: str
    has_dataset: bool


def examine(query: str, base: str) -> Permit:
    """Examines a query before it is parsed.

    Args:
        query: the user's SPARQL.
        base: base IRI of the graph directory: FROM may name graphs below it and no others.

    Raises:
        QueryError: the one reason why it is refused.
    """
    if len(query) > LONGEST:
        raise QueryError(
            f"查询太长:{len(query)} 字,至多 {LONGEST} 字;请分成几个查询。",
            f"the query is too long: {len(query)} characters, at most {LONGEST}; split it",
        )
    # \\uXXXX may stand for any character of a query, keywords and brackets included (SPARQL 1.1, 19.2);
    # engines differ on when they read it, so both readings must pass
    unescaped = _ESCAPE.sub(_character, query)
    permit = _examine(list(tokens(query)), base)
    return permit if unescaped == query else _examine(list(tokens(unescaped)), base)


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _examine(found: Sequence[Token], base: str) -> Permit:
    _bound_depth(found)
    form = ""
    has_dataset = False
    for index, token in enumerate(found):
        if token.kind != "word":
            continue
        word = token.text.upper()
        if word == "SERVICE":
            raise QueryError(
                "查询里有 SERVICE:不向别的服务器发请求;请删去这一段。",
                "SERVICE is refused: a query asks no other server; take that part out",
            )
        if word in _WRITING:
            raise QueryError(
                f"查询里有 {word}:这里只读不写;改动请用 build 和 remove。",
                f"{word} is refused: queries only read; use build and remove to change the graph",
            )
        if word == "FROM":
            _examine_dataset(found, index, base)
            has_dataset = True
        if word in READING and not form:
            form = word
    if not form:
        raise QueryError(
            "这不是查询:应以 SELECT、ASK、CONSTRUCT 或 DESCRIBE 开头(前面可有 PREFIX)。",
            "this is no query: it begins with SELECT, ASK, CONSTRUCT or DESCRIBE (after any PREFIX)",
        )
    return Permit(form, has_dataset)


def _bound_depth(found: Sequence[Token]) -> None:
    depth = run = 0
    for token in found:
        depth += (token.kind == "open") - (token.kind == "close")
        run = run + 1 if token.kind == "sign" else 0
        if depth > DEEPEST or run > LONGEST_RUN:
            raise QueryError(
                f"查询嵌套太深:括号至多 {DEEPEST} 层,连续符号至多 {LONGEST_RUN} 个;请写得平一些。",
                f"the query is nested too deeply: at most {DEEPEST} brackets or {LONGEST_RUN} signs in a row",
            )


def _examine_dataset(found: Sequence[Token], index: int, base: str) -> None:
    """FROM and FROM NAMED may name the directory's own graphs only."""
    after = index + 1
    if after < len(found) and found[after].kind == "word" and found[after].text.upper() == "NAMED":
        after += 1
    graph = found[after] if after < len(found) else None
    if graph is not None and graph.kind == "iri":
        address = graph.text[1:-1]
    elif graph is not None and graph.kind == "name":
        prefix, _, local = graph.text.partition(":")
        address = _prefixes(found).get(prefix, "") + local
    else:
        address = ""
    if not address.startswith(base):
        named = graph.text if graph is not None else ""
        raise QueryError(
            f"FROM {named}:不是这个图目录里的图,不去外面取;自己的图以 {base} 开头。",
            f"FROM {named} is refused: it is no graph of this directory; its own begin with {base}",
        )


def _prefixes(found: Sequence[Token]) -> dict[str, str]:
    """The PREFIX declarations; a prefix that is declared twice counts for nothing."""
    declared: dict[str, str] = {}
    for word, name, address in zip(found, found[1:], found[2:], strict=False):
        if word.text.upper() == "PREFIX" and name.kind == "name" and address.kind == "iri":
            prefix = name.text[:-1]
            declared[prefix] = "" if prefix in declared else address.text[1:-1]
    return declared
