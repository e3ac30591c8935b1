"""Entries of a clause that are one name and nothing else: most of them, and read without the grammar."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from loaders.body_words import is_person, is_role
from loaders.clause_words import words
from loaders.deadlines import deadline_in
from loaders.document import Span

#: an entry longer than this says more than a name, in code points
_LONGEST = 40
_BLANKS = " \t\u3000\n"
OPENER = re.compile(r"[ \u3000\n]*(?:并?由|请|以及|和|及|与|并)?[ \u3000]*")
OTHER_LABEL = re.compile(r"[^\s,;:。、()]{2,10}:")
ROLE_IN_BRACKET = re.compile(r"\((?:总)?(牵头|主办|配合|协办|负责|参与|指导)(?:单位|部门)?\)$")
#: in a list with unknown endings these words show that something else is told
NO_NAME = re.compile(
    r"[0-9年月日前底]|推进|完成|持续|坚持|启动|开展|工作|任务|项目|建设$|情况|适用|范围|领导|[:《》“”]"
)


class PlainEntry(NamedTuple):
    """A name that is all of an entry.

    Attributes:
        start, end: of the name, counted from the start of the entry.
        lenient: whether it may be a body's name where its ending is unknown.
    """

    start: int
    end: int
    lenient: bool


def plain_entry(text: str, span: Span) -> PlainEntry | None:
    """The name that an entry consists of, or None where a verb, a label, a date or a mark needs the grammar.

    Args:
        text: clean text.
        span: of the entry.
    """
    return _plain(text[span.start : span.end]) if span.end - span.start <= _LONGEST else None


@lru_cache(maxsize=16384)
def _plain(entry: str) -> PlainEntry | None:
    """Bodies come again and again, in one document and from one to the next."""
    rules = words()
    opener = OPENER.match(entry)
    behind = opener.end() if opener else 0
    start, end = stripped(entry, Span(behind, len(entry)))
    name = entry[start:end]
    bare = entry[behind:].strip(" \u3000\n)。")
    if not is_name(name) or name[0] in rules.rules["stars"] or not bare or bare in rules.rules["no_body"]:
        return None
    if rules.predicate.search(entry, behind) or rules.together.search(entry, behind):
        return None
    if OTHER_LABEL.match(entry, *stripped(entry, Span(0, len(entry)))) or ROLE_IN_BRACKET.search(name):
        return None
    if deadline_in(entry, Span(behind, len(entry))) is not None:
        return None
    return PlainEntry(start, end, NO_NAME.search(name) is None)


def is_name(name: str) -> bool:
    """Whether words may name a body: no office, and no part played (责任单位); 各项目牵头单位 is a group."""
    if not name or name in words().rules["no_body"] or is_person(name):
        return False
    return not is_role(name) or name.startswith("各")


def stripped(text: str, span: Span) -> tuple[int, int]:
    """The offsets of a span without blanks at its ends."""
    start, end = span
    while start < end and text[start] in _BLANKS:
        start += 1
    while end > start and text[end - 1] in _BLANKS:
        end -= 1
    return start, end
