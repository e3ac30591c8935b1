"""Cuts a SPARQL query into tokens, so that words in strings, comments and IRIs are not taken for keywords."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

#: token kinds, tried in this order; the patterns follow the terminals of SPARQL 1.1, section 19.8, each with
#: possessive or single-character steps, so that hostile text is read in linear time
_KINDS = (
    ("comment", r"#[^\r\n]*+"),
    ("iri", r"<[^<>\"{}|^`\\\x00-\x20]*+>"),
    ("string", r'"""(?:[^"\\]|\\.|"(?!""))*+"""' + r"|'''(?:[^'\\]|\\.|'(?!''))*+'''"),
    ("string_", r'"(?:[^"\\\r\n]|\\.)*+"' + r"|'(?:[^'\\\r\n]|\\.)*+'"),
    ("unclosed", r"[\"']"),
    ("variable", r"[?$]\w++"),
    ("language", r"@[A-Za-z]++(?:-[A-Za-z0-9]++)*+"),
    ("name", r"(?:\w[\w.\-]*+)?:(?:[\w.\-:·]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%])*+"),
    ("word", r"[^\W\d]\w*+"),
    ("number", r"\d[\d.]*+(?:[eE][+-]?\d++)?"),
    ("open", r"[{(\[]"),
    ("close", r"[})\]]"),
    ("blank", r"\s++"),
    ("sign", r"."),
)
_TOKEN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS), re.DOTALL)


class Token(NamedTuple):
    """A token: its kind (iri, string, variable, name, word, open, close …), text and place in code points."""

    kind: str
    text: str
    start: int


def tokens(query: str) -> Iterator[Token]:
    """All tokens of a query, blanks and comments left out.

    Args:
        query: as it was given; it need not be valid.
    """
    for match in _TOKEN.finditer(query):
        kind = (match.lastgroup or "sign").rstrip("_")
        if kind not in ("blank", "comment"):
            yield Token(kind, match.group(), match.start())
