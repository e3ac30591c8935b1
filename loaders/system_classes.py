"""Classes of systems (各级业务系统, 28个自建系统): no platform, but one end of a connection."""

from __future__ import annotations

import re

from loaders.system_chunks import HEADS, Chunk, Item
from loaders.system_endings import FIELD, QUOTES, shared_ending
from loaders.system_locators import is_generic, without_locator
from loaders.system_name import SystemName
from loaders.system_words import Token

#: 两个平台: stands for what was named
_MERE_COUNT = re.compile("[一二两三四五六七八九十0-9]+[个大]")
#: sorts of systems of which every body has many
_SORTS = ("业务系统", "应用系统")


def class_of(text: str, chunk: Chunk, quoted: bool) -> list[SystemName]:
    """The classes of systems that a chunk names, or none where it names systems.

    Args:
        text: clean text.
        chunk: of a sentence.
        quoted: whether its last item is a name in quotation marks (各市“城市大脑”).
    """
    heads = [token for item in chunk.items for token in item.tokens if token.kind in HEADS]
    if not heads and quoted and chunk.items[0].tokens[0].kind == "mark":
        heads = [chunk.items[-1].tokens[-1]]
    if not heads:
        return []
    ending, last = heads[-1], chunk.items[-1]
    marks = [token for item in chunk.items for token in item.tokens if token.kind == "mark"]
    if (last.etc or ending.kind == "store") and shared_ending(text, chunk.items):
        return []
    many = bool(marks) or _says_many(text, chunk, ending, len(heads))
    if not many or (last.counted and ending.kind != "store" and len(heads) > 1):
        return []
    if _MERE_COUNT.fullmatch(text, chunk.start, ending.start):
        return []
    return _spelled(text, chunk, _begin(chunk, marks), ending)


def _says_many(text: str, chunk: Chunk, ending: Token, heads: int) -> bool:
    """Whether a count, 等 or the sort of system tells that no single one is meant."""
    lead, last = chunk.items[0].tokens[0], chunk.items[-1]
    rest = text[last.tokens[0].start : ending.start]
    inside = any(token.kind == "count" and token.start < ending.start for token in last.tokens[1:])
    if chunk.plural >= 0 or (inside and (last.etc or not last.counted)):
        return True
    if lead.kind == "count" and heads == 1 and not text.startswith(("一个", "1个"), lead.start):
        return True
    if text.endswith(_SORTS, 0, ending.end) and len(rest) > 2:
        return True
    if not (last.etc and last.counted and ending.kind != "store"):
        return False
    generic = last.head >= 0 and is_generic(without_locator(rest, ""), text[ending.start : ending.end])
    return generic or bool(FIELD.search(rest))


def _begin(chunk: Chunk, marks: list[Token]) -> int:
    """Where the wording of a class begins: at the word for many, even before 的 or a verb."""
    if chunk.plural >= 0:
        return chunk.plural
    if marks and marks[0].start > chunk.start and chunk.clause_plural >= 0:
        return chunk.clause_plural
    return chunk.start


def _spelled(text: str, chunk: Chunk, begin: int, ending: Token) -> list[SystemName]:
    """各类A系统、B系统: two classes in one list."""

    def one(start: int, end: int) -> SystemName:
        name = QUOTES.sub("", text[start:end])
        return SystemName(start, end, name, begin, ending.end, True, "class_of_systems")

    items: tuple[Item, ...] = chunk.items
    if len(items) < 2 or any(item.head < 0 or item.counted for item in items):
        return [one(begin, ending.end)]
    ends = [item.tokens[item.head].end for item in items]
    starts = [begin, *(item.tokens[0].start for item in items[1:])]
    return [one(start, end) for start, end in zip(starts, ends, strict=True)]
