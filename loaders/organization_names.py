"""Names of bodies in running text: told by their ending, bounded by places, marks and parts of speech."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import rjieba

from loaders.document import Span
from loaders.organization_words import organization_words
from loaders.prefixes import place_at_start
from loaders.rules import load_rules
from ontology.regions import Region, Regions

#: how far to the left of its ending a name may reach, in code points
_LONGEST = 30
_MARK = re.compile(r"[^一-鿿A-Za-z0-9()·]")
#: parts of speech that end a name to its left: prepositions, particles, adverbs, pronouns, counting words
_BORDERS = ("p", "u", "d", "r", "q", "y", "m", "f", "t")
_NOUNS = ("n", "vn")
_COUNTED = ("q", "m")
#: a number of them follows: 产业园3个
_NUMBER_BEHIND = re.compile(r"\d|[一二两三四五六七八九十]+(?:个|家|所|处)")
#: prepositions that the dictionary glues to the level behind them
_LEADING = frozenset("由经在与和对向将把以及报")
_JOINTS = ("和", "与", "及", "以及")
#: 省级, 区属, 县域: whose kind, not whose
_OF_LEVEL = frozenset("级属域内际外直")
#: parts of speech of proper names
_PROPER = ("nr", "ns", "nt", "nz", "eng")


class Found(NamedTuple):
    """A name in the text: its clean span and type."""

    span: Span
    type: str


class _Token(NamedTuple):
    start: int
    word: str
    tag: str


@cache
def _levels() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    rules = load_rules("prefixes")
    levels = tuple(sorted(rules["levels"], key=len, reverse=True))
    higher = tuple(level for level in levels if level not in ("镇", "乡", "街道"))
    return higher, tuple(rules["not_prefix"]), tuple(rules["before_short"])


class NameFinder:
    """Finds names of bodies in sentences of one document.

    Args:
        text: clean text.
        home, regions: the document's region and the table of regions.
    """

    def __init__(self, text: str, home: Region | None, regions: Regions) -> None:
        self._text = text
        self._home = home
        self._regions = regions
        self._places: dict[int, int | None] = {}

    def names(self, sentence: Span) -> Iterator[Found]:
        """The names that end as bodies do, left to right; a name inside a longer one is left out.

        Args:
            sentence: clean span.
        """
        found: list[Found] = []
        for match in organization_words().endings.finditer(self._text, *sentence):
            name = self._name(sentence, match)
            if name is None:
                continue
            if found and name.span.start <= found[-1].span.start:
                found.pop()
            found.append(name)
        yield from found

    def _name(self, sentence: Span, match: re.Match[str]) -> Found | None:
        """The name that an ending closes, or None for a class of bodies."""
        words = organization_words()
        kind = words.types[match[0]]
        start = max(sentence.start, match.start() - _LONGEST)
        for mark in _MARK.finditer(self._text, start, match.start()):
            start = mark.end()
        if _NUMBER_BEHIND.match(self._text, match.end()):
            return None
        tokens = self._tokens(start, match.end())
        stem = self._stem(tokens, match.start(), kind)
        if not stem:
            return None
        anchor = self._anchor(stem, match.end())
        begin = stem[0].start if anchor is None else anchor
        if begin >= match.start():
            return None
        left = [token for token in tokens if token.start < begin]
        if left and left[-1].tag.startswith(_COUNTED):
            return None
        inside = [token for token in stem if token.start >= begin]
        if match[0] in words.plain_only and (
            anchor is None or begin + (self._place(begin) or 0) != match.start()
        ):
            return None
        if anchor is None and not _is_proper(inside, match, kind):
            return None
        return Found(Span(begin, match.end()), kind)

    def _tokens(self, start: int, end: int) -> list[_Token]:
        tokens = []
        for word, tag in rjieba.tag(self._text[start:end]):
            cut = self._glued(word, tag, start)
            if cut:
                # 由市, 做大某市: the dictionary takes them for one word
                tokens.append(_Token(start, word[:cut], "v" if cut > 1 else "p"))
            tokens.append(_Token(start + cut, word[cut:], "n" if cut else tag))
            start += len(word)
        return tokens

    def _glued(self, word: str, tag: str, start: int) -> int:
        """How many signs of a token are glued to the place or level behind them."""
        if len(word) < 2:
            return 0
        if word[0] in _LEADING and self._is_level(start + 1):
            return 1
        if tag.startswith("v") and self._is_level(start + len(word) - 1):
            return len(word) - 1
        if len(word) > 2 and word[:2] in organization_words().stops and self._place(start + 2) is not None:
            return 2
        return 0

    def _stem(self, tokens: list[_Token], ending: int, kind: str) -> list[_Token]:
        """The tokens of a name, without verbs in front, from the nearest border on its left."""
        stops = organization_words().stops
        stem: list[_Token] = []
        for index in range(len(tokens) - 1, -1, -1):
            token = tokens[index]
            if token.start >= ending or token.start + len(token.word) > ending:
                stem.insert(0, token)
                continue
            if token.word in _JOINTS and self._joins(tokens, index, kind):
                stem.insert(0, token)
                continue
            if token.word in stops and not token.tag.startswith(_NOUNS) and not self._inside(tokens, index):
                break
            if token.tag.startswith("v") and index and self._closed(tokens[index - 1]):
                break
            if token.tag.startswith(_BORDERS) and token.word not in ("第一", "第二", "第三"):
                break
            stem.insert(0, token)
        while stem and stem[0].tag.startswith("v") and self._place(stem[0].start) is None:
            stem.pop(0)
        return stem

    def _inside(self, tokens: list[_Token], index: int) -> bool:
        """Whether a verb belongs to a name, because a place begins it: 市数字化转型推进领导小组."""
        if len(tokens[index].word) < 2 or not tokens[index].tag.startswith("v"):
            return False
        return self._begun(tokens, index)

    def _begun(self, tokens: list[_Token], index: int) -> bool:
        """Whether a place to the left begins a name that is not closed yet."""
        chained = True
        for token in reversed(tokens[:index]):
            if token.tag.startswith(_BORDERS) or token.tag == "c" or self._closed(token):
                return False
            # 提升推进: verbs side by side are one word of the name
            chained = chained and token.tag.startswith("v")
            if not chained and token.word in organization_words().stops and not token.tag.startswith(_NOUNS):
                return False
            if self._place(token.start) is not None:
                return True
        return False

    def _closed(self, token: _Token) -> bool:
        """Whether a body's name ends with a token: what follows is another's."""
        end = token.start + len(token.word)
        return self._text[max(0, end - 8) : end].endswith(organization_words().closing)

    def _joins(self, tokens: list[_Token], index: int, kind: str) -> bool:
        """Whether 和 is part of a name: 网络安全和信息化委员会; behind a place also 海洋科学与技术实验室."""
        if index == 0 or index + 1 >= len(tokens) or self._closed(tokens[index - 1]):
            return False
        if (
            not tokens[index - 1].tag.startswith(("n", "vn", "an"))
            or self._place(tokens[index + 1].start) is not None
        ):
            return False
        return kind in organization_words().by_topic or self._begun(tokens, index)

    def _anchor(self, stem: list[_Token], end: int) -> int | None:
        """Where a place or level begins the name: the leftmost one; 数字某市 keeps its first word."""
        _, _, before_short = _levels()
        for index, token in enumerate(stem):
            length = self._place(token.start)
            if length is None or token.start + length >= end:
                continue
            if index and (
                stem[index - 1].word in before_short or stem[index - 1].word in organization_words().heads
            ):
                return stem[index - 1].start
            return token.start
        return None

    def _place(self, offset: int) -> int | None:
        """The length of a place or level prefix at an offset, or None."""
        if offset not in self._places:
            words = self._text[offset : offset + 12]
            place = None if self._is_level(offset) else place_at_start(words, self._home, self._regions)
            self._places[offset] = 1 if self._is_level(offset) else place[1] if place is not None else None
        return self._places[offset]

    def _is_level(self, offset: int) -> bool:
        """Whether the sign of a level stands for a place: 市大数据中心, not 市场, 市级."""
        levels, not_prefix, _ = _levels()
        text = self._text
        if not text.startswith(levels, offset) or text.startswith(not_prefix, offset):
            return False
        return text[offset + 1 : offset + 2] not in _OF_LEVEL


def _is_proper(stem: list[_Token], match: re.Match[str], kind: str) -> bool:
    """Whether a name without a place is one body's: by a proper name, or by a topic of its own."""
    words = organization_words()
    ending = match[0]
    own = [token for token in stem if token.start < match.start() and token.word not in words.generic]
    if kind in words.by_topic:
        topic = [
            token.word for token in stem if token.start < match.start() and token.word not in words.no_topic
        ]
        return sum(len(word) for word in topic) >= 2
    if ending in words.needs_place or kind == "park":
        return False
    if any(token.tag.startswith(_PROPER) for token in own):
        return True
    if ending in ("实验室", "研究院", "联盟", "会客厅"):
        return sum(len(token.word) for token in own) >= 2 and len(stem) > 1
    if ending.endswith("有限公司"):
        return bool(own)
    return any(not rjieba.has_word(token.word) for token in own)
