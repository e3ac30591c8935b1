"""Entries of a clause that are one name, alone or with one verb behind it: most, and read without the
grammar."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from loaders.body_words import is_person, is_role
from loaders.clause_words import words
from loaders.deadlines import deadline_in
from loaders.document import Span

#: an entry longer than this says more than a name, in code points
_LONGEST = 60
_BLANKS = " \t\u3000\n"
#: what may stand before a name; 以下任务均需 opens a standing clause
OPENER = re.compile(
    r"[ \u3000\n]*(?:并?由|请|以及|和|及|与|并"
    r"|以[下上][^,。;、各省市区县州旗\n]{0,8}[均都](?:需由|需要|应由|需|由|应|须|涉及))?[ \u3000]*"
)
OTHER_LABEL = re.compile(r"[^\s,;:。、()]{2,10}:")
ROLE_IN_BRACKET = re.compile(r"\((?:总)?(牵头|主办|配合|协办|负责|参与|指导)(?:单位|部门)?\)$")
#: in a list with unknown endings these words show that something else is told
NO_NAME = re.compile(
    r"[0-9年月日前底]|推进|完成|持续|坚持|启动|开展|工作|任务|项目|建设$|情况|不再|适用|范围|领导|[:《》“”]"
)


class PlainEntry(NamedTuple):
    """A name that is all of an entry, or all but the verb behind it.

    Attributes:
        start, end: of the name, counted from the start of the entry.
        lenient: whether it may be a body's name where its ending is unknown.
        verb: that closes it, or "".
    """

    start: int
    end: int
    lenient: bool
    verb: str


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
    verb = rules.predicate.search(entry, behind)
    start, end = stripped(entry, Span(behind, verb.start() if verb else len(entry)))
    name = entry[start:end]
    if not is_name(name) or name[0] in rules.rules["stars"] or ROLE_IN_BRACKET.search(name):
        return None
    if OTHER_LABEL.match(entry, *stripped(entry, Span(0, len(entry)))):
        return None
    if not (_ends_plainly(entry, behind, verb) if verb else _is_alone(entry, behind)):
        return None
    return PlainEntry(start, end, NO_NAME.search(name) is None, verb[0] if verb else "")


def _is_alone(entry: str, behind: int) -> bool:
    """Whether an entry without a verb has no date and no 会同, and says something."""
    bare = entry[behind:].strip(" \u3000\n)。")
    if not bare or bare in words().rules["no_body"] or words().together.search(entry, behind):
        return False
    return deadline_in(entry, Span(behind, len(entry))) is None


def _ends_plainly(entry: str, behind: int, verb: re.Match[str]) -> bool:
    """Whether nothing follows the verb, and no 会同 or bracket makes more of what stands before it."""
    before = entry[behind : verb.start()]
    if entry[verb.end() :].strip(" \u3000\n)。") or "(" in before or "〔" in before:
        return False
    joining = [match.start() for match in words().together.finditer(entry, behind)]
    # 配合 at the end is the verb itself, 联合 or 会同 asks for a body behind it
    return not joining or (joining == [verb.start()] and verb[0] in ("配合", "协同"))


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
